#pragma once

// A chart of rows as figures: one, or several where a page isn't deep enough for all of its rows.

#include "charts/charts.hpp"
#include "compose/composer.hpp"

namespace rapporteur::compose {

struct ChartOfRows {
    std::size_t rows = 0;
    // Some of the rows, in a drawing as wide as is said.
    std::function<document::Drawing(double width, charts::Rows rows)> draw;
    // Gives a figure what is said of the rows that it shows: its alternative text, and the facts that it tells.
    std::function<void(document::Figure& figure, charts::Rows rows)> describe;
};

// `like` gives the id, the caption and the data, which stand below the last. A figure that goes on from the one before
// says so in its caption. None where not even one row has room on a page.
std::vector<document::Figure> figures_of(const Composer& composer, const document::Figure& like,
                                         const ChartOfRows& chart);

// Whether one page has room for a chart.
bool fits_a_page(const Composer& composer, const document::Drawing& chart);

// A partner's membership by groups, of which it has some: a bar in parts with all of them in its table, or the table
// alone, where they are more than a bar makes plain. `section` is the id of the partner's.
Block composition_of(const Composer& composer, const corpus::Partner& partner, const std::string& section,
                     Citations& citations);

} // namespace rapporteur::compose
