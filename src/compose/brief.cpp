#include "compose/brief_card.hpp"
#include "compose/brief_changes.hpp"
#include "compose/brief_results.hpp"
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
void keep_first(std::vector<Fact>& facts, std::size_t count) {
    facts.resize(std::min(count, facts.size()));
}

template <class Fact>
std::vector<const Fact*> pointers(const std::vector<Fact>& facts) {
    std::vector<const Fact*> all;
    all.reserve(facts.size());
    for (const Fact& fact : facts) {
        all.push_back(&fact);
    }
    return all;
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

// What a brief that keeps these items says of the partner, and no fact more: notes are for what is printed.
corpus::Partner limited_to(const Composer& composer, corpus::Partner partner, const BriefItems& items) {
    const auto kept = [&](BriefPart part) { return items.at(static_cast<std::size_t>(part)); };
    std::vector<Detail> details = details_of(composer, partner);
    keep_first(details, kept(BriefPart::details));
    if (std::none_of(details.begin(), details.end(), [](const Detail& one) { return one.provenance != nullptr; })) {
        partner.composition.reset();
    }
    keep_first(partner.mandate, kept(BriefPart::mandate));
    std::size_t left = kept(BriefPart::relationship);
    for (corpus::Relationship& relationship : partner.relationships) {
        keep_first(relationship.descriptions, left);
        left -= relationship.descriptions.size();
    }
    keep_first(partner.engagements, kept(BriefPart::work));
    keep_first(partner.outcomes, kept(BriefPart::results));
    keep_first(partner.funding, kept(BriefPart::funding));
    keep_first(partner.risks, kept(BriefPart::risks));
    keep_first(partner.quotes, kept(BriefPart::quotes));
    keep_first(partner.contacts, kept(BriefPart::people));
    partner.history = latest(std::move(partner.history), kept(BriefPart::dates));
    return partner;
}

std::vector<const corpus::Provenance*> all_provenances_of(const corpus::Partner& partner) {
    std::vector<const corpus::Provenance*> all = provenances_of(partner);
    for (const corpus::Event& event : partner.history) {
        all.push_back(&event.statement.provenance);
    }
    return all;
}

// One partner's brief being written, of a partner that has no fact but those that are printed.
class Brief {
public:
    Brief(Composer& with, const corpus::Partner& about, const BriefOptions& as)
        : composer(with), partner(about), options(as),
          citations(with, all_provenances_of(about), {"source-of-brief", Citations::NotesFor::each_source}),
          remarks(with) {}

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
        Texts texts;
        for (const corpus::Relationship& relationship : partner.relationships) {
            add_text(texts, relationship.role);
        }
        for (document::Row& row : relationship_particulars(composer, partner, citations)) {
            particulars.rows.push_back(std::move(row));
        }
        std::vector<Detail> details = details_of(composer, partner);
        keep_first(details, kept(BriefPart::details));
        for (Detail& detail : details) {
            if (detail.provenance != nullptr) {
                citations.cite(detail.row.back().lines.back(), *detail.provenance);
            }
            texts.insert(texts.end(), detail.texts.begin(), detail.texts.end());
            particulars.rows.push_back(std::move(detail.row));
        }
        if (!particulars.rows.empty()) {
            part.blocks.emplace_back(section("in-brief"));
            remarks.add(texts, part.blocks);
            part.blocks.emplace_back(std::move(particulars));
        }
        if (kept(BriefPart::code) > 0) {
            part.blocks.emplace_back(*code_of_page(composer, partner));
        }
        add_table(part, "people", people_of(composer, partner), {});
        Texts of_events;
        for (const corpus::Event& event : partner.history) {
            of_events.push_back(&event.statement.text);
        }
        add_table(part, "dates", dates_of(composer, partner, citations), of_events);
        return part;
    }

    void add_table(document::Part& part, std::string_view word, document::Table table, const Texts& texts) {
        if (!table.rows.empty()) {
            part.blocks.emplace_back(section(word));
            remarks.add(texts, part.blocks);
            part.blocks.emplace_back(std::move(table));
        }
    }

    document::Part body() {
        document::Part part{PartRole::brief_text, anchor_of(partner.id) + "-text", {}, {}};
        add_lead(part);
        add_section(part, "what-it-is", Field::mandate, pointers(partner.mandate));
        add_section(part, "our-relationship", Field::description, descriptions_of(partner));
        add_rights_and_obligations(part);
        add_work(part);
        add_items(part, "results", partner.outcomes, texts_of(partner.outcomes));
        add_items(part, "funding", partner.funding, texts_of(partner.funding));
        add_items(part, "risks", partner.risks, texts_of(partner.risks));
        add_list(part, "next", Field::next_step, partner.next_steps);
        add_talking_points(part);
        add_quotes(part);
        return part;
    }

    void add_lead(document::Part& part) {
        if (!partner.summary) {
            return;
        }
        remarks.add({&partner.summary->text}, part.blocks);
        document::Paragraph lead = paragraph_of(composer, Field::summary, *partner.summary, citations);
        lead.role = ParagraphRole::lead;
        part.blocks.emplace_back(std::move(lead));
    }

    void add_section(document::Part& part, std::string_view word, Field field,
                     const std::vector<const Statement*>& statements) {
        if (statements.empty()) {
            return;
        }
        part.blocks.emplace_back(section(word));
        for (const Statement* statement : statements) {
            remarks.add({&statement->text}, part.blocks);
            part.blocks.emplace_back(paragraph_of(composer, field, *statement, citations));
        }
    }

    void add_work(document::Part& part) {
        if (!partner.engagements.empty()) {
            part.blocks.emplace_back(section("working-together"));
        }
        for (const corpus::Engagement& engagement : partner.engagements) {
            remarks.add({&engagement.statement.text}, part.blocks);
            part.blocks.emplace_back(paragraph_of(composer, engagement, citations));
        }
    }

    void add_quotes(document::Part& part) {
        if (!partner.quotes.empty()) {
            part.blocks.emplace_back(section("quotes"));
        }
        for (const corpus::Quote& quote : partner.quotes) {
            remarks.add({&quote.statement.text}, part.blocks);
            part.blocks.emplace_back(paragraph_of(composer, quote, citations));
        }
    }

    void add(document::Part& part, std::string_view word, document::List list, const Texts& texts) {
        if (!list.items.empty()) {
            part.blocks.emplace_back(section(word));
            remarks.add(texts, part.blocks);
            part.blocks.emplace_back(std::move(list));
        }
    }

    template <class Fact>
    void add_items(document::Part& part, std::string_view word, const std::vector<Fact>& facts, const Texts& texts) {
        document::List list;
        for (const Fact& fact : facts) {
            list.items.push_back(item_of(composer, fact, citations));
        }
        add(part, word, std::move(list), texts);
    }

    void add_list(document::Part& part, std::string_view word, Field field, const std::vector<Statement>& statements) {
        document::List list;
        Texts texts;
        for (const Statement& statement : statements) {
            list.items.push_back(item_of(composer, field, statement, citations));
            texts.push_back(&statement.text);
        }
        add(part, word, std::move(list), texts);
    }

    // What to say is nobody's fact: it has no source, and no note.
    void add_talking_points(document::Part& part) {
        document::List list;
        Texts texts;
        for (const Statement& point : partner.talking_points) {
            document::ListItem item;
            item.id = anchor_of(point.id);
            item.text = inlines_of(composer, point.text);
            set_passage(composer, Field::talking_point, point.text, item);
            list.items.push_back(std::move(item));
            texts.push_back(&point.text);
        }
        add(part, "talking-points", std::move(list), texts);
    }

    void add_rights_and_obligations(document::Part& part) {
        document::List rights;
        Texts texts;
        std::vector<const corpus::Obligation*> due;
        for (const corpus::Relationship& relationship : partner.relationships) {
            for (const Statement& right : relationship.rights) {
                rights.items.push_back(item_of(composer, Field::right, right, citations));
                texts.push_back(&right.text);
            }
            for (const corpus::Obligation& obligation : relationship.obligations) {
                due.push_back(&obligation);
            }
        }
        add(part, "rights", std::move(rights), texts);
        std::stable_sort(due.begin(), due.end(), [](const corpus::Obligation* one, const corpus::Obligation* other) {
            return one->due && (!other->due || *one->due < *other->due); // what is due first, first
        });
        document::List obligations;
        texts.clear();
        for (const corpus::Obligation* obligation : due) {
            obligations.items.push_back(item_of(composer, *obligation, citations));
            texts.push_back(&obligation->statement.text);
        }
        add(part, "obligations", std::move(obligations), texts);
    }

    Composer& composer;
    const corpus::Partner& partner;
    const BriefOptions& options;
    Citations citations;
    LanguageRemarks remarks;
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
    if (edition.reader.audience == corpus::Audience::donor) { // who reads the house's own brief knows them
        of(items, BriefPart::results) = partner.outcomes.size();
        of(items, BriefPart::funding) = partner.funding.size();
        of(items, BriefPart::risks) = partner.risks.size();
        of(items, BriefPart::quotes) = partner.quotes.size();
    }
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
    const corpus::Partner printed = limited_to(composer, partner, options.kept);
    Brief(composer, printed, options).write();
    if (changes) {
        changes->tell(composer, partner, options.kept.at(static_cast<std::size_t>(BriefPart::gone)) > 0);
    }
    return document;
}

} // namespace rapporteur::compose
