#pragma once

// What the glyphs of a run say, cut as finely as the font's own character map allows: the fewer glyphs say something
// together, the less has to be told beside them.

#include "typeset/page.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::pdf {

// Glyphs that say `text` together, as indexes into a run.
struct Saying {
    std::size_t first = 0;
    std::size_t last = 0; // one past
    std::string_view text;
};

// A line-break hyphen says this; a reader that joins lines drops it.
inline constexpr std::string_view soft_hyphen = "\u00AD";

// Puts the sayings of the cluster that begins at glyph `at` into `sayings`; the last one ends where the next cluster
// begins. A cluster of one glyph is one saying. Marks whose glyphs are the face's own for their characters are cut off,
// but from European letters.
void cut_cluster(const typeset::GlyphRun& run, std::size_t at, const fonts::Face& face, std::vector<Saying>& sayings);

// What each glyph of a saying may stand for to a reader that doesn't know ActualText: every character once, by the
// glyph that draws it where the face tells, nothing visible for glyphs that are left over.
std::vector<std::string> shares(const typeset::GlyphRun& run, const Saying& saying, const fonts::Face& face);

} // namespace rapporteur::pdf
