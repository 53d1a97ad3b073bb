#pragma once

#include "document/document.hpp"

#include <vector>

namespace rapporteur::pandoc {

// Points for each column of a table that fills `measure`, by what its cells hold: a column is as wide as its longest
// word, then as its longest line as far as there is room.
std::vector<double> column_widths(const document::Table& table, double measure);

} // namespace rapporteur::pandoc
