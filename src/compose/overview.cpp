#include "compose/chart_figures.hpp"

#include <algorithm>
#include <span>

namespace rapporteur::compose {

namespace {

using document::PartRole;

std::string kinds_of(const Composer& composer, const corpus::Partner& partner) {
    std::vector<std::string> names;
    for (const corpus::Relationship& relationship : partner.relationships) {
        for (const corpus::RelationshipKind kind : relationship.kinds) {
            std::string name = name_of(composer.words, kind);
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(std::move(name));
            }
        }
    }
    return names.empty() ? std::string() : composer.words.list(names);
}

document::Cell since(const Composer& composer, const corpus::Partner& partner) {
    const corpus::Relationship* first = nullptr;
    for (const corpus::Relationship& relationship : partner.relationships) {
        if (relationship.from && (first == nullptr || *relationship.from < *first->from)) {
            first = &relationship;
        }
    }
    if (first == nullptr) {
        return {};
    }
    document::Cell told = cell(composer.date(*first->from));
    composer.tell(told.facts, first->place, facts::Field::from);
    return told;
}

document::Cell roles_of(const Composer& composer, const corpus::Partner& partner) {
    document::Cell roles;
    for (const corpus::Relationship& relationship : partner.relationships) {
        if (relationship.role) {
            roles.lines.push_back(inlines_of(composer, *relationship.role));
            set_language(composer, *relationship.role, roles.language);
            composer.tell(roles.facts, relationship.role->place, facts::Field::role);
        }
    }
    return roles;
}

struct Dated {
    corpus::Date date;
    const corpus::Partner* partner = nullptr;
    const corpus::Text* text = nullptr;
    bool is_relationship = false;
    const corpus::Relationship* relationship = nullptr; // whose beginning it is; null: an event
};

// Every event of the partners' histories, and the beginning of each relationship that no event of that year tells of.
std::vector<Dated> dated_facts(const Composer& composer) {
    std::vector<Dated> facts;
    for (const corpus::Partner& partner : composer.edition.facts.partners) {
        for (const corpus::Event& event : partner.history) {
            const bool begins = std::any_of(
                partner.relationships.begin(), partner.relationships.end(),
                [&](const corpus::Relationship& one) { return one.from && one.from->year == event.date.year; });
            facts.push_back({event.date, &partner, &event.statement.text, begins});
        }
        for (const corpus::Relationship& relationship : partner.relationships) {
            const bool told = relationship.from && std::any_of(partner.history.begin(), partner.history.end(),
                                                               [&](const corpus::Event& event) {
                                                                   return event.date.year == relationship.from->year;
                                                               });
            if (relationship.from && relationship.role && !told) {
                facts.push_back({*relationship.from, &partner, &*relationship.role, true, &relationship});
            }
        }
    }
    std::stable_sort(facts.begin(), facts.end(),
                     [](const Dated& one, const Dated& other) { return one.date < other.date; });
    return facts;
}

std::string said(const Composer& composer, const Dated& fact) {
    const std::string words = composer.edition.plain(*fact.text);
    const std::string partner = plain_text(short_name(composer, *fact.partner));
    return words.find(partner) == std::string::npos ? partner + composer.words["colon"] + words : words;
}

double year_of(const corpus::Date& date) {
    constexpr double middle_of_year = 0.5;
    return date.month == 0 ? date.year + middle_of_year : date.year + (date.month - 1) / 12.0;
}

document::Table timeline_data(const Composer& composer, const std::vector<Dated>& dated) {
    document::Table data;
    data.id = "timeline-data";
    data.caption = plain_inlines(composer.words["timeline-data"]);
    data.columns.resize(3);
    data.columns[0].tabular_figures = true;
    data.header =
        document::Row{cell(composer.words["date"]), cell(composer.words["partner"]), cell(composer.words["event"])};
    for (const Dated& fact : dated) {
        Inlines partner;
        append_words(partner, short_name(composer, *fact.partner), {}, "#" + anchor_of(fact.partner->id));
        data.rows.push_back(
            {cell(composer.date(fact.date)), cell(std::move(partner)), cell(inlines_of(composer, *fact.text))});
        set_language(composer, *fact.text, data.rows.back().back().language);
    }
    return data;
}

// What a drawing of these events says to those who don't see it, and the facts that it tells.
void describe(const Composer& composer, std::span<const Dated> dated, document::Figure& figure) {
    constexpr std::size_t most_told = 24;
    std::vector<std::string> told;
    for (const Dated& fact : dated) {
        composer.tell(figure.facts, fact.text->place,
                      fact.relationship == nullptr ? facts::Field::event : facts::Field::role);
        if (fact.relationship != nullptr) {
            composer.tell(figure.facts, fact.relationship->place, facts::Field::from);
        }
        if (told.size() < most_told) {
            told.push_back(composer.words.fill("timeline-event",
                                               {{"date", composer.date(fact.date)}, {"event", said(composer, fact)}}));
        }
    }
    const std::string events_told = composer.words.strong_row(told) + (dated.size() > most_told ? "…" : "");
    figure.alternative = composer.words.fill("timeline-alternative", {{"first", composer.date(dated.front().date)},
                                                                      {"last", composer.date(dated.back().date)},
                                                                      {"events", events_told}});
}

std::vector<document::Figure> timeline_figures(const Composer& composer, const std::vector<Dated>& dated) {
    std::vector<charts::DatedEvent> events;
    events.reserve(dated.size());
    for (const Dated& fact : dated) {
        events.push_back({year_of(fact.date), composer.date(fact.date), said(composer, fact), fact.is_relationship});
    }
    const charts::Written written = [&](int number) { return composer.words.year(number); };
    document::Figure figure;
    figure.id = "timeline-figure";
    figure.caption = plain_inlines(composer.words.fill("timeline-caption", {{"holder", composer.holder()}}));
    figure.data = timeline_data(composer, dated);
    const ChartOfRows labelled = {
        events.size(), [&](double width, charts::Rows rows) { return charts::timeline(events, width, written, rows); },
        [&](document::Figure& part, charts::Rows rows) {
            describe(composer, std::span(dated).subspan(rows.first, rows.end - rows.first), part);
        }};
    if (events.size() <= charts::most_labelled) {
        std::vector<document::Figure> figures = figures_of(composer, figure, labelled);
        if (!figures.empty()) {
            return figures;
        }
    }
    figure.drawing = composer.shown(charts::events_by_year(events, composer.chart_width(), written));
    figure.narrow = composer.narrow(charts::events_by_year(events, composer.options.narrow, written));
    describe(composer, dated, figure);
    return {figure};
}

} // namespace

document::Part introduction(Composer& composer) {
    document::Part part;
    part.role = PartRole::introduction;
    part.id = "introduction";
    if (composer.edition.facts.introduction.empty()) {
        return part;
    }
    part.blocks.emplace_back(heading(1, part.id, composer.words["introduction"]));
    std::vector<const corpus::Provenance*> provenances;
    provenances.reserve(composer.edition.facts.introduction.size());
    for (const corpus::Statement& statement : composer.edition.facts.introduction) {
        provenances.push_back(&statement.provenance);
    }
    Citations citations(composer, provenances);
    LanguageRemarks remarks(composer);
    for (const corpus::Statement& statement : composer.edition.facts.introduction) {
        remarks.add({&statement.text}, part.blocks);
        document::Paragraph text;
        text.id = anchor_of(statement.id);
        text.text = inlines_of(composer, statement.text);
        set_passage(composer, facts::Field::introduction, statement.text, text);
        citations.cite(text.text, statement.provenance);
        part.blocks.emplace_back(std::move(text));
    }
    return part;
}

document::Part at_a_glance(const Composer& composer) {
    const wording::Words& words = composer.words;
    document::Part part;
    part.role = PartRole::glance;
    part.id = "at-a-glance";
    part.blocks.emplace_back(heading(1, part.id, words["at-a-glance"]));
    document::Table table;
    table.role = document::TableRole::glance;
    table.id = "at-a-glance-table";
    table.columns.resize(4);
    table.columns[2].tabular_figures = true;
    table.header = document::Row{cell(words["partner"]), cell(words["relationship"]), cell(words["since"]),
                                 cell(words.fill("role", {{"holder", composer.holder()}}))};
    Texts texts;
    for (const corpus::Partner& partner : composer.edition.facts.partners) {
        Inlines name;
        append_words(name, short_name(composer, partner), {}, "#" + anchor_of(partner.id));
        table.rows.push_back({cell(std::move(name)), cell(kinds_of(composer, partner)), since(composer, partner),
                              roles_of(composer, partner)});
        composer.tell_short_name(table.rows.back()[0].facts, partner);
        for (const corpus::Relationship& relationship : partner.relationships) {
            composer.tell(table.rows.back()[1].facts, relationship.place, facts::Field::relationship);
            add_text(texts, relationship.role);
        }
    }
    LanguageRemarks(composer).add(texts, part.blocks);
    part.blocks.emplace_back(without_empty_columns(std::move(table)));
    for (document::Figure& kinds : partners_by_kind(composer)) {
        part.blocks.emplace_back(std::move(kinds));
    }
    return part;
}

document::Part timeline(const Composer& composer) {
    document::Part part;
    part.role = PartRole::timeline;
    part.id = "timeline";
    const std::vector<Dated> facts = dated_facts(composer);
    if (!facts.empty()) {
        part.blocks.emplace_back(heading(1, part.id, composer.words["timeline"]));
        Texts texts;
        for (const Dated& fact : facts) {
            texts.push_back(fact.text);
        }
        LanguageRemarks(composer).add(texts, part.blocks);
        for (document::Figure& figure : timeline_figures(composer, facts)) {
            part.blocks.emplace_back(std::move(figure));
        }
    }
    return part;
}

} // namespace rapporteur::compose
