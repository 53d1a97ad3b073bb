#include "charts/charts.hpp"

#include <algorithm>

namespace rapporteur::charts {

double guessed_width(const std::string& text, double size) {
    constexpr double letter = 0.56; // of an em: Inter's letters, on the wide side
    const auto letters = std::count_if(text.begin(), text.end(),
                                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return static_cast<double>(letters) * letter * size;
}

std::vector<std::string> lines_of(const std::string& text, double size, double width) {
    std::vector<std::string> lines(1);
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        const std::string longer = lines.back() + (lines.back().empty() ? "" : " ") + text.substr(from, end - from);
        if (!lines.back().empty() && guessed_width(longer, size) > width) {
            lines.push_back(text.substr(from, end - from));
        } else {
            lines.back() = longer;
        }
        from = end + 1;
    }
    return lines;
}

} // namespace rapporteur::charts
