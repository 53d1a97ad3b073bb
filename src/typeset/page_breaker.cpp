#include "typeset/page_breaker.hpp"

#include "typeset/note_lines.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

constexpr double short_page_cost = 5000;   // of a page left wholly empty; grows as the square of what is left
constexpr double divided_and_short = 3;    // times that, of a page that ends within a paragraph: why does it end there?
constexpr double nearly_empty_cost = 9000; // of a last page without a line; falls as the square of what is missing
constexpr double divided_note_cost = 3000; // of a page whose long note goes on on the next
constexpr double torn_note_cost = 1e6;     // of one that lacks lines of notes which belong on it
constexpr double torn_apart_cost = 1e7;    // of a break where one is forbidden: better than what leaves the page
constexpr double too_deep_cost = 1e9;      // a slab deeper than the page: there is no other way
constexpr double hair = 1e-6;

struct Best {
    double cost = never_break;
    std::size_t from = 0;
    std::size_t note_lines = 0; // on the pages up to here
};

enum class EndsAt : std::uint8_t { within_block, between_blocks, end_of_galley };

double cost_of(double left, const PageRules& rules, bool is_last, EndsAt end) {
    if (left < -hair) {
        return too_deep_cost - left;
    }
    if (is_last && rules.depth - left < rules.least_last_page) {
        const double missing = 1 - (rules.depth - left) / rules.least_last_page;
        return rules.page_cost + nearly_empty_cost * missing * missing;
    }
    const double part = left / rules.depth;
    const double weight = end == EndsAt::end_of_galley ? 0 : end == EndsAt::within_block ? divided_and_short : 1;
    return rules.page_cost + weight * short_page_cost * part * part;
}

// The notes at the foot of one page.
struct Foot {
    std::size_t end = 0; // one past its last line
    double depth = 0;    // points, with the space above
    double cost = 0;     // of what isn't there
};

Foot foot_of(const NoteLines& notes, std::size_t from, std::size_t slabs, double room, const PageRules& rules) {
    const std::size_t called = notes.called(slabs);
    Foot foot{called};
    if (from == called) {
        return foot;
    }
    if (rules.long_notes == LongNotes::go_on) {
        foot.end = notes.fitting(from, called, room - rules.above_notes);
    }
    foot.depth = foot.end == from ? 0 : rules.above_notes + notes.depth(from, foot.end);
    if (foot.end < called) {
        foot.cost = foot.end < notes.due(slabs) ? torn_note_cost : divided_note_cost;
    }
    return foot;
}

enum class Forbidden : std::uint8_t { never, at_a_price };

class Breaker {
public:
    Breaker(std::span<const Slab> all, const NoteLines& lines, const PageRules& page_rules, GalleyEnd galley_end)
        : slabs(all), notes(lines), rules(page_rules), end(galley_end) {}

    // The best way to each place where a page may end.
    std::vector<Best> ways(Forbidden forbidden) const {
        std::vector<Best> best(slabs.size() + 1);
        best[0].cost = 0;
        for (std::size_t from = 0; from < slabs.size(); ++from) {
            if (best[from].cost != never_break) {
                try_pages(best, from, forbidden);
            }
        }
        return best;
    }

private:
    double penalty_above(std::size_t slab, Forbidden forbidden) const {
        const double penalty = slab == slabs.size() ? 0 : slabs[slab].penalty;
        return penalty == never_break && forbidden == Forbidden::at_a_price ? torn_apart_cost : penalty;
    }

    void try_pages(std::vector<Best>& best, std::size_t from, Forbidden forbidden) const {
        PageColumn page(slabs[from], rules);
        bool leads_on = false; // whether a page from here may end somewhere
        for (std::size_t to = from + 1; to <= slabs.size(); ++to) {
            page.place(slabs[to - 1]);
            const Foot foot = foot_of(notes, best[from].note_lines, to, page.left(), rules);
            const double left = page.left() - foot.depth;
            const bool fits = left >= -hair;
            if (!fits && leads_on) {
                break;
            }
            const double penalty = penalty_above(to, forbidden);
            if (penalty == never_break) {
                continue;
            }
            leads_on = true;
            const bool ends_galley = to == slabs.size();
            const bool is_last = ends_galley && end != GalleyEnd::more_follows;
            const EndsAt place = ends_galley       ? EndsAt::end_of_galley
                                 : slabs[to].start ? EndsAt::between_blocks
                                                   : EndsAt::within_block;
            const double cost =
                best[from].cost + penalty + foot.cost + cost_of(left, rules, is_last && from > 0, place);
            if (cost < best[to].cost) {
                best[to] = {cost, from, foot.end};
            }
            if (!fits) {
                break;
            }
        }
    }

    std::span<const Slab> slabs;
    const NoteLines& notes;
    const PageRules& rules;
    GalleyEnd end;
};

// Pages for what is left of a note when nothing else is.
void add_pages_of_notes(std::vector<PageEnd>& ends, const NoteLines& notes, std::size_t slabs, const PageRules& rules) {
    std::size_t from = ends.empty() ? 0 : ends.back().note_lines;
    const std::size_t all = notes.called(slabs);
    while (from < all) {
        const std::size_t fitting = notes.fitting(from, all, rules.depth - rules.above_notes);
        from = std::max(fitting, from + 1); // a line deeper than a page gets one of its own
        ends.push_back({slabs, from});
    }
}

} // namespace

std::vector<PageEnd> break_pages(std::span<const Slab> slabs, std::span<const Slab> waiting, const PageRules& rules,
                                 GalleyEnd end) {
    const NoteLines notes(waiting, slabs);
    const Breaker breaker(slabs, notes, rules, end);
    std::vector<Best> best = breaker.ways(Forbidden::never);
    if (best.back().cost >= too_deep_cost) {
        best = breaker.ways(Forbidden::at_a_price);
    }
    std::vector<PageEnd> ends;
    for (std::size_t at = slabs.size(); at > 0; at = best[at].from) {
        ends.push_back({at, best[at].note_lines});
    }
    std::reverse(ends.begin(), ends.end());
    if (end == GalleyEnd::is_last) {
        add_pages_of_notes(ends, notes, slabs.size(), rules);
    }
    return ends;
}

} // namespace rapporteur::typeset
