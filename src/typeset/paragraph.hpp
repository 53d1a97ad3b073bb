#pragma once

// Passages become lines: break opportunities weighed, hyphens tried, lines chosen as a whole, glyphs put in their
// places.

#include "typeset/alphabet.hpp"
#include "typeset/hyphenator.hpp"
#include "typeset/line_setter.hpp"

namespace rapporteur::typeset {

// Where lines may break that have no room for whole words. A figure, a date, an amount with its currency, an e-mail
// address and an acronym are never broken.
enum class Breaks : std::uint8_t {
    between_words,
    within_addresses, // of the web, at their own marks
    within_words      // also by hyphenation
};
constexpr std::size_t breaks_count = 3;

// The width of a passage on one line.
double width_of(const Segmented& segmented);

class ParagraphSetter {
public:
    ParagraphSetter(fonts::FontBook& book, const Looks& looks);

    Result<std::vector<SetLine>> set(const Passage& passage, const Measure& measure);

    // The same in two steps, where something is to be known before the measure is. What is cut is good until
    // forget_when_large() or the setter's end.
    Result<Segmented> cut(const Passage& passage) { return segmenter.segment(passage); }
    Result<std::vector<SetLine>> set(const Passage& passage, const Segmented& segmented, const Measure& measure);

    // The width of the widest piece that isn't broken. A word wider than `long_word` points is always hyphenated.
    double widest_piece(const Passage& passage, const Segmented& segmented, Breaks breaks, double long_word);

    // Empties the memory of words once it has grown large.
    void forget_when_large() { shaper.forget_when_large(); }

    GlyphsByFace alphabet_of(const std::string& language) { return alphabet_glyphs(shaper, language); }

private:
    Points points_of(const Passage& passage, const Segmented& segmented, const Measure& measure);
    std::vector<Division> find_divisions(const Passage& passage, const Segment& segment, const Fragment& fragment);
    std::vector<Division> divisions_at(const Fragment& fragment, const std::vector<std::uint32_t>& cuts) const;
    // Where a segment may be cut, in order.
    struct Cut {
        std::uint32_t offset = 0; // byte in the passage
        double width = 0;         // points, of what stands before it in the segment
        double hyphen = 0;        // points; 0 for none
        double penalty = 0;
    };
    // With a hyphen: at the author's marks where there are any, else by the language's patterns.
    std::vector<Cut> hyphenations_of(const Passage& passage, const Segmented& segmented, const Segment& segment);
    std::vector<Cut> with_forced(std::vector<Cut> cuts, const Segmented& segmented, const Segment& segment,
                                 double measure) const;
    void add_divisions(Points& points, const Passage& passage, const Segmented& segmented, std::size_t segment,
                       double start, const Measure& measure);

    Shaper shaper;
    Segmenter segmenter;
    Hyphenator hyphenator;
};

} // namespace rapporteur::typeset
