#pragma once

// Passages become lines: break opportunities weighed, hyphens tried, lines chosen as a whole, glyphs put in their
// places.

#include "typeset/alphabet.hpp"
#include "typeset/hyphenator.hpp"
#include "typeset/line_setter.hpp"

namespace rapporteur::typeset {

class ParagraphSetter {
public:
    ParagraphSetter(fonts::FontBook& book, const Looks& looks);

    Result<std::vector<SetLine>> set(const Passage& passage, const Measure& measure);

    // The width of a passage on one line, and of its widest unbreakable piece.
    struct Extent {
        double whole = 0;
        double widest_piece = 0;
    };
    Result<Extent> extent_of(const Passage& passage);

    GlyphsByFace alphabet_of(const std::string& language) { return alphabet_glyphs(shaper, language); }

private:
    Points points_of(const Passage& passage, const Segmented& segmented, const Measure& measure);
    void add_divisions(Points& points, const Passage& passage, const Segmented& segmented, std::size_t segment,
                       double start, const Measure& measure);

    Shaper shaper;
    Segmenter segmenter;
    Hyphenator hyphenator;
};

} // namespace rapporteur::typeset
