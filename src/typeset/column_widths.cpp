#include "typeset/column_widths.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rapporteur::typeset {

std::vector<double> column_widths(const std::vector<ColumnWant>& wants, double available) {
    double least = 0;
    double most = 0;
    for (const ColumnWant& want : wants) {
        least += want.least;
        most += want.most;
    }
    std::vector<double> widths;
    widths.reserve(wants.size());
    if (most <= available) {
        for (const ColumnWant& want : wants) {
            widths.push_back(want.most * available / most);
        }
        return widths;
    }
    if (least >= available) { // too narrow for any good way: pieces will be cut
        for (const ColumnWant& want : wants) {
            widths.push_back(want.least * available / least);
        }
        return widths;
    }
    // By the square root of what a column lacks: a long text gets more room than a short one, though not all of it.
    double roots = 0;
    for (const ColumnWant& want : wants) {
        roots += std::sqrt(want.most - want.least);
    }
    double unused = 0;
    double growing = 0;
    for (const ColumnWant& want : wants) {
        const double share = (available - least) * std::sqrt(want.most - want.least) / roots;
        const double width = std::min(want.least + share, want.most);
        unused += want.least + share - width;
        growing += width < want.most ? want.most - width : 0;
        widths.push_back(width);
    }
    for (std::size_t at = 0; at < widths.size() && growing > 0; ++at) {
        widths[at] += unused * (wants[at].most - widths[at]) / growing;
    }
    return widths;
}

} // namespace rapporteur::typeset
