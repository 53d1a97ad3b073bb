#include "charts/charts.hpp"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace rapporteur::charts {

namespace {

// The advance of a character, as a part of an em: Inter's letters, on the wide side, and what stands in for it.
double advance_of(UChar32 character) {
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) {
        return 1;
    }
    const bool is_mark = (U_GET_GC_MASK(character) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
    constexpr double letter = 0.56;
    return is_mark ? 0 : letter;
}

std::string utf8_without_end_space(const icu::UnicodeString& text) {
    std::string line;
    text.toUTF8String(line);
    while (!line.empty() && line.back() == ' ') {
        line.pop_back();
    }
    return line;
}

} // namespace

double guessed_width(const std::string& text, double size) {
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    double ems = 0;
    for (int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
        ems += advance_of(units.char32At(at));
    }
    return ems * size;
}

std::vector<std::string> lines_of(const std::string& text, double size, double width) {
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    std::vector<std::string> lines;
    if (U_FAILURE(status)) {
        return {text};
    }
    breaks->setText(units);
    int32_t start = 0;
    int32_t end = 0; // of what this line has already
    for (int32_t next = breaks->next(); next != icu::BreakIterator::DONE; next = breaks->next()) {
        const std::string longer = utf8_without_end_space(units.tempSubStringBetween(start, next));
        if (end > start && guessed_width(longer, size) > width) {
            lines.push_back(utf8_without_end_space(units.tempSubStringBetween(start, end)));
            start = end;
        }
        end = next;
    }
    lines.push_back(utf8_without_end_space(units.tempSubStringBetween(start, end)));
    return lines;
}

} // namespace rapporteur::charts
