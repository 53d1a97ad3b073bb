#pragma once

// A vector drawing in points, with the origin at the top left and y downwards, that any format can show: shapes and
// labels, in the order in which they are painted. Colours are roles, so that each style gives its own; a label names
// its size in points and is set in the style's sans face.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rapporteur::document {

struct Point {
    double x = 0;
    double y = 0;
};

enum class Ink : std::uint8_t {
    text,   // the colour of text
    muted,  // secondary text, axes
    rule,   // hairlines
    accent, // the style's main colour
    second, // one that differs from the accent in grey too
    tint,   // a light ground
    paper
};

struct Line {
    Point from;
    Point to;
    double width = 0.5;
    Ink ink = Ink::rule;
    bool dashed = false;
};

struct Rectangle {
    Point origin; // top left
    double width = 0;
    double height = 0;
    Ink fill = Ink::tint;
    double radius = 0;
};

struct Disc {
    Point centre;
    double radius = 0;
    Ink fill = Ink::accent;
    bool hollow = false; // a ring of width 1.2 in `fill` on paper
};

enum class Anchor : std::uint8_t { start, middle, end };

struct Label {
    Point baseline; // of the anchor
    std::string text;
    std::string language; // empty: the figure's
    double size = 8;
    Anchor anchor = Anchor::start;
    Ink ink = Ink::text;
    bool strong = false;
};

using Shape = std::variant<Line, Rectangle, Disc, Label>;

struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<Shape> shapes;
};

} // namespace rapporteur::document
