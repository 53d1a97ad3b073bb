#include "charts/charts.hpp"
#include "compose/composer.hpp"

namespace rapporteur::compose {

namespace {

using corpus::Statement;

// One partner's section being written.
class PartnerPart {
public:
    PartnerPart(Composer& with, const corpus::Partner& about)
        : composer(with), partner(about), citations(with, provenances_of(about)) {
        part.role = document::PartRole::partner;
        part.id = partner.id;
    }

    document::Part write() {
        document::Heading title = heading(1, partner.id, full_name(composer, partner));
        title.running = short_name(composer, partner);
        part.blocks.emplace_back(std::move(title));
        add_lead();
        add_facts();
        add_section("what-it-is", "about", partner.mandate);
        add_composition();
        add_relationships();
        add_engagements();
        add_outcomes();
        add_funding();
        add_section("next", "next", partner.next_steps);
        return std::move(part);
    }

private:
    std::string text_of(std::string_view word) const {
        return composer.words.fill(word, {{"holder", composer.holder()}});
    }

    void add_heading(std::string_view word, std::string_view suffix) {
        part.blocks.emplace_back(heading(2, partner.id + "-" + std::string(suffix), text_of(word)));
    }

    // Says once a section, in the reader's language, that what follows is in another.
    void remark_on_language(const corpus::Text& text) {
        const edition::Passage passage = composer.edition.read(text);
        if (passage.is_fallback && !remarked) {
            remarked = true;
            const std::string language = composer.words.name_of_language(passage.version.language);
            part.blocks.emplace_back(
                paragraph(document::ParagraphRole::remark, composer.words.fill("shown-in", {{"language", language}})));
        }
    }

    void add_lead() {
        if (!partner.summary) {
            return;
        }
        remark_on_language(partner.summary->text);
        document::Paragraph lead;
        lead.role = document::ParagraphRole::lead;
        lead.id = partner.summary->id;
        lead.text = inlines_of(composer, partner.summary->text);
        set_passage(composer, partner.summary->text, lead);
        citations.call_own(lead.text, partner.summary->provenance);
        citations.call_main(lead.text);
        part.blocks.emplace_back(std::move(lead));
    }

    void add_fact(document::Table& table, std::string_view word, document::Cell value) {
        table.rows.push_back({cell(text_of(word)), std::move(value)});
    }

    void add_text_fact(document::Table& table, std::string_view word, const std::optional<corpus::Text>& text) {
        if (text) {
            add_fact(table, word, cell(inlines_of(composer, *text)));
            set_passage(composer, *text, table.rows.back().back());
        }
    }

    void add_relationship_facts(document::Table& table) {
        document::Cell kinds;
        document::Cell from;
        document::Cell roles;
        for (const corpus::Relationship& relationship : partner.relationships) {
            std::vector<std::string> names;
            for (const corpus::RelationshipKind kind : relationship.kinds) {
                names.push_back(name_of(composer.words, kind));
            }
            kinds.lines.push_back(plain_inlines(composer.words.list(names)));
            if (relationship.from) {
                const std::string until = relationship.to ? "–" + composer.date(*relationship.to) : std::string();
                from.lines.push_back(plain_inlines(composer.date(*relationship.from) + until));
            }
            if (relationship.role) {
                roles.lines.push_back(inlines_of(composer, *relationship.role));
                set_language(composer, *relationship.role, roles.language);
            }
        }
        if (!kinds.lines.empty()) {
            add_fact(table, "relationship", std::move(kinds));
        }
        add_fact(table, "since", from.lines.empty() ? cell(composer.words["not-stated"]) : std::move(from));
        if (!roles.lines.empty()) {
            add_fact(table, "role", std::move(roles));
        }
        for (const corpus::Relationship& relationship : partner.relationships) {
            add_text_fact(table, "basis", relationship.basis);
        }
    }

    void add_facts() {
        document::Table table;
        table.role = document::TableRole::facts;
        table.id = partner.id + "-facts";
        table.columns.resize(2);
        add_fact(table, "full-name", cell(inlines_of(composer, partner.name)));
        set_passage(composer, partner.name, table.rows.back().back());
        add_text_fact(table, "acronym", partner.acronym);
        for (const corpus::Text& former : partner.former_names) {
            add_text_fact(table, "formerly", former);
        }
        add_fact(table, "kind", cell(plain_inlines(name_of(composer.words, partner.kind))));
        add_text_fact(table, "seat", partner.seat);
        if (!partner.page.empty()) {
            Inlines link;
            document::Text address;
            address.text = partner.page;
            address.link = partner.page;
            link.emplace_back(std::move(address));
            add_fact(table, "web-page", cell(std::move(link)));
        }
        add_relationship_facts(table);
        if (!partner.summary) { // nothing before the table opens the section
            citations.call_main(table.rows.front().back().lines.front());
        }
        part.blocks.emplace_back(std::move(table));
    }

    void add_statement(const Statement& statement) {
        remark_on_language(statement.text);
        document::Paragraph text;
        text.id = statement.id;
        text.text = inlines_of(composer, statement.text);
        set_passage(composer, statement.text, text);
        citations.call_own(text.text, statement.provenance);
        part.blocks.emplace_back(std::move(text));
    }

    void add_section(std::string_view word, std::string_view suffix, const std::vector<Statement>& statements) {
        if (statements.empty()) {
            return;
        }
        add_heading(word, suffix);
        for (const Statement& statement : statements) {
            add_statement(statement);
        }
    }

    document::ListItem item_of(const Statement& statement) {
        document::ListItem item;
        item.id = statement.id;
        item.text = inlines_of(composer, statement.text);
        set_passage(composer, statement.text, item);
        return item;
    }

    void add_list(std::string_view word, std::string_view suffix, document::List list) {
        if (!list.items.empty()) {
            add_heading(word, suffix);
            part.blocks.emplace_back(std::move(list));
        }
    }

    void add_relationships() {
        std::vector<Statement> descriptions;
        document::List rights;
        document::List obligations;
        for (const corpus::Relationship& relationship : partner.relationships) {
            descriptions.insert(descriptions.end(), relationship.descriptions.begin(), relationship.descriptions.end());
            for (const Statement& right : relationship.rights) {
                rights.items.push_back(item_of(right));
                citations.call_own(rights.items.back().text, right.provenance);
            }
            for (const corpus::Obligation& obligation : relationship.obligations) {
                document::ListItem item = item_of(obligation.statement);
                if (obligation.due) {
                    append(item.text,
                           plain_inlines(" (" + composer.words.fill("due", {{"date", composer.date(*obligation.due)}}) +
                                         ")"));
                    item.origin.clear();
                }
                citations.call_own(item.text, obligation.statement.provenance);
                obligations.items.push_back(std::move(item));
            }
        }
        add_section("our-relationship", "relationship", descriptions);
        add_list("rights", "rights", std::move(rights));
        add_list("obligations", "obligations", std::move(obligations));
    }

    void add_engagements() {
        if (partner.engagements.empty()) {
            return;
        }
        add_heading("working-together", "work");
        for (const corpus::Engagement& engagement : partner.engagements) {
            add_statement(engagement.statement);
        }
    }

    void add_composition() {
        if (!partner.composition) {
            return;
        }
        std::vector<charts::Share> shares;
        std::vector<std::string> told;
        document::Table data;
        data.id = partner.id + "-members-data";
        data.columns.resize(2);
        data.columns[1] = {document::Alignment::end, true};
        data.header = document::Row{cell(composer.words["composition-group-head"]),
                                    cell(composer.words["composition-count-head"])};
        for (const corpus::Composition::Group& group : partner.composition->groups) {
            const std::string name = composer.edition.plain(group.name);
            const std::string count = std::to_string(group.count);
            shares.push_back({group.count, name});
            told.push_back(composer.words.fill("composition-group", {{"group", name}, {"count", count}}));
            data.rows.push_back({cell(inlines_of(composer, group.name)), cell(count)});
        }
        document::Figure figure;
        figure.id = partner.id + "-members";
        figure.caption = plain_inlines(
            composer.words.fill("composition-caption", {{"partner", short_name(composer, partner)},
                                                        {"total", std::to_string(partner.composition->total)}}));
        figure.drawing = composer.shown(charts::composition(shares, composer.chart_width()));
        figure.narrow = charts::composition(shares, composer.options.narrow);
        figure.alternative = composer.words.fill("composition-alternative", {{"groups", composer.words.list(told)}});
        figure.data = std::move(data);
        part.blocks.emplace_back(std::move(figure));
    }

    void add_outcomes() {
        if (partner.outcomes.empty()) {
            return;
        }
        add_heading("results", "results");
        document::Table table;
        table.id = partner.id + "-results-table";
        table.columns.resize(4);
        table.header = document::Row{cell(composer.words["indicator"]), cell(composer.words["baseline"]),
                                     cell(composer.words["target"]), cell(composer.words["actual"])};
        const auto value = [&](const std::string& text) {
            return cell(text.empty() ? composer.words["not-stated"] : text);
        };
        for (const corpus::Outcome& outcome : partner.outcomes) {
            const corpus::Text* name = outcome.indicator ? &*outcome.indicator : &outcome.statement.text;
            table.rows.push_back({name->versions.empty() ? value({}) : cell(inlines_of(composer, *name)),
                                  value(outcome.baseline), value(outcome.target), value(outcome.actual)});
        }
        part.blocks.emplace_back(std::move(table));
        for (const corpus::Outcome& outcome : partner.outcomes) {
            if (outcome.indicator && !outcome.statement.text.versions.empty()) {
                add_statement(outcome.statement);
            }
        }
    }

    void add_funding() {
        if (partner.funding.empty()) {
            return;
        }
        add_heading("funding", "funding");
        document::Table table;
        table.id = partner.id + "-funding-table";
        table.columns.resize(3);
        table.columns[1] = {document::Alignment::end, true};
        table.header = document::Row{cell(composer.words["year"]), cell(composer.words["amount"]),
                                     cell(composer.words["purpose"])};
        for (const corpus::Funding& funding : partner.funding) {
            table.rows.push_back({cell(std::to_string(funding.year)),
                                  cell(funding.currency + "\u00A0" + funding.amount),
                                  funding.purpose ? cell(inlines_of(composer, funding.purpose->text))
                                                  : cell(composer.words["not-stated"])});
        }
        part.blocks.emplace_back(std::move(table));
    }

    Composer& composer;
    const corpus::Partner& partner;
    Citations citations;
    document::Part part;
    bool remarked = false;
};

} // namespace

document::Part partner_part(Composer& composer, const corpus::Partner& partner) {
    return PartnerPart(composer, partner).write();
}

} // namespace rapporteur::compose
