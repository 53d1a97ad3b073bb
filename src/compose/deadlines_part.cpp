#include "compose/composer.hpp"
#include "deadlines/deadlines.hpp"

namespace rapporteur::compose {

document::Part deadlines_part(Composer& composer) {
    document::Part part;
    part.role = document::PartRole::glance;
    part.id = "deadlines";
    const std::vector<deadlines::Deadline> deadlines = deadlines::deadlines_of(composer.edition.facts);
    if (deadlines.empty()) {
        return part;
    }
    std::vector<const corpus::Provenance*> provenances;
    provenances.reserve(deadlines.size());
    for (const deadlines::Deadline& deadline : deadlines) {
        provenances.push_back(&deadline.obligation->statement.provenance);
    }
    Citations citations(composer, provenances);
    part.blocks.emplace_back(heading(1, part.id, composer.words["deadlines"]));
    document::Paragraph opening = paragraph(document::ParagraphRole::body, composer.words["deadlines-opening"]);
    citations.call_main(opening.text);
    part.blocks.emplace_back(std::move(opening));
    document::Table table;
    table.id = "deadlines-table";
    table.columns.resize(4);
    table.columns[0].tabular_figures = true;
    table.header = document::Row{cell(composer.words["deadline-date"]), cell(composer.words["partner"]),
                                 cell(composer.words.fill("obligations", {{"holder", composer.holder()}})),
                                 cell(composer.words["interval"])};
    Texts texts;
    for (const deadlines::Deadline& deadline : deadlines) {
        const corpus::Obligation& obligation = *deadline.obligation;
        texts.push_back(&obligation.statement.text);
        Inlines partner;
        append_words(partner, short_name(composer, *deadline.partner), {}, "#" + anchor_of(deadline.partner->id));
        Inlines what = inlines_of(composer, obligation.statement.text);
        citations.cite(what, obligation.statement.provenance);
        table.rows.push_back(
            {cell(composer.date(deadline.due())), cell(std::move(partner)), cell(std::move(what)),
             obligation.every.empty() ? document::Cell{} : cell(interval_in_words(composer.words, obligation.every))});
        document::Row& row = table.rows.back();
        set_language(composer, obligation.statement.text, row[2].language);
        const Place& place = obligation.statement.text.place;
        composer.tell(row[0].facts, place, facts::Field::due);
        composer.tell_short_name(row[1].facts, *deadline.partner);
        composer.tell(row[2].facts, place, facts::Field::obligation);
        composer.tell(row[3].facts, place, facts::Field::interval);
    }
    LanguageRemarks(composer).add(texts, part.blocks);
    part.blocks.emplace_back(without_empty_columns(std::move(table)));
    return part;
}

} // namespace rapporteur::compose
