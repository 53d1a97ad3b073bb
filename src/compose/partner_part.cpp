#include "compose/chart_figures.hpp"
#include "support/address.hpp"

#include <algorithm>
#include <iterator>

namespace rapporteur::compose {

namespace {

using corpus::Statement;
using facts::Field;

// Whether it says by what it is measured, or what was: else it is a sentence.
bool is_measured(const corpus::Outcome& outcome) {
    return outcome.indicator || !outcome.baseline.written.empty() || !outcome.target.written.empty() ||
           !outcome.actual.written.empty();
}

// One partner's section being written.
class PartnerPart {
public:
    PartnerPart(Composer& with, const corpus::Partner& about)
        : composer(with), partner(about), citations(with, provenances_of(about)), remarks(with) {
        part.role = document::PartRole::partner;
        part.id = anchor_of(partner.id);
    }

    document::Part write() {
        document::Heading title = heading(1, part.id, full_name(composer, partner));
        title.running = plain_text(short_name(composer, partner));
        set_language(composer, partner.name, title.language);
        composer.tell_name(title.facts, partner);
        part.blocks.emplace_back(std::move(title));
        add_lead();
        add_facts();
        add_section("what-it-is", "about", Field::mandate, partner.mandate);
        add_composition();
        add_relationships();
        add_engagements();
        add_pictures();
        add_outcomes();
        add_funding();
        add_risks();
        add_section("next", "next", Field::next_step, partner.next_steps);
        add_quotes();
        add_documents();
        part.blocks.shrink_to_fit(); // a thousand partners' parts wait to be printed
        return std::move(part);
    }

private:
    std::string text_of(std::string_view word) const {
        return composer.words.fill(word, {{"holder", composer.holder()}});
    }

    void add_heading(std::string_view word, std::string_view suffix) {
        part.blocks.emplace_back(heading(2, part.id + "-" + std::string(suffix), text_of(word)));
    }

    void remark(const Texts& texts) { remarks.add(texts, part.blocks); }

    void add_lead() {
        if (!partner.summary) {
            return;
        }
        remark({&partner.summary->text});
        document::Paragraph lead;
        lead.role = document::ParagraphRole::lead;
        lead.id = anchor_of(partner.summary->id);
        lead.text = inlines_of(composer, partner.summary->text);
        set_passage(composer, Field::summary, partner.summary->text, lead);
        citations.cite(lead.text, partner.summary->provenance);
        part.blocks.emplace_back(std::move(lead));
    }

    void add_facts() {
        Texts texts;
        add_text(texts, partner.seat);
        for (const corpus::Relationship& relationship : partner.relationships) {
            add_text(texts, relationship.role);
            add_text(texts, relationship.basis);
        }
        remark(texts);
        part.blocks.emplace_back(facts_of(composer, partner, citations));
    }

    // What a text has in brackets after it: the program's own words, in the reader's language whatever the text's.
    Inlines aside(const std::string& words, const document::Language& language_of_text) const {
        Inlines inlines;
        if (!words.empty()) {
            const bool differs = !language_of_text.empty();
            append_words(inlines, composer.words.fill("aside", {{"text", ""}, {"aside", words}}),
                         differs ? composer.edition.reader.language : std::string(), {});
        }
        return inlines;
    }

    template <class Passage>
    void append_aside(Passage& passage, const std::string& words) const {
        if (!words.empty()) {
            append(passage.text, aside(words, passage.language));
            passage.origin.clear(); // it isn't that text alone any more
        }
    }

    // `when` stands in brackets after it.
    void add_statement(Field field, const Statement& statement, const std::string& when = {}) {
        remark({&statement.text});
        document::Paragraph text;
        text.id = anchor_of(statement.id);
        text.text = inlines_of(composer, statement.text);
        set_passage(composer, field, statement.text, text);
        append_aside(text, when);
        citations.cite(text.text, statement.provenance);
        part.blocks.emplace_back(std::move(text));
    }

    void add_section(std::string_view word, std::string_view suffix, Field field,
                     const std::vector<Statement>& statements) {
        if (statements.empty()) {
            return;
        }
        add_heading(word, suffix);
        for (const Statement& statement : statements) {
            add_statement(field, statement);
        }
    }

    document::ListItem item_of(Field field, const Statement& statement) {
        document::ListItem item;
        item.id = anchor_of(statement.id);
        item.text = inlines_of(composer, statement.text);
        set_passage(composer, field, statement.text, item);
        return item;
    }

    void add_list(std::string_view word, std::string_view suffix, document::List list, const Texts& texts) {
        if (!list.items.empty()) {
            add_heading(word, suffix);
            remark(texts);
            part.blocks.emplace_back(std::move(list));
        }
    }

    // "due 1 June 2027, every 4 years"
    std::string when_due(const corpus::Obligation& obligation) const {
        std::vector<std::string> parts;
        if (obligation.due) {
            parts.push_back(composer.words.fill("due", {{"date", composer.date(*obligation.due)}}));
        }
        if (!obligation.every.empty()) {
            parts.push_back(interval_in_words(composer.words, obligation.every));
        }
        return composer.words.row(parts);
    }

    void add_relationships() {
        std::vector<Statement> descriptions;
        document::List rights;
        document::List obligations;
        Texts of_rights;
        Texts of_obligations;
        for (const corpus::Relationship& relationship : partner.relationships) {
            descriptions.insert(descriptions.end(), relationship.descriptions.begin(), relationship.descriptions.end());
            for (const Statement& right : relationship.rights) {
                rights.items.push_back(item_of(Field::right, right));
                citations.cite(rights.items.back().text, right.provenance);
                of_rights.push_back(&right.text);
            }
            for (const corpus::Obligation& obligation : relationship.obligations) {
                document::ListItem item = item_of(Field::obligation, obligation.statement);
                tell_when_due(composer, obligation, item.facts);
                append_aside(item, when_due(obligation));
                citations.cite(item.text, obligation.statement.provenance);
                obligations.items.push_back(std::move(item));
                of_obligations.push_back(&obligation.statement.text);
            }
        }
        add_section("our-relationship", "relationship", Field::description, descriptions);
        add_list("rights", "rights", std::move(rights), of_rights);
        add_list("obligations", "obligations", std::move(obligations), of_obligations);
    }

    void add_engagements() {
        if (partner.engagements.empty()) {
            return;
        }
        add_heading("working-together", "work");
        for (const corpus::Engagement& engagement : partner.engagements) {
            add_statement(Field::engagement, engagement.statement,
                          span_of(composer.words, engagement.from, engagement.to));
        }
    }

    void add_composition() {
        if (!partner.composition) {
            return;
        }
        Texts groups;
        for (const corpus::Composition::Group& group : partner.composition->groups) {
            groups.push_back(&group.name);
        }
        remark(groups);
        part.blocks.push_back(composition_of(composer, partner, part.id, citations));
    }

    void add_pictures() {
        std::vector<document::Picture> pictures = pictures_of(composer, partner);
        Texts captions;
        for (const corpus::Photo& photo : partner.photos) {
            add_text(captions, photo.caption);
        }
        if (!pictures.empty()) {
            remark(captions);
        }
        std::move(pictures.begin(), pictures.end(), std::back_inserter(part.blocks));
    }

    void add_outcomes() {
        if (partner.outcomes.empty()) {
            return;
        }
        add_heading("results", "results");
        if (std::none_of(partner.outcomes.begin(), partner.outcomes.end(), is_measured)) {
            for (const corpus::Outcome& outcome : partner.outcomes) {
                add_statement(Field::outcome, outcome.statement);
            }
            return;
        }
        Texts texts;
        for (const corpus::Outcome& outcome : partner.outcomes) {
            texts.push_back(outcome.indicator ? &*outcome.indicator : &outcome.statement.text);
        }
        remark(texts);
        for (Block& block : results_of(composer, partner, citations)) {
            part.blocks.push_back(std::move(block));
        }
        for (const corpus::Outcome& outcome : partner.outcomes) {
            if (outcome.indicator) { // else the statement stands in the table
                add_statement(Field::outcome, outcome.statement);
            }
        }
    }

    void add_funding() {
        if (!partner.funding.empty()) {
            add_heading("funding", "funding");
            Texts texts;
            for (const corpus::Funding& funding : partner.funding) {
                add_text(texts, funding.purpose);
                for (const corpus::Use& use : funding.uses) {
                    texts.push_back(&use.text);
                }
            }
            remark(texts);
            part.blocks.emplace_back(funding_of(composer, partner, citations));
        }
    }

    void add_risks() {
        if (partner.risks.empty()) {
            return;
        }
        add_heading("risks", "risks");
        remark(texts_of(partner.risks));
        document::Table table;
        table.id = part.id + "-risks-table";
        table.columns.resize(2);
        table.header = document::Row{cell(composer.words["risk"]), cell(composer.words["response"])};
        for (const corpus::Risk& risk : partner.risks) {
            Inlines told = marked_inlines_of(composer, risk.statement.text);
            citations.cite(told, risk.statement.provenance);
            table.rows.push_back({cell(std::move(told)), risk.response
                                                             ? cell(marked_inlines_of(composer, *risk.response))
                                                             : document::Cell()});
            tell_risk(composer, risk, table.rows.back()[0].facts, table.rows.back()[1].facts);
        }
        part.blocks.emplace_back(without_empty_columns(std::move(table)));
    }

    void add_quotes() {
        if (partner.quotes.empty()) {
            return;
        }
        add_heading("quotes", "quotes");
        for (const corpus::Quote& quote : partner.quotes) {
            remark({&quote.statement.text});
            part.blocks.emplace_back(paragraph_of(composer, quote, citations));
        }
    }

    void add_documents() {
        if (partner.documents.empty()) {
            return;
        }
        document::List list;
        Texts texts;
        for (const corpus::Reference& reference : partner.documents) {
            document::ListItem item;
            texts.push_back(&reference.title);
            item.id = anchor_of(reference.id);
            item.text = marked_inlines_of(composer, reference.title);
            composer.tell(item.facts, reference.title.place, Field::document);
            for (document::Inline& words : item.text) {
                if (auto* text = std::get_if<document::Text>(&words)) {
                    text->link = uri_of(reference.uri).value_or(std::string());
                }
            }
            append_aside(item, reference.date ? composer.date(*reference.date) : std::string());
            list.items.push_back(std::move(item));
        }
        add_list("documents", "documents", std::move(list), texts);
    }

    Composer& composer;
    const corpus::Partner& partner;
    Citations citations;
    document::Part part;
    LanguageRemarks remarks;
};

} // namespace

document::Part partner_part(Composer& composer, const corpus::Partner& partner) {
    return PartnerPart(composer, partner).write();
}

} // namespace rapporteur::compose
