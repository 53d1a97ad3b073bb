#pragma once

#include "document/document.hpp"

#include <vector>

namespace rapporteur::pandoc {

// Points for each column of a table that fills `measure`, by what its cells hold: a column is as wide as its longest
// word, then as its longest line as far as there is room. Where the longest words don't fit beside each other, the
// table is set in smaller type, so that no figure is broken.
struct ColumnWidths {
    std::vector<double> points;
    double scale = 1; // of the table's type
};

// `type` is the size of a table's text in points.
ColumnWidths column_widths(const document::Table& table, double measure, double type);

} // namespace rapporteur::pandoc
