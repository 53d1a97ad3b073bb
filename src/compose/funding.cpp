#include "compose/composer.hpp"

#include <algorithm>

namespace rapporteur::compose {

namespace {

using corpus::Funding;
using corpus::Money;

// Whether its uses say what became of it: each of them, with how much.
bool is_accounted_for(const Funding& funding) {
    return !funding.uses.empty() && std::all_of(funding.uses.begin(), funding.uses.end(),
                                                [](const corpus::Use& use) { return use.amount.has_value(); });
}

// What the uses don't account for.
Money rest_of(const Funding& funding) {
    Money rest = funding.amount;
    for (const corpus::Use& use : funding.uses) {
        rest.thousandths -= use.amount ? use.amount->thousandths : 0;
    }
    return rest;
}

document::Cell uses_of(const Composer& composer, const Funding& funding) {
    document::Cell uses;
    const std::string colon = composer.words["colon"];
    for (const corpus::Use& use : funding.uses) {
        Inlines line = marked_inlines_of(composer, use.text);
        if (use.amount) {
            append(line, plain_inlines(colon + money_in_words(composer.words, *use.amount)));
        }
        uses.lines.push_back(std::move(line));
        composer.tell(uses.facts, use.text.place, facts::Field::funding);
    }
    if (const Money rest = rest_of(funding); is_accounted_for(funding) && rest.thousandths > 0) {
        uses.lines.push_back(
            plain_inlines(composer.words["not-reported"] + colon + money_in_words(composer.words, rest)));
    }
    return uses;
}

} // namespace

document::Table funding_of(const Composer& composer, const corpus::Partner& partner, Citations& citations) {
    document::Table table;
    table.id = anchor_of(partner.id) + "-funding-table";
    table.columns.resize(4);
    table.columns[0].tabular_figures = true;
    table.columns[1] = {document::Alignment::end, true};
    table.header = document::Row{cell(composer.words["year"]), cell(composer.words["amount"]),
                                 cell(composer.words["purpose"]), cell(composer.words["used-for"])};
    for (const Funding& funding : partner.funding) {
        document::Cell amount = cell(money_in_words(composer.words, funding.amount));
        citations.cite(amount.lines.back(), funding.provenance);
        document::Cell purpose =
            funding.purpose ? cell(marked_inlines_of(composer, funding.purpose->text)) : document::Cell();
        const Place& place = funding.purpose ? funding.purpose->text.place : funding.place;
        composer.tell(amount.facts, place, facts::Field::funding);
        composer.tell(purpose.facts, place, facts::Field::funding);
        table.rows.push_back({cell(composer.words.year(funding.year)), std::move(amount), std::move(purpose),
                              uses_of(composer, funding)});
    }
    return without_empty_columns(std::move(table));
}

} // namespace rapporteur::compose
