#include "charts/charts.hpp"

#include <algorithm>
#include <cmath>

namespace rapporteur::charts {

namespace {

using namespace document;

constexpr double label_size = 8;
constexpr double line_height = 10;
constexpr double words_column = 0.46; // of the width
constexpr double value_column = 0.13;
constexpr double gap = 8; // between columns
constexpr double track = 14;
constexpr double bar = 7;
constexpr double tick = 2.2; // thick, of the target's mark
constexpr double ring = 2.8; // the radius of the baseline's
constexpr double scale_size = 7;
constexpr double scale_height = 9;
constexpr double row_gap = 9;
constexpr double legend_height = 18;

// From a value to its place on the track.
struct Scale {
    double least = 0;
    double most = 1;
    double left = 0;
    double width = 0;

    double x(double value) const { return left + width * (value - least) / (most - least); }
};

Scale scale_of(const Bullet& bullet, double width) {
    Scale scale;
    scale.left = width * words_column;
    scale.width = width * (1 - words_column - value_column) - gap;
    scale.least = bullet.scale_start;
    scale.most = std::max(bullet.scale_end, bullet.scale_start + 1e-9);
    return scale;
}

void add_label(Drawing& drawing, Point baseline, const std::string& text, Anchor anchor, Ink ink, double size) {
    drawing.shapes.emplace_back(Label{baseline, text, {}, size, anchor, ink, false});
}

void add_target(Drawing& drawing, double x, double top) {
    drawing.shapes.emplace_back(Line{{x, top - 1.5}, {x, top + track + 1.5}, tick, Ink::text, false});
}

// Told apart by shape, not by colour alone: a ground, a bar on it, a ring and a stroke across.
void add_row(Drawing& drawing, const Bullet& bullet, double y) {
    const Scale scale = scale_of(bullet, drawing.width);
    drawing.shapes.emplace_back(Rectangle{{scale.left, y}, scale.width, track, Ink::tint, 0});
    drawing.shapes.emplace_back(
        Line{{scale.left, y + track}, {scale.left + scale.width, y + track}, 0.5, Ink::muted, false});
    const double zero = scale.x(std::clamp(0.0, scale.least, scale.most));
    const double end = scale.x(bullet.actual);
    drawing.shapes.emplace_back(
        Rectangle{{std::min(zero, end), y + (track - bar) / 2}, std::abs(end - zero), bar, Ink::accent, 0});
    if (bullet.baseline) {
        drawing.shapes.emplace_back(Disc{{scale.x(*bullet.baseline), y + track / 2}, ring, Ink::text, true});
    }
    add_target(drawing, scale.x(bullet.target), y);
    const double below = y + track + scale_height - 1;
    add_label(drawing, {scale.left, below}, bullet.scale_start_label, Anchor::start, Ink::muted, scale_size);
    add_label(drawing, {scale.left + scale.width, below}, bullet.scale_end_label, Anchor::end, Ink::muted, scale_size);
    drawing.shapes.emplace_back(
        Label{{drawing.width, y + track / 2 + 3}, bullet.actual_label, {}, label_size, Anchor::end, Ink::text, true});
}

void add_legend(Drawing& drawing, const BulletLegend& legend, double y) {
    const double middle = y + track / 2;
    double x = 0;
    const auto name = [&](double mark, const std::string& text) {
        add_label(drawing, {x + mark + 5, middle + 3}, text, Anchor::start, Ink::text, label_size);
        x += mark + 5 + guessed_width(text, label_size) + 18;
    };
    drawing.shapes.emplace_back(Rectangle{{x, middle - bar / 2}, 14, bar, Ink::accent, 0});
    name(14, legend.actual);
    drawing.shapes.emplace_back(Line{{x + tick, y - 1}, {x + tick, y + track + 1}, tick, Ink::text, false});
    name(2 * tick, legend.target);
    drawing.shapes.emplace_back(Disc{{x + ring, middle}, ring, Ink::text, true});
    name(2 * ring, legend.baseline);
}

} // namespace

double round_end(double value) {
    if (value <= 0) {
        return 0;
    }
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (value <= step * power * (1 + 1e-9)) {
            return step * power;
        }
    }
    return 10 * power;
}

Drawing bullets(const std::vector<Bullet>& rows, const BulletLegend& legend, double width) {
    Drawing drawing;
    if (rows.empty()) {
        return drawing;
    }
    drawing.width = width;
    double y = 2;
    for (const Bullet& row : rows) {
        const std::vector<std::string> lines = lines_of(row.label, label_size, width * words_column - gap);
        for (std::size_t at = 0; at < lines.size(); ++at) {
            const double baseline = y + 9 + static_cast<double>(at) * line_height;
            add_label(drawing, {0, baseline}, lines[at], Anchor::start, Ink::text, label_size);
        }
        add_row(drawing, row, y);
        y += std::max(track + scale_height, static_cast<double>(lines.size()) * line_height) + row_gap;
    }
    add_legend(drawing, legend, y);
    drawing.height = y + legend_height;
    return drawing;
}

} // namespace rapporteur::charts
