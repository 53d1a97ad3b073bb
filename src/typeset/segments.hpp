#pragma once

// A passage cut where lines may break, and each piece shaped.
//
// A segment is what stands between two opportunities of the passage's language; its fragments are the stretches of one
// look, script, direction and font.

#include "typeset/face_choice.hpp"
#include "typeset/line_breaks.hpp"
#include "typeset/passage.hpp"
#include "typeset/shaper.hpp"

#include <unordered_map>

namespace rapporteur::typeset {

struct Fragment {
    std::uint32_t begin = 0; // bytes in the passage's text
    std::uint32_t end = 0;
    std::uint32_t span = 0; // index into the passage's spans
    Manner manner;
    std::uint8_t level = 0;      // of UAX #9; odd runs right to left
    std::uint8_t edge_level = 0; // at its end: the same, but where something isolated begins or ends there
    const Shaped* shaped = nullptr;
};

struct Segment {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   // of its letters; spaces that follow are not counted
    std::uint32_t next = 0;  // where the next segment begins
    std::uint32_t first = 0; // its fragments are [first, last) of Segmented::fragments
    std::uint32_t last = 0;
    double width = 0; // points, without the space that follows
    double space = 0; // points, of the space that follows; 0 for none
    std::uint8_t space_level = 0;
    SegmentKind kind = SegmentKind::words;
    // What counts as space where a line is filled though there is none: between letters of scripts written without
    // spaces, whose lines open a little at every letter.
    double glue = 0;
};

struct Segmented {
    std::vector<Segment> segments;
    std::vector<Fragment> fragments;
    bool has_right_to_left = false;
};

class Segmenter {
public:
    Segmenter(Shaper& shaper, fonts::FontBook& book);

    // Fails (surroundings) where no installed font has a character.
    Result<Segmented> segment(const Passage& passage);

private:
    bool add_plainly(Segmented& segmented, Segment& segment, const Passage& passage, std::size_t& span);
    Result<void> add_fragments(Segmented& segmented, Segment& segment, const Passage& passage,
                               const std::vector<std::uint8_t>& levels, std::size_t& span);
    double space_in(LookId look, const std::string& language); // points

    Shaper& shaper;
    FaceChoice faces;
    std::unordered_map<std::string, LineBreaks> breaks_in; // languages
};

} // namespace rapporteur::typeset
