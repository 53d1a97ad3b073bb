#include "charts/rows.hpp"

#include <cmath>

namespace rapporteur::charts {

namespace {

using namespace document;

constexpr double label_size = 8;
constexpr double line_height = 10;
constexpr double words_column = 0.46; // of the width
constexpr double value_column = 0.13; // at least
constexpr double widest_value_column = 0.28;
constexpr double gap = 8; // between columns
constexpr double track = 14;
constexpr double bar = 7;
constexpr double tick = 2.2; // thick, of the target's mark
constexpr double ring = 2.8; // the radius of the baseline's
constexpr double scale_size = 7;
constexpr double scale_height = 9;
constexpr double row_gap = 9;
constexpr double legend_height = 18; // of each of its lines
constexpr double beside_mark = 5;
constexpr double between_names = 18;

// From a value to its place on the track.
struct Scale {
    double least = 0;
    double most = 1;
    double left = 0;
    double width = 0;

    double x(double value) const { return left + width * (value - least) / (most - least); }
};

Scale scale_of(const Bullet& bullet, double width, double values) {
    Scale scale;
    scale.left = width * words_column;
    scale.width = width * (1 - words_column) - values - gap;
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

// Points for the values at the rows' ends, the widest of them in lines if it must be.
double room_for_values(const std::vector<Bullet>& bullets, double width) {
    double widest = width * value_column;
    for (const Bullet& bullet : bullets) {
        widest = std::max(widest, guessed_width(bullet.actual_label, label_size));
    }
    return std::min(widest, width * widest_value_column);
}

// Told apart by shape, not by colour alone: a ground, a bar on it, a ring and a stroke across. Returns its height.
double add_row(Drawing& drawing, const Bullet& bullet, double values, double y) {
    const Scale scale = scale_of(bullet, drawing.width, values);
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
    const std::vector<std::string> value = lines_of(bullet.actual_label, label_size, values);
    for (std::size_t at = 0; at < value.size(); ++at) {
        const double baseline = y + track / 2 + 3 + static_cast<double>(at) * line_height;
        drawing.shapes.emplace_back(
            Label{{drawing.width, baseline}, value[at], {}, label_size, Anchor::end, Ink::text, true});
    }
    return std::max(track + scale_height, static_cast<double>(value.size()) * line_height);
}

// The names of the marks, on as many lines as they take.
class Legend {
public:
    Legend(Drawing& on, double top) : drawing(on), y(top) {}

    // `mark` draws at a place of a width that it is given, from its left edge and the line's top.
    void add(const std::string& text, double mark_width, const std::function<Shape(double, double)>& mark) {
        const double width = mark_width + beside_mark + guessed_width(text, label_size);
        if (x > 0 && x + width > drawing.width) {
            x = 0;
            y += legend_height;
        }
        drawing.shapes.push_back(mark(x, y));
        add_label(drawing, {x + mark_width + beside_mark, y + track / 2 + 3}, text, Anchor::start, Ink::text,
                  label_size);
        x += width + between_names;
    }

    double bottom() const { return y + legend_height; }

private:
    Drawing& drawing;
    double x = 0;
    double y;
};

double add_legend(Drawing& drawing, const BulletLegend& names, double top) {
    Legend legend(drawing, top);
    legend.add(names.actual, 14, [](double x, double y) {
        return Rectangle{{x, y + (track - bar) / 2}, 14, bar, Ink::accent, 0};
    });
    legend.add(names.target, 2 * tick, [](double x, double y) {
        return Line{{x + tick, y - 1}, {x + tick, y + track + 1}, tick, Ink::text, false};
    });
    legend.add(names.baseline, 2 * ring, [](double x, double y) {
        return Disc{{x + ring, y + track / 2}, ring, Ink::text, true};
    });
    return legend.bottom();
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

Drawing bullets(const std::vector<Bullet>& bullets, const BulletLegend& legend, double width, Rows rows) {
    Drawing drawing;
    if (bullets.empty()) {
        return drawing;
    }
    drawing.width = width;
    const double values = room_for_values(bullets, width);
    double y = 2;
    for (const Bullet& row : shown(bullets, rows)) {
        const std::vector<std::string> lines = lines_of(row.label, label_size, width * words_column - gap);
        for (std::size_t at = 0; at < lines.size(); ++at) {
            const double baseline = y + 9 + static_cast<double>(at) * line_height;
            add_label(drawing, {0, baseline}, lines[at], Anchor::start, Ink::text, label_size);
        }
        const double marks = add_row(drawing, row, values, y);
        y += std::max(marks, static_cast<double>(lines.size()) * line_height) + row_gap;
    }
    drawing.height = add_legend(drawing, legend, y);
    return drawing;
}

} // namespace rapporteur::charts
