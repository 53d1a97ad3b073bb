#include "charts/rows.hpp"

#include <cmath>
#include <map>

namespace rapporteur::charts {

namespace {

using namespace document;

constexpr double label_size = 8;
constexpr double line_height = 10;
constexpr double row_gap = 7;
constexpr double words_column = 0.56; // of the width
constexpr double axis_room = 26;      // below the axis, for its figures
constexpr double edge = 10;           // at both ends of the axis
constexpr double dot = 3.2;
constexpr double bars_height = 90;
constexpr double mark_row = 13; // below an event's words, where they stand above the axis
constexpr double narrow = 300;  // points: below this, words beside the axis would have no room

struct Axis {
    int first = 0;
    int last = 1;
    int step = 1;
    double width = 0;
    double left = 0;

    double x(double year) const { return left + edge + (width - left - 2 * edge) * (year - first) / (last - first); }
};

// Ends at round years, with no more than some six figures in between, and room for each. `part` is how much of the
// width the axis takes.
Axis axis_of(const std::vector<DatedEvent>& events, double width, double part) {
    const auto [least, most] =
        std::minmax_element(events.begin(), events.end(),
                            [](const DatedEvent& one, const DatedEvent& other) { return one.year < other.year; });
    const double span = std::max(most->year - least->year, 1.0);
    const double room_for_figure = 1.6 * guessed_width("0000", label_size);
    const double most_figures = std::min(6.0, std::max(1.0, (width * part - 2 * edge) / room_for_figure - 1));
    int step = 1;
    for (const int wider : {2, 5, 10, 20, 50, 100}) {
        if (span / step > most_figures) {
            step = wider;
        }
    }
    Axis axis;
    axis.step = step;
    axis.width = width;
    axis.first = static_cast<int>(std::floor(least->year / step)) * step;
    axis.last = std::max((static_cast<int>(std::floor(most->year / step)) + 1) * step, axis.first + step);
    return axis;
}

void draw_axis(Drawing& drawing, const Axis& axis, double y, const Written& written) {
    drawing.shapes.emplace_back(Line{{axis.left + edge, y}, {axis.width - edge, y}, 0.8, Ink::muted, false});
    for (int year = axis.first; year <= axis.last; year += axis.step) {
        const double x = axis.x(year);
        drawing.shapes.emplace_back(Line{{x, y}, {x, y + 4}, 0.6, Ink::muted, false});
        drawing.shapes.emplace_back(
            Label{{x, y + 15}, written(year), {}, label_size, Anchor::middle, Ink::muted, false});
    }
}

// A row for each event: its date and words in a column of their own, its mark on the axis beside them. Whatever the
// words, nothing meets.
Drawing labelled(const std::vector<DatedEvent>& events, Axis axis, const Written& written, Rows rows) {
    Drawing drawing;
    drawing.width = axis.width;
    axis.left = axis.width * words_column;
    double date_width = 0;
    for (const DatedEvent& event : events) {
        date_width = std::max(date_width, guessed_width(event.date, label_size) + 8);
    }
    double y = 6;
    std::vector<Shape> marks;
    for (const DatedEvent& event : shown(events, rows)) {
        const std::vector<std::string> lines = lines_of(event.label, label_size, axis.left - date_width - 2 * edge);
        const double middle = y + 5;
        marks.emplace_back(Label{{0, y + 8}, event.date, {}, label_size, Anchor::start, Ink::text, true});
        for (std::size_t at = 0; at < lines.size(); ++at) {
            marks.emplace_back(Label{{date_width, y + 8 + static_cast<double>(at) * line_height},
                                     lines[at],
                                     {},
                                     label_size,
                                     Anchor::start,
                                     Ink::text,
                                     false});
        }
        const Ink ink = event.is_main ? Ink::accent : Ink::second;
        marks.emplace_back(Line{{axis.left, middle}, {axis.x(event.year), middle}, 0.5, Ink::rule, false});
        marks.emplace_back(Disc{{axis.x(event.year), middle}, dot, ink, !event.is_main});
        y += static_cast<double>(lines.size()) * line_height + row_gap;
    }
    drawing.height = y + axis_room;
    for (int year = axis.first; year <= axis.last; year += axis.step) {
        drawing.shapes.emplace_back(Line{{axis.x(year), 2}, {axis.x(year), y}, 0.4, Ink::tint, false});
    }
    draw_axis(drawing, axis, y, written);
    std::move(marks.begin(), marks.end(), std::back_inserter(drawing.shapes));
    return drawing;
}

// Where two columns have no room: each event's words above its mark.
Drawing stacked(std::span<const DatedEvent> events, const Axis& axis, const Written& written) {
    Drawing drawing;
    drawing.width = axis.width;
    double y = 2;
    std::vector<Shape> marks;
    for (const DatedEvent& event : events) {
        const double date_width = guessed_width(event.date, label_size) + 8;
        const std::vector<std::string> lines = lines_of(event.label, label_size, axis.width - date_width);
        marks.emplace_back(Label{{0, y + 8}, event.date, {}, label_size, Anchor::start, Ink::text, true});
        for (const std::string& line : lines) {
            marks.emplace_back(Label{{date_width, y + 8}, line, {}, label_size, Anchor::start, Ink::text, false});
            y += line_height;
        }
        const double middle = y + 6;
        const Ink ink = event.is_main ? Ink::accent : Ink::second;
        marks.emplace_back(Line{{axis.x(axis.first), middle}, {axis.x(event.year), middle}, 0.5, Ink::rule, false});
        marks.emplace_back(Disc{{axis.x(event.year), middle}, dot, ink, !event.is_main});
        y += mark_row + row_gap;
    }
    drawing.height = y + axis_room;
    draw_axis(drawing, axis, y, written);
    std::move(marks.begin(), marks.end(), std::back_inserter(drawing.shapes));
    return drawing;
}

} // namespace

Drawing events_by_year(const std::vector<DatedEvent>& events, double width, const Written& written) {
    if (events.empty()) {
        return {};
    }
    const Axis axis = axis_of(events, width, 1);
    std::map<int, int> counts;
    int most = 1;
    for (const DatedEvent& event : events) {
        most = std::max(most, ++counts[static_cast<int>(std::floor(event.year))]);
    }
    Drawing drawing;
    drawing.width = axis.width;
    const double y = bars_height + 14;
    drawing.height = y + axis_room;
    const double bar = std::max(1.0, (axis.x(1) - axis.x(0)) * 0.7);
    for (const auto& [year, count] : counts) {
        const double height = bars_height * count / most;
        drawing.shapes.emplace_back(Rectangle{{axis.x(year), y - height}, bar, height, Ink::accent, 0});
        if (count == most) {
            drawing.shapes.emplace_back(Label{{axis.x(year) + bar / 2, y - height - 4},
                                              written(count),
                                              {},
                                              label_size,
                                              Anchor::middle,
                                              Ink::text,
                                              false});
        }
    }
    draw_axis(drawing, axis, y, written);
    return drawing;
}

Drawing timeline(const std::vector<DatedEvent>& events, double width, const Written& written, Rows rows) {
    if (events.empty()) {
        return {};
    }
    return width < narrow ? stacked(shown(events, rows), axis_of(events, width, 1), written)
                          : labelled(events, axis_of(events, width, 1 - words_column), written, rows);
}

} // namespace rapporteur::charts
