#include "charts/charts.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace rapporteur::charts {

namespace {

constexpr double average_letter = 0.56; // of an em, with the spaces between words: on the wide side

bool is_one_of(std::u32string_view letters, UChar32 character) {
    return letters.find(static_cast<char32_t>(character)) != std::u32string_view::npos;
}

// The advance of a character, as a part of an em: those of Inter's semibold, on the wide side, and of what stands in
// for it.
double advance_of(UChar32 character) {
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) {
        return 1;
    }
    if (is_one_of(U"MW@%—ЖМШЩФЫЮ", character)) {
        return 1.03;
    }
    if (is_one_of(U"mwжмшщфыюæœ", character)) {
        return 0.9;
    }
    if (is_one_of(U"iljftrI.,:;!'’|()[]/- \u00A0", character)) {
        return 0.4;
    }
    switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
        return 0;
    case U_UPPERCASE_LETTER:
        return 0.75;
    case U_LOWERCASE_LETTER:
        return 0.61;
    default:
        return average_letter;
    }
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
    double average = 0;
    double each = 0;
    for (int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
        const double advance = advance_of(units.char32At(at));
        each += advance;
        average += advance == 0 || advance == 1 ? advance : average_letter;
    }
    return std::max(average, each) * size;
}

std::vector<std::string> lines_of(const std::string& text, double size, double width) {
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    const std::unique_ptr<icu::BreakIterator> letters(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) {
        return {text};
    }
    words->setText(units);
    letters->setText(units);
    std::vector<std::string> lines;
    int32_t start = 0;
    int32_t end = 0; // of what this line has already
    const auto fits = [&](int32_t to) {
        return guessed_width(utf8_without_end_space(units.tempSubStringBetween(start, to)), size) <= width;
    };
    const auto end_line = [&] {
        lines.push_back(utf8_without_end_space(units.tempSubStringBetween(start, end)));
        start = end;
    };
    for (int32_t next = words->next(); next != icu::BreakIterator::DONE; next = words->next()) {
        if (end > start && !fits(next)) {
            end_line();
        }
        for (int32_t cut = letters->following(start); !fits(next) && cut != icu::BreakIterator::DONE && cut <= next;
             cut = letters->next()) {
            if (end > start && !fits(cut)) {
                end_line();
            }
            end = cut;
        }
        end = next;
    }
    end_line();
    return lines;
}

} // namespace rapporteur::charts
