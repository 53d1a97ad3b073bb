#pragma once

// One line of a paragraph, from breakpoint to breakpoint: glyphs in their places, spaces as wide as the line wants
// them.

#include "typeset/line_breaker.hpp"
#include "typeset/segments.hpp"

#include <span>

namespace rapporteur::typeset {

struct LineRun {
    ElementId element = 0;
    GlyphRun run; // its origin is from the line's start edge and baseline
};

struct LineLink {
    std::uint32_t link = 0; // index into the passage's links
    double from = 0;        // points from the line's left edge
    double to = 0;
};

struct SetLine {
    std::vector<LineRun> runs;
    std::vector<LineLink> links;
    std::vector<NoteCall> calls;
    double width = 0;     // natural width of what stands on it
    double expansion = 1; // of its letters
    bool hyphenated = false;
};

struct Measure {
    double width = 0;
    double first_indent = 0;
    style::Setting setting = style::Setting::ragged;
    bool hyphenate = false;
    double letter_flex = 0;   // of justified lines; see LineRules
    bool flush_right = false; // of ragged lines
    Detail detail = Detail::glyphs;
};

// Where a breakpoint stands: before byte `division` of `segment`, or (0) before the segment's first.
struct Mark {
    std::uint32_t segment = 0;
    std::uint32_t division = 0;
};

struct Points {
    std::vector<Breakpoint> breaks;
    std::vector<Mark> marks; // one for each of `breaks`
};

// Points by which a segment's last (first) character may hang over the edge of the measure.
double hanging_end(const Passage& passage, const Segmented& segmented, const Segment& segment);
double hanging_start(const Passage& passage, const Segmented& segmented, const Segment& segment);

class LineSetter {
public:
    LineSetter(const Passage& passage, const Segmented& segmented, const Points& points, const LineRules& rules,
               const Measure& measure, Shaper& shaper);

    SetLine set(std::size_t from, std::size_t to) const;

private:
    // A fragment, or part of one, as it stands on this line, with the space that follows it.
    struct Piece {
        const Fragment* fragment = nullptr;
        const Shaped* shaped = nullptr;
        std::uint32_t begin = 0; // bytes in the passage
        std::uint32_t end = 0;
        bool hyphen = false; // a line-break hyphen follows
        double space = 0;    // points, of the space that follows; 0 for none
        double glue = 0;     // points that a gap without a space counts as, then those that it takes
        std::uint8_t space_level = 0;
        bool space_at_end = false; // a space that the break swallowed: there for those who copy the text
        double x = 0;              // left edge
        double width = 0;          // without the space
        double space_x = 0;        // left edge of the space, which in mixed directions may stand apart
    };

    std::uint32_t byte_at(const Mark& mark) const; // in the passage
    std::vector<Piece> pieces_of(std::size_t from, std::size_t to) const;
    double fill_measure(std::vector<Piece>& pieces, std::size_t from, std::size_t to, SetLine& line) const;
    void place_from_left(std::vector<Piece>& pieces, double x) const;
    static void make_room(GlyphRun& run, std::span<const Piece> rest);
    void add(SetLine& line, std::span<const Piece> rest) const; // its first
    void note_link(SetLine& line, const Piece& piece) const;
    const Shaped& shape(const Fragment& fragment, std::uint32_t begin, std::uint32_t end) const;

    const Passage& passage;
    const Segmented& segmented;
    const Points& points;
    const LineRules& rules;
    const Measure& measure;
    Shaper& shaper;
};

} // namespace rapporteur::typeset
