#pragma once

// Passages become lines: break opportunities weighed, hyphens tried, lines chosen as a whole, glyphs put in their
// places.

#include "typeset/alphabet.hpp"
#include "typeset/hyphenator.hpp"
#include "typeset/line_setter.hpp"

namespace rapporteur::typeset {

// The width of a passage on one line, and of its widest unbreakable piece.
struct Extent {
    double whole = 0;
    double widest_piece = 0;
};
Extent extent_of(const Segmented& segmented);

class ParagraphSetter {
public:
    ParagraphSetter(fonts::FontBook& book, const Looks& looks);

    Result<std::vector<SetLine>> set(const Passage& passage, const Measure& measure);

    // The same in two steps, where something is to be known before the measure is. What is cut is good until
    // forget_when_large() or the setter's end.
    Result<Segmented> cut(const Passage& passage) { return segmenter.segment(passage); }
    std::vector<SetLine> set(const Passage& passage, const Segmented& segmented, const Measure& measure);

    // Empties the memory of words once it has grown large.
    void forget_when_large() { shaper.forget_when_large(); }

    GlyphsByFace alphabet_of(const std::string& language) { return alphabet_glyphs(shaper, language); }

private:
    Points points_of(const Passage& passage, const Segmented& segmented, const Measure& measure);
    std::vector<Division> find_divisions(const Passage& passage, const Segment& segment, const Fragment& fragment);
    std::vector<Division> divisions_at(const Fragment& fragment, const std::vector<std::uint32_t>& cuts) const;
    void add_divisions(Points& points, const Passage& passage, const Segmented& segmented, std::size_t segment,
                       double start, const Measure& measure);

    Shaper shaper;
    Segmenter segmenter;
    Hyphenator hyphenator;
};

} // namespace rapporteur::typeset
