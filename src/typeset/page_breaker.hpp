#pragma once

// Cuts a galley into pages so that the pages as a whole look best: a shortest path over the slabs, after Plass,
// "Optimal Pagination Techniques for Automatic Typesetting Systems" (1981), with notes at the foot of the page that
// calls them.
//
// Time is linear in the slabs for pages of bounded depth.

#include "typeset/page_column.hpp"

#include <span>

namespace rapporteur::typeset {

enum class GalleyEnd : std::uint8_t { more_follows, is_last };

// The slabs at which pages end (one past each page's last). Where more follows, the last of these pages may change when
// it comes: the caller keeps its slabs.
std::vector<std::size_t> break_pages(std::span<const Slab> slabs, const PageRules& rules, GalleyEnd end);

} // namespace rapporteur::typeset
