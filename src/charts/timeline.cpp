#include "charts/charts.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rapporteur::charts {

namespace {

using namespace document;

constexpr std::size_t most_labelled = 24;
constexpr double label_size = 8;
constexpr double lane_height = 17;
constexpr double axis_room = 26; // below the axis, for its figures
constexpr double edge = 10;      // at both ends of the axis
constexpr double dot = 3.2;
constexpr double bars_height = 90;

struct Axis {
    int first = 0;
    int last = 1;
    int step = 1;
    double width = 0;

    double x(double year) const { return edge + (width - 2 * edge) * (year - first) / (last - first); }
};

// Ends at round years, with no more than some ten figures in between.
Axis axis_of(const std::vector<DatedEvent>& events, double width) {
    const auto [least, most] =
        std::minmax_element(events.begin(), events.end(),
                            [](const DatedEvent& one, const DatedEvent& other) { return one.year < other.year; });
    const double span = std::max(most->year - least->year, 1.0);
    int step = 1;
    for (const int wider : {2, 5, 10, 20, 50, 100}) {
        if (span / step > 10) {
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

void draw_axis(Drawing& drawing, const Axis& axis, double y) {
    drawing.shapes.emplace_back(Line{{edge, y}, {axis.width - edge, y}, 0.8, Ink::muted, false});
    for (int year = axis.first; year <= axis.last; year += axis.step) {
        const double x = axis.x(year);
        drawing.shapes.emplace_back(Line{{x, y}, {x, y + 4}, 0.6, Ink::muted, false});
        drawing.shapes.emplace_back(
            Label{{x, y + 15}, std::to_string(year), {}, label_size, Anchor::middle, Ink::muted, false});
    }
}

// The label beside an event's stem: to its right, or to its left where the page would end.
struct Placed {
    double from = 0;
    double to = 0;
    std::size_t lane = 0;
    bool leftwards = false;
};

std::vector<Placed> place_labels(const std::vector<DatedEvent>& events, const Axis& axis) {
    std::vector<std::vector<Placed>> lanes;
    std::vector<Placed> placed(events.size());
    // From the right, so that a stem to a high lane passes no label of a lower one.
    for (std::size_t at = events.size(); at-- > 0;) {
        const double x = axis.x(events[at].year);
        const double width = guessed_width(events[at].date + "  " + events[at].label, label_size) + 8;
        Placed& here = placed[at];
        here.leftwards = x + width > axis.width;
        here.from = here.leftwards ? x - width : x - 4;
        here.to = here.leftwards ? x + 4 : x + width;
        const auto free = std::find_if(lanes.begin(), lanes.end(), [&](const std::vector<Placed>& lane) {
            return std::none_of(lane.begin(), lane.end(),
                                [&](const Placed& other) { return here.from < other.to && other.from < here.to; });
        });
        here.lane = static_cast<std::size_t>(free - lanes.begin());
        if (free == lanes.end()) {
            lanes.emplace_back();
        }
        lanes[here.lane].push_back(here);
    }
    return placed;
}

Drawing labelled(const std::vector<DatedEvent>& events, const Axis& axis) {
    const std::vector<Placed> placed = place_labels(events, axis);
    std::size_t lanes = 0;
    for (const Placed& here : placed) {
        lanes = std::max(lanes, here.lane + 1);
    }
    Drawing drawing;
    drawing.width = axis.width;
    const double y = static_cast<double>(lanes) * lane_height + 14;
    drawing.height = y + axis_room;
    draw_axis(drawing, axis, y);
    for (std::size_t at = 0; at < events.size(); ++at) {
        const double x = axis.x(events[at].year);
        const double baseline = y - 14 - static_cast<double>(placed[at].lane) * lane_height;
        const Ink ink = events[at].is_main ? Ink::accent : Ink::second;
        drawing.shapes.emplace_back(Line{{x, y}, {x, baseline - 6}, 0.6, ink, !events[at].is_main});
        drawing.shapes.emplace_back(Disc{{x, y}, dot, ink, !events[at].is_main});
        const std::string text = events[at].date + "  " + events[at].label;
        const Anchor anchor = placed[at].leftwards ? Anchor::end : Anchor::start;
        drawing.shapes.emplace_back(
            Label{{placed[at].leftwards ? x - 5 : x + 5, baseline}, text, {}, label_size, anchor, Ink::text, false});
    }
    return drawing;
}

Drawing counted(const std::vector<DatedEvent>& events, const Axis& axis) {
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
                                              std::to_string(count),
                                              {},
                                              label_size,
                                              Anchor::middle,
                                              Ink::text,
                                              false});
        }
    }
    draw_axis(drawing, axis, y);
    return drawing;
}

} // namespace

Drawing timeline(const std::vector<DatedEvent>& events, double width) {
    if (events.empty()) {
        return {};
    }
    const Axis axis = axis_of(events, width);
    return events.size() > most_labelled ? counted(events, axis) : labelled(events, axis);
}

double guessed_width(const std::string& text, double size) {
    constexpr double letter = 0.56; // of an em: Inter's letters, on the wide side
    const auto letters = std::count_if(text.begin(), text.end(),
                                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return static_cast<double>(letters) * letter * size;
}

} // namespace rapporteur::charts
