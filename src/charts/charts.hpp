#pragma once

// Numbers become drawings that are legible in grey: each chart gives the shapes alone; its words come from the caller,
// who also gives its alternative text and its data.
//
// `width` is what the page has, in points. No fonts are known here: labels are given room by a cautious guess of
// their width (of the style's sans face), and are wrapped by it before a chart's depth is known.

#include "document/drawing.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::charts {

// The rows of a chart that one drawing shows; its scale is that of all rows.
struct Rows {
    std::size_t first = 0;
    std::size_t end = SIZE_MAX; // one past the last
};

// `count` rows in as few drawings as are no deeper than `depth`, each with about as many rows; nothing where one row
// alone is deeper. `depth_of` is the depth of a drawing of these rows.
std::vector<Rows> divided(std::size_t count, double depth, const std::function<double(Rows)>& depth_of);

struct DatedEvent {
    double year = 0; // 2012.5 is the middle of 2012
    std::string date;
    std::string label;
    bool is_main = true; // of a relationship; others are drawn hollow
};

// How a year, or a number of events, is written.
using Written = std::function<std::string(int)>;

inline std::string in_ascii(int number) {
    return std::to_string(number);
}

// More events than these are too many to label.
constexpr std::size_t most_labelled = 24;

// Events on an axis of years, a row for each.
document::Drawing timeline(const std::vector<DatedEvent>& events, double width, const Written& written = in_ascii,
                           Rows rows = {});

// A bar for each year with as many as it has events.
document::Drawing events_by_year(const std::vector<DatedEvent>& events, double width,
                                 const Written& written = in_ascii);

struct Share {
    int count = 0;
    std::string shown; // the count as it is printed
    std::string label;
};

// A whole in parts: one bar, its parts told apart by tone and edge, each with its number and label.
document::Drawing composition(const std::vector<Share>& shares, double width);

// Numbers side by side: a row for each, its label, its bar from one common edge, and the number at the bar's end.
document::Drawing bars(const std::vector<Share>& shares, double width, Rows rows = {});

// A result on its way from a baseline to a target, each row on a scale of its own.
struct Bullet {
    std::string label;
    std::optional<double> baseline;
    double target = 0;
    double actual = 0;
    std::string actual_label; // printed at the row's end
    double scale_start = 0;   // from here to the end lie all its values
    double scale_end = 0;
    std::string scale_start_label;
    std::string scale_end_label;
};

struct BulletLegend {
    std::string baseline;
    std::string target;
    std::string actual;
};

// A round number at or above, for a scale to end with.
double round_end(double value);

document::Drawing bullets(const std::vector<Bullet>& bullets, const BulletLegend& legend, double width, Rows rows = {});

// The same for readers from right to left: axes run the other way, labels stand at the other side.
document::Drawing mirrored(document::Drawing drawing);

// A drawing as a whole larger or smaller, its labels too. Charts letter in 8 points; a style may want more.
constexpr double lettering = 8;
document::Drawing magnified(document::Drawing drawing, double factor);

// On the wide side: from the advance of an average letter or, where it comes to more, from those of its letters.
double guessed_width(const std::string& text, double size);

// A label in lines no wider than `width`, between words or, where one alone is wider, between its letters.
std::vector<std::string> lines_of(const std::string& text, double size, double width);

} // namespace rapporteur::charts
