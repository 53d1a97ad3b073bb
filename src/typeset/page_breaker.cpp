#include "typeset/page_breaker.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

constexpr double short_page_cost = 5000;   // of a page left wholly empty; grows as the square of what is left
constexpr double divided_and_short = 3;    // times that, of a page that ends within a paragraph: why does it end there?
constexpr double nearly_empty_cost = 9000; // of a last page without a line; falls as the square of what is missing
constexpr double too_deep_cost = 1e9;      // a slab deeper than the page: there is no other way

struct Best {
    double cost = never_break;
    std::size_t from = 0;
};

enum class PageEnd : std::uint8_t { within_block, between_blocks, of_galley };

double cost_of(double left, const PageRules& rules, bool is_last, PageEnd end) {
    if (left < -1e-6) {
        return too_deep_cost - left;
    }
    if (is_last && rules.depth - left < rules.least_last_page) {
        const double missing = 1 - (rules.depth - left) / rules.least_last_page;
        return rules.page_cost + nearly_empty_cost * missing * missing;
    }
    const double part = left / rules.depth;
    const double weight = end == PageEnd::of_galley ? 0 : end == PageEnd::within_block ? divided_and_short : 1;
    return rules.page_cost + weight * short_page_cost * part * part;
}

} // namespace

std::vector<std::size_t> break_pages(std::span<const Slab> slabs, const PageRules& rules, GalleyEnd end) {
    const std::size_t count = slabs.size();
    std::vector<Best> best(count + 1);
    best[0].cost = 0;
    for (std::size_t from = 0; from < count; ++from) {
        if (best[from].cost == never_break) {
            continue;
        }
        PageColumn page(slabs[from], rules);
        bool leads_on = false; // whether a page from here may end somewhere
        for (std::size_t to = from + 1; to <= count; ++to) {
            page.place(slabs[to - 1]);
            const bool fits = page.left() >= -1e-6;
            if (!fits && leads_on) {
                break;
            }
            const double penalty = to == count ? 0 : slabs[to].penalty;
            if (penalty == never_break) {
                continue;
            }
            leads_on = true;
            const bool is_last = to == count && end == GalleyEnd::is_last;
            const PageEnd page_end = to == count       ? PageEnd::of_galley
                                     : slabs[to].start ? PageEnd::between_blocks
                                                       : PageEnd::within_block;
            const double cost = best[from].cost + penalty + cost_of(page.left(), rules, is_last && from > 0, page_end);
            if (cost < best[to].cost) {
                best[to] = {cost, from};
            }
            if (!fits) {
                break;
            }
        }
    }
    std::vector<std::size_t> ends;
    for (std::size_t at = count; at > 0; at = best[at].from) {
        ends.push_back(at);
    }
    std::reverse(ends.begin(), ends.end());
    return ends;
}

} // namespace rapporteur::typeset
