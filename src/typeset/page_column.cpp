#include "typeset/page_column.hpp"

#include <algorithm>
#include <cmath>

namespace rapporteur::typeset {

namespace {

constexpr double most_drawn_up = 2.5; // points by which the space above a line may shrink to meet the grid

} // namespace

PageColumn::PageColumn(const Slab& first, const PageRules& page_rules)
    : rules(page_rules), depth(first.head ? first.head->height : 0) {}

double PageColumn::place(const Slab& slab) {
    double top = depth + (is_empty ? 0 : slab.before);
    if (slab.on_grid && rules.grid > 0) {
        const double draw_up = is_empty ? 0 : std::min(slab.before / 2, most_drawn_up);
        constexpr double hair = 1e-6;
        top = std::max(depth, rules.grid * std::ceil((top - draw_up - hair) / rules.grid));
    }
    depth = top + slab.height;
    is_empty = false;
    return top;
}

void level(std::span<Slab> page, double notes, const PageRules& rules) {
    PageColumn column(page.front(), rules);
    std::vector<Slab*> takers;
    for (Slab& slab : page) {
        column.place(slab);
        if (slab.takes_space && &slab != &page.front()) {
            takers.push_back(&slab);
        }
    }
    const double left = column.left() - (notes > 0 ? notes + rules.above_notes : 0);
    const double lines = rules.grid > 0 ? std::floor(left / rules.grid) : 0;
    if (lines < 1 || lines > static_cast<double>(takers.size())) {
        return;
    }
    for (std::size_t at = 0; at < static_cast<std::size_t>(lines); ++at) {
        takers[at]->before += rules.grid;
    }
}

} // namespace rapporteur::typeset
