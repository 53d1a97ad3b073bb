#include "charts/rows.hpp"

namespace rapporteur::charts {

namespace {

constexpr double thickness = 8;
constexpr double size = 8;
constexpr double gap = 8;              // between a label and its bar, a bar and its number
constexpr double room_for_number = 24; // at least, with the gap before it

// What all rows of a chart have in common, whichever of them are drawn.
struct Measures {
    int most = 0;
    double labels = 0; // points
    double numbers = room_for_number;
};

Measures measures_of(const std::vector<Share>& shares) {
    Measures measures;
    for (const Share& share : shares) {
        measures.most = std::max(measures.most, share.count);
        measures.labels = std::max(measures.labels, guessed_width(share.label, size));
        measures.numbers = std::max(measures.numbers, gap + guessed_width(share.shown, size));
    }
    return measures;
}

// Where the labels would leave the bars no room beside them.
document::Drawing bars_below_labels(std::span<const Share> shares, const Measures& measures, double width) {
    using namespace document;
    constexpr double leading = 10;
    constexpr double row_gap = 9;
    Drawing drawing;
    drawing.width = width;
    double y = 0;
    for (const Share& share : shares) {
        for (const std::string& line : lines_of(share.label, size, width)) {
            drawing.shapes.emplace_back(Label{{0, y + size}, line, {}, size, Anchor::start, Ink::text, false});
            y += leading;
        }
        y += 2;
        const double length = (width - gap - measures.numbers) * share.count / measures.most;
        drawing.shapes.emplace_back(Rectangle{{0, y}, length, thickness, Ink::accent, 0});
        drawing.shapes.emplace_back(Label{
            {length + gap, y + thickness / 2 + 0.36 * size}, share.shown, {}, size, Anchor::start, Ink::text, true});
        y += thickness + row_gap;
    }
    drawing.height = y;
    return drawing;
}

} // namespace

document::Drawing bars(const std::vector<Share>& shares, double width, Rows rows) {
    using namespace document;
    constexpr double row = 15;
    constexpr double widest_labels = 0.55; // of the width
    Drawing drawing;
    const Measures measures = measures_of(shares);
    if (measures.most <= 0) {
        return drawing;
    }
    const std::span<const Share> drawn = shown(shares, rows);
    if (measures.labels > widest_labels * width) {
        return bars_below_labels(drawn, measures, width);
    }
    const double left = measures.labels + gap;
    const double longest = width - left - measures.numbers;
    drawing.width = width;
    drawing.height = row * static_cast<double>(drawn.size());
    drawing.shapes.emplace_back(Line{{left, 0}, {left, drawing.height}, 0.8, Ink::muted, false});
    double y = 0;
    for (const Share& share : drawn) {
        const double baseline = y + row / 2 + 0.36 * size;
        const double length = longest * share.count / measures.most;
        drawing.shapes.emplace_back(
            Label{{left - gap, baseline}, share.label, {}, size, Anchor::end, Ink::text, false});
        drawing.shapes.emplace_back(Rectangle{{left, y + (row - thickness) / 2}, length, thickness, Ink::accent, 0});
        drawing.shapes.emplace_back(
            Label{{left + length + gap, baseline}, share.shown, {}, size, Anchor::start, Ink::text, true});
        y += row;
    }
    return drawing;
}

} // namespace rapporteur::charts
