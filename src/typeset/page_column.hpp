#pragma once

// Where slabs stand on a page, one under the other: the same answer for the breaker, which weighs pages, and for the
// press, which prints them.
//
// Lines of running text stand on the baseline grid, counted from the head of the text area, so that those of facing
// pages and of both sides of a sheet meet. Notes fill the page from its foot.

#include "typeset/galley.hpp"

#include <span>

namespace rapporteur::typeset {

// A note that is too deep for the page that calls it goes on at the foot of the next, or keeps the page from fitting.
enum class LongNotes : std::uint8_t { go_on, stay_whole };

struct PageRules {
    double depth = 0;           // points of a page's text area
    double above_notes = 0;     // points between text and notes
    double least_last_page = 0; // a last page shallower than this is a blemish
    double grid = 0;            // points from baseline to baseline; 0 for none
    double page_cost = 10;      // that there is one page more, all else being equal
    LongNotes long_notes = LongNotes::go_on;
};

class PageColumn {
public:
    // `first` is the slab that opens the page.
    PageColumn(const Slab& first, const PageRules& rules);

    // Returns the slab's top, in points from that of the text area.
    double place(const Slab& slab);

    double left() const { return rules.depth - depth; } // below 0: too much is on the page

private:
    const PageRules& rules;
    double depth = 0;
    bool is_empty = true;
};

// Opens a page that isn't full by whole lines of the grid, above headings, tables and figures, so that facing pages end
// level. One that lacks more than these can take stays short. `notes` is what stands at its foot, in points.
void level(std::span<Slab> page, double notes, const PageRules& rules);

} // namespace rapporteur::typeset
