#include "charts/charts.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::charts {

document::Drawing composition(const std::vector<Share>& shares, double width) {
    using namespace document;
    constexpr double bar = 26;
    constexpr double gap = 1.5; // of paper between parts, so that they are told apart in any tone
    constexpr double row = 15;
    constexpr double size = 8.5;
    constexpr double leading = 11;
    constexpr double numbers = 14;     // where they begin
    constexpr double least_words = 32; // where labels begin, unless a number reaches as far
    constexpr double beside_number = 3;
    constexpr std::array<Ink, 4> inks = {Ink::accent, Ink::second, Ink::muted, Ink::rule};
    int total = 0;
    double words = least_words;
    for (const Share& share : shares) {
        total += share.count;
        words = std::max(words, numbers + guessed_width(share.shown, size) + beside_number);
    }
    Drawing drawing;
    if (total <= 0) {
        return drawing;
    }
    drawing.width = width;
    double x = 0;
    double y = bar + 8;
    for (std::size_t at = 0; at < shares.size(); ++at) {
        const double part = width * shares[at].count / total;
        const Ink ink = inks.at(at % inks.size());
        drawing.shapes.emplace_back(Rectangle{{x, 0}, std::max(part - gap, 0.5), bar, ink, 0});
        x += part;
        const double baseline = y + 9;
        drawing.shapes.emplace_back(Rectangle{{0, baseline - 7}, 8, 8, ink, 0});
        drawing.shapes.emplace_back(
            Label{{numbers, baseline}, shares[at].shown, {}, size, Anchor::start, Ink::text, true});
        const std::vector<std::string> lines = lines_of(shares[at].label, size, width - words);
        for (std::size_t line = 0; line < lines.size(); ++line) {
            drawing.shapes.emplace_back(Label{{words, baseline + leading * static_cast<double>(line)},
                                              lines[line],
                                              {},
                                              size,
                                              Anchor::start,
                                              Ink::text,
                                              false});
        }
        y += row + leading * (static_cast<double>(lines.size()) - 1);
    }
    drawing.height = y;
    return drawing;
}

} // namespace rapporteur::charts
