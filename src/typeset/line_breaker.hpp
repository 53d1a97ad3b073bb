#pragma once

// Breaks a paragraph into lines so that the paragraph as a whole looks best: Knuth and Plass, "Breaking Paragraphs into
// Lines", Software: Practice and Experience 11 (1981), with TeX's badness, demerits and fitness classes.
//
// What may end a line is a Breakpoint; widths are sums from the paragraph's start, so that the length of any line is a
// difference. Time is linear in the breakpoints for a bounded measure: only those within one line of each other meet,
// and of those that stand at one place, the last alone counts.

#include "support/steps.hpp"

#include <cstddef>
#include <vector>

namespace rapporteur::typeset {

struct Breakpoint {
    double before = 0;        // natural width up to here, from the paragraph's start, with the spaces passed
    double spaces_before = 0; // of it, the spaces' own
    double after = 0;         // the same sums at the start of a line that begins here: past the space
    double spaces_after = 0;
    double hyphen = 0;     // width that breaking here adds
    double hang_end = 0;   // how much of the line's last character may hang over the right edge
    double hang_start = 0; // how much of the next line's first may hang over the left
    double penalty = 0;
    bool flagged = false; // a hyphen
};

struct LineRules {
    double measure = 0;
    double first_indent = 0;
    double ragged_stretch = 0;  // above 0: lines may fall short, ever less gladly; spaces keep their width
    double last_line_least = 0; // the shortest last line that is no blemish
    double space_stretch = 0.5; // of a space's width, at a ratio of 1; as in TeX's fonts
    double space_shrink = 0.3;  // the most that a space gives up
    // The part of their width by which a line's letters may all widen or narrow. They do so before its spaces do:
    // within two hundredths it isn't seen (Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system",
    // 2000).
    double letter_flex = 0;
};

// The breakpoints at which lines end; the last of `points` is the paragraph's end and always among them. Point 0 is the
// paragraph's start and never is. A line that nothing can make fit sticks out.
// `steps` counts how often two breakpoints meet.
std::vector<std::size_t> break_lines(const std::vector<Breakpoint>& points, const LineRules& rules, Steps& steps);
std::vector<std::size_t> break_lines(const std::vector<Breakpoint>& points, const LineRules& rules);

// How a line fits: the part of its stretch (above 0) or shrink (below 0) that is used, a little of it for letters that
// flex and the rest for spaces.
struct LineFit {
    double natural = 0;
    double ratio = 0;
};
LineFit fit_of(const Breakpoint& start, const Breakpoint& end, const LineRules& rules, double available);

} // namespace rapporteur::typeset
