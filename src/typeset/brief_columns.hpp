#pragma once

// The two columns of a brief's sheet, before they are placed on it.

#include "typeset/blocks.hpp"
#include "typeset/page_breaker.hpp"
#include "typeset/page_column.hpp"

#include <span>
#include <vector>

namespace rapporteur::typeset {

inline constexpr double panel_padding = 11; // around the text of the narrow column

// The brief's style with each of its measures.
struct Measures {
    style::Style sheet;
    style::Style text;
    style::Style card;
};

// The style has a brief.
Measures measures_of(const style::Style& style, double spacing);

// A column cut into pages.
struct Column {
    std::vector<Slab> slabs;
    std::vector<std::size_t> ends; // one past each page's last slab
    PageRules rules;

    std::size_t pages() const { return ends.size(); }
    std::span<Slab> on(std::size_t page);
    double depth_on(std::size_t page);           // points
    double depth_beyond(std::size_t most_pages); // and what is too deep for the pages before
};

Column cut(Galley& galley, const PageRules& rules);

// An error where a slab is deeper than a page.
Result<void> require_fit(const Column& column, const document::Document& document);

// Of the notes that these slabs call.
double notes_depth(std::span<const Slab> slabs);

// A block of the column for reading, or of the narrow one.
Result<void> set_text_block(Compositor& compositor, const document::Block& block, const Flow& flow);
Result<void> set_card_block(Compositor& compositor, const document::Block& block, const Flow& flow);

} // namespace rapporteur::typeset
