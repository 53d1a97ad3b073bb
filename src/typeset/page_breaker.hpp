#pragma once

// Cuts a galley into pages so that the pages as a whole look best: a shortest path over the slabs, after Plass,
// "Optimal Pagination Techniques for Automatic Typesetting Systems" (1981), with notes at the foot of the page that
// calls them. What a long note has more than its page can hold goes on at the foot of the next, before the notes that
// are called there; where the slabs end first, on pages of its own.
//
// Time is linear in the slabs for pages of bounded depth.

#include "typeset/page_column.hpp"

#include <span>

namespace rapporteur::typeset {

enum class GalleyEnd : std::uint8_t {
    more_follows,
    page_turns, // more follows, on pages of the other orientation
    is_last
};

// One past a page's last slab, and one past the last line of notes at its foot: lines are counted over all that wait
// and then all that the slabs call.
struct PageEnd {
    std::size_t slabs = 0;
    std::size_t note_lines = 0;
    bool operator==(const PageEnd&) const = default;
};

// `waiting` are lines of notes that earlier pages left over. Where more follows, the last of these pages may change
// when it comes: the caller keeps its slabs.
std::vector<PageEnd> break_pages(std::span<const Slab> slabs, std::span<const Slab> waiting, const PageRules& rules,
                                 GalleyEnd end);

} // namespace rapporteur::typeset
