#include "compose/brief_card.hpp"
#include "compose/brief_changes.hpp"
#include "compose/composer.hpp"

#include <algorithm>

namespace rapporteur::compose {

namespace {

using corpus::Statement;
using document::ParagraphRole;
using document::PartRole;
using facts::Field;

std::size_t& of(BriefItems& items, BriefPart part) {
    return items.at(static_cast<std::size_t>(part));
}

template <class Fact>
std::vector<Fact> first(const std::vector<Fact>& facts, std::size_t count) {
    return {facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(std::min(count, facts.size()))};
}

std::vector<const Statement*> descriptions_of(const corpus::Partner& partner) {
    std::vector<const Statement*> all;
    for (const corpus::Relationship& relationship : partner.relationships) {
        for (const Statement& description : relationship.descriptions) {
            all.push_back(&description);
        }
    }
    return all;
}

// One partner's brief being written.
class Brief {
public:
    Brief(Composer& with, const corpus::Partner& about, const BriefOptions& as)
        : composer(with), partner(about), options(as),
          citations(with, provenances_of(about), {"source-of-brief", Citations::NotesFor::each_source}) {}

    void write() {
        composer.document.parts.push_back(head());
        document::Part text = body();
        if (!text.blocks.empty()) {
            composer.document.parts.push_back(std::move(text));
        }
        composer.document.parts.push_back(card());
    }

private:
    std::size_t kept(BriefPart part) const { return options.kept.at(static_cast<std::size_t>(part)); }

    document::Heading section(std::string_view word) const {
        return heading(2, anchor_of(partner.id) + "-" + std::string(word), with_holder(composer, word));
    }

    document::Part head() const {
        document::Part part{PartRole::brief_head, anchor_of(partner.id), {}, {}};
        document::Heading title = heading(1, anchor_of(partner.id), full_name(composer, partner));
        title.running = plain_text(short_name(composer, partner));
        part.blocks.emplace_back(std::move(title));
        std::vector<std::string> occasion;
        if (!options.meeting.empty()) {
            occasion.push_back(options.meeting);
        }
        if (options.day) {
            occasion.push_back(composer.date(*options.day));
        }
        if (!occasion.empty()) {
            const std::string line = occasion.front() + (occasion.size() > 1 ? " · " + occasion.back() : "");
            part.blocks.emplace_back(paragraph(ParagraphRole::lead, line));
        }
        return part;
    }

    document::Part card() {
        document::Part part{PartRole::brief_card, anchor_of(partner.id) + "-card", {}, {}};
        document::Table particulars = card_table(partner, "particulars");
        for (document::Row& row : relationship_particulars(composer, partner)) {
            particulars.rows.push_back(std::move(row));
        }
        for (document::Row& row : first(details_of(composer, partner), kept(BriefPart::details))) {
            particulars.rows.push_back(std::move(row));
        }
        citations.call_main(particulars.rows.front().back().lines.front()); // where no sentence has called it
        part.blocks.emplace_back(section("in-brief"));
        part.blocks.emplace_back(std::move(particulars));
        if (kept(BriefPart::code) > 0) {
            part.blocks.emplace_back(*code_of_page(composer, partner));
        }
        add_table(part, "people", people_of(composer, partner, kept(BriefPart::people)));
        add_table(part, "dates", dates_of(composer, partner, kept(BriefPart::dates)));
        return part;
    }

    void add_table(document::Part& part, std::string_view word, document::Table table) const {
        if (!table.rows.empty()) {
            part.blocks.emplace_back(section(word));
            part.blocks.emplace_back(std::move(table));
        }
    }

    document::Part body() {
        document::Part part{PartRole::brief_text, anchor_of(partner.id) + "-text", {}, {}};
        add_lead(part);
        add_section(part, "what-it-is", Field::mandate, first(pointers(partner.mandate), kept(BriefPart::mandate)));
        add_section(part, "our-relationship", Field::description,
                    first(descriptions_of(partner), kept(BriefPart::relationship)));
        add_rights_and_obligations(part);
        add_work(part);
        add_list(part, "next", Field::next_step, pointers(partner.next_steps));
        add_list(part, "talking-points", Field::next_step, pointers(partner.talking_points));
        return part;
    }

    static std::vector<const Statement*> pointers(const std::vector<Statement>& statements) {
        std::vector<const Statement*> all;
        all.reserve(statements.size());
        for (const Statement& statement : statements) {
            all.push_back(&statement);
        }
        return all;
    }

    // Says once, in the reader's language, that what follows is in another.
    void remark_on_language(document::Part& part, const corpus::Text& text) {
        const edition::Passage passage = composer.edition.read(text);
        if (passage.is_fallback && !remarked) {
            remarked = true;
            const std::string language = composer.words.name_of_language(passage.version.language);
            part.blocks.emplace_back(
                paragraph(ParagraphRole::remark, composer.words.fill("shown-in", {{"language", language}})));
        }
    }

    void add_lead(document::Part& part) {
        if (!partner.summary) {
            return;
        }
        remark_on_language(part, partner.summary->text);
        document::Paragraph lead = paragraph_of(composer, Field::summary, *partner.summary, citations);
        lead.role = ParagraphRole::lead;
        citations.call_main(lead.text);
        part.blocks.emplace_back(std::move(lead));
    }

    void add_section(document::Part& part, std::string_view word, Field field,
                     const std::vector<const Statement*>& statements) {
        if (statements.empty()) {
            return;
        }
        part.blocks.emplace_back(section(word));
        for (const Statement* statement : statements) {
            remark_on_language(part, statement->text);
            document::Paragraph text = paragraph_of(composer, field, *statement, citations);
            citations.call_main(text.text);
            part.blocks.emplace_back(std::move(text));
        }
    }

    void add_work(document::Part& part) {
        bool is_first = true;
        for (const corpus::Engagement& engagement : first(partner.engagements, kept(BriefPart::work))) {
            if (is_first) {
                part.blocks.emplace_back(section("working-together"));
                is_first = false;
            }
            remark_on_language(part, engagement.statement.text);
            document::Paragraph text = paragraph_of(composer, engagement, citations);
            citations.call_main(text.text);
            part.blocks.emplace_back(std::move(text));
        }
    }

    void add(document::Part& part, std::string_view word, document::List list) {
        if (!list.items.empty()) {
            citations.call_main(list.items.front().text);
            part.blocks.emplace_back(section(word));
            part.blocks.emplace_back(std::move(list));
        }
    }

    void add_list(document::Part& part, std::string_view word, Field field,
                  const std::vector<const Statement*>& statements) {
        document::List list;
        for (const Statement* statement : statements) {
            list.items.push_back(item_of(composer, field, *statement, citations));
        }
        add(part, word, std::move(list));
    }

    void add_rights_and_obligations(document::Part& part) {
        document::List rights;
        std::vector<const corpus::Obligation*> due;
        for (const corpus::Relationship& relationship : partner.relationships) {
            for (const Statement& right : relationship.rights) {
                rights.items.push_back(item_of(composer, Field::right, right, citations));
            }
            for (const corpus::Obligation& obligation : relationship.obligations) {
                due.push_back(&obligation);
            }
        }
        add(part, "rights", std::move(rights));
        std::stable_sort(due.begin(), due.end(), [](const corpus::Obligation* one, const corpus::Obligation* other) {
            return one->due && (!other->due || *one->due < *other->due); // what is due first, first
        });
        document::List obligations;
        for (const corpus::Obligation* obligation : due) {
            obligations.items.push_back(item_of(composer, *obligation, citations));
        }
        add(part, "obligations", std::move(obligations));
    }

    Composer& composer;
    const corpus::Partner& partner;
    const BriefOptions& options;
    Citations citations;
    bool remarked = false;
};

} // namespace

BriefItems items_of(const edition::Edition& edition, const corpus::Partner& partner, const wording::Words& words,
                    const changes::Changes* changes) {
    document::Document none;
    const Options composing;
    const Composer composer{edition, words, composing, none};
    BriefItems items = {};
    of(items, BriefPart::dates) = partner.history.size();
    of(items, BriefPart::details) = details_of(composer, partner).size();
    of(items, BriefPart::code) = code_of_page(composer, partner) ? 1 : 0;
    of(items, BriefPart::work) = partner.engagements.size();
    of(items, BriefPart::mandate) = partner.mandate.size();
    of(items, BriefPart::relationship) = descriptions_of(partner).size();
    of(items, BriefPart::people) = partner.contacts.size();
    of(items, BriefPart::gone) = changes != nullptr && BriefChanges(*changes, words).has_gone() ? 1 : 0;
    return items;
}

document::Document brief(const edition::Edition& edition, const corpus::Partner& partner, const wording::Words& words,
                         const BriefOptions& options) {
    document::Document document;
    Options composing;
    std::optional<BriefChanges> changes;
    if (options.changes != nullptr) {
        changes.emplace(*options.changes, words);
        composing.facts = &changes->facts();
    }
    Composer composer{edition, words, composing, document};
    document.metadata = metadata(composer);
    std::string small_print = words.fill("state-of", {{"date", composer.date(edition.facts.date)}});
    if (!document.metadata.notice.empty()) {
        const std::string main = words.name_of_language(edition.facts.language);
        small_print += " " + words.fill("unofficial-remark", {{"language", main}});
    }
    document.metadata = brief_metadata(std::move(document.metadata), composer, partner, options);
    document.labels = labels(words);
    document.imprint.push_back(paragraph(ParagraphRole::imprint, small_print));
    Brief(composer, partner, options).write();
    if (changes) {
        changes->tell(composer, partner, options.kept.at(static_cast<std::size_t>(BriefPart::gone)) > 0);
    }
    return document;
}

} // namespace rapporteur::compose
