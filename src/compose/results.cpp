#include "compose/chart_figures.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::compose {

namespace {

using corpus::Outcome;
using corpus::Value;

constexpr double most_drawn = 14; // at the size that charts letter in

document::Cell cell_of(const Composer& composer, const Value& value) {
    const bool is_number = !value.number.empty();
    const bool has_words =
        !value.written.empty() && (!is_number || (!value.unit.empty() && value.unit != percent_sign));
    if (!has_words || !composer.edition.is_translation()) {
        return cell(value_in_words(composer.words, value));
    }
    document::Text words; // which aren't translated; the number before them is the reader's
    words.text = is_number ? value.unit : value.written;
    words.language = composer.edition.facts.language;
    Inlines inlines = is_number ? plain_inlines(composer.words.decimal(value.number) + "\u00A0") : Inlines();
    inlines.emplace_back(std::move(words));
    return cell(std::move(inlines));
}

const corpus::Text& name_of(const Outcome& outcome) {
    return outcome.indicator ? *outcome.indicator : outcome.statement.text;
}

facts::Measures measures_of(const Outcome& outcome) {
    return {outcome.baseline, outcome.target, outcome.actual};
}

std::string in_scale(const Composer& composer, double number, const std::string& sign) {
    const std::string figures = fmt::format("{}", number);
    return value_in_words(composer.words, {figures, figures, sign});
}

charts::Bullet bullet_of(const Composer& composer, const Outcome& outcome) {
    charts::Bullet bullet;
    bullet.label = composer.edition.plain(name_of(outcome));
    bullet.target = corpus::drawn(outcome.target);
    bullet.actual = corpus::drawn(outcome.actual);
    if (!outcome.baseline.number.empty()) {
        bullet.baseline = corpus::drawn(outcome.baseline);
    }
    const double third = bullet.baseline.value_or(bullet.actual);
    const double most = std::max({bullet.target, bullet.actual, third});
    const double least = std::min({bullet.target, bullet.actual, third});
    constexpr double whole = 100;
    const bool is_part_of_a_whole = outcome.actual.unit == percent_sign && most <= whole;
    bullet.scale_start = least < 0 ? -charts::round_end(-least) : 0;
    bullet.scale_end = is_part_of_a_whole ? whole : charts::round_end(most);
    const std::string sign(outcome.actual.unit == percent_sign ? percent_sign : std::string_view());
    bullet.scale_start_label = in_scale(composer, bullet.scale_start, sign);
    bullet.scale_end_label = in_scale(composer, bullet.scale_end, sign);
    bullet.actual_label = value_in_words(composer.words, outcome.actual);
    return bullet;
}

std::string told(const Composer& composer, const Outcome& outcome) {
    return measures_in_words(composer.words, composer.edition.plain(name_of(outcome)), measures_of(outcome));
}

document::Table table_of(const Composer& composer, const corpus::Partner& partner, Citations& citations) {
    document::Table table;
    table.id = anchor_of(partner.id) + "-results-table";
    table.columns.resize(4);
    table.header = document::Row{cell(composer.words["indicator"])};
    for (const char* value : {"baseline", "target", "actual"}) {
        table.header->push_back(cell(composer.words[value]));
    }
    std::fill(table.columns.begin() + 1, table.columns.end(), document::Column{document::Alignment::end, true});
    for (const Outcome& outcome : partner.outcomes) {
        document::Cell name = cell(marked_inlines_of(composer, name_of(outcome)));
        citations.cite(name.lines.back(), outcome.statement.provenance);
        composer.tell(name.facts, outcome.statement.text.place, facts::Field::outcome);
        if (outcome.indicator) {
            composer.tell(name.facts, outcome.indicator->place, facts::Field::indicator);
        }
        table.rows.push_back({std::move(name), cell_of(composer, outcome.baseline), cell_of(composer, outcome.target),
                              outcome.actual.written.empty()
                                  ? cell(actual_in_words(composer.words, measures_of(outcome)))
                                  : cell_of(composer, outcome.actual)});
    }
    return without_empty_columns(std::move(table));
}

} // namespace

std::vector<Block> results_of(const Composer& composer, const corpus::Partner& partner, Citations& citations) {
    std::vector<charts::Bullet> rows;
    std::vector<std::string> words;
    std::vector<const Outcome*> drawn;
    for (const Outcome& outcome : partner.outcomes) {
        if (corpus::is_comparable(outcome)) {
            rows.push_back(bullet_of(composer, outcome));
            words.push_back(told(composer, outcome));
            drawn.push_back(&outcome);
        }
    }
    document::Table table = table_of(composer, partner, citations);
    const bool few_enough =
        static_cast<double>(rows.size()) <= most_drawn * charts::lettering / composer.options.lettering;
    if (!few_enough) {
        return {std::move(table)};
    }
    document::Figure figure;
    figure.id = anchor_of(partner.id) + "-results-figure";
    figure.caption =
        plain_inlines(composer.words.fill("results-caption", {{"partner", short_name(composer, partner)}}));
    const charts::BulletLegend legend = {composer.words["baseline"], composer.words["target"],
                                         composer.words["actual"]};
    figure.data = table;
    const std::vector<document::Figure> figures = figures_of(
        composer, figure,
        {rows.size(), [&](double width, charts::Rows part) { return charts::bullets(rows, legend, width, part); },
         [&](document::Figure& shown, charts::Rows part) {
             const auto first = words.begin() + static_cast<std::ptrdiff_t>(part.first);
             const auto end = words.begin() + static_cast<std::ptrdiff_t>(part.end);
             shown.alternative =
                 composer.words.fill("results-alternative", {{"results", composer.words.strong_row({first, end})}});
             for (std::size_t at = part.first; at < part.end; ++at) {
                 composer.tell(shown.facts, drawn[at]->statement.text.place, facts::Field::outcome);
                 if (drawn[at]->indicator) {
                     composer.tell(shown.facts, drawn[at]->indicator->place, facts::Field::indicator);
                 }
             }
         }});
    if (figures.empty()) {
        return {std::move(table)};
    }
    return {figures.begin(), figures.end()};
}

} // namespace rapporteur::compose
