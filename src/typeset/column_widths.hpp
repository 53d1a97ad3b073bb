#pragma once

// Column widths found from what the cells hold, after the automatic table layout of CSS 2.2, 17.5.2.2: each column gets
// at least its widest unbreakable piece, and what is left goes where whole cells want it most.

#include <vector>

namespace rapporteur::typeset {

struct ColumnWant {
    double least = 0; // the widest piece that can't be broken, with padding
    double most = 0;  // the widest cell on one line, with padding
};

// Widths that add up to `available` where any column wants that much, to less where none does.
std::vector<double> column_widths(const std::vector<ColumnWant>& wants, double available);

} // namespace rapporteur::typeset
