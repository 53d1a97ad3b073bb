#pragma once

// The law of every page: nothing on it is deeper than its text area. What may be divided is divided before; what may
// not, and doesn't fit an empty page, is an error that names it.

#include "document/document.hpp"
#include "support/diagnostic.hpp"
#include "typeset/page_column.hpp"

#include <optional>

namespace rapporteur::typeset {

// The error that a slab is, where it and its notes are deeper than a page. `start` is the block that it belongs to.
std::optional<Diagnostic> too_deep(const Slab& slab, const PageRules& rules, const document::Document& document,
                                   const std::optional<PageStart>& start);

} // namespace rapporteur::typeset
