#include "corpus/collapse.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace rapporteur::corpus {

namespace {

constexpr char32_t zero_width_space = 0x200B;

bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

char32_t first_character(std::string_view text) {
    std::size_t at = 0;
    return next_character(text, at);
}

char32_t last_character(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
        --at;
    }
    return first_character(text.substr(at));
}

int width_of(char32_t character) {
    return u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
}

// Fullwidth, wide or halfwidth, and not Hangul, whose words have spaces between them.
bool is_written_without_spaces(char32_t character) {
    const int width = width_of(character);
    UErrorCode status = U_ZERO_ERROR;
    return (width == U_EA_FULLWIDTH || width == U_EA_WIDE || width == U_EA_HALFWIDTH) &&
           uscript_getScript(static_cast<UChar32>(character), &status) != USCRIPT_HANGUL;
}

// Quotation marks, dashes and dots that Chinese and Japanese share with other scripts.
bool is_ambiguous_punctuation(char32_t character) {
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_P_MASK) != 0 && width_of(character) == U_EA_AMBIGUOUS;
}

} // namespace

Collapser::Collapser(std::string_view language)
    : east_asian(language.substr(0, 2) == "zh" || language.substr(0, 2) == "ja") {}

void Collapser::widen(std::string_view white_space) {
    if (white_space.empty() || gap == Gap::settled) {
        return;
    }
    const bool breaks =
        std::any_of(white_space.begin(), white_space.end(), [](char byte) { return byte == '\n' || byte == '\r'; });
    gap = std::max(gap, breaks ? Gap::line_break : Gap::space);
}

bool Collapser::needs_space(std::string_view word) const {
    if (!has_text || gap == Gap::none || gap == Gap::settled) {
        return false;
    }
    if (gap == Gap::space) {
        return true;
    }
    const char32_t first = first_character(word);
    if (last == zero_width_space || first == zero_width_space) {
        return false;
    }
    if (last == 0 || first < 0x80) { // most texts; asking ICU for each character is dear
        return true;
    }
    const bool before = is_written_without_spaces(last);
    const bool after = is_written_without_spaces(first);
    const bool beside_punctuation =
        east_asian && ((before && is_ambiguous_punctuation(first)) || (after && is_ambiguous_punctuation(last)));
    return !(before && after) && !beside_punctuation;
}

std::string Collapser::add(std::string_view text) {
    std::string piece;
    piece.reserve(text.size());
    while (!text.empty()) {
        const auto word = std::find_if_not(text.begin(), text.end(), is_space);
        widen(text.substr(0, static_cast<std::size_t>(word - text.begin())));
        const auto end = std::find_if(word, text.end(), is_space);
        if (word != end) {
            const std::string_view letters(word, static_cast<std::size_t>(end - word));
            piece.append(needs_space(letters) ? 1 : 0, ' ').append(letters);
            has_text = true;
            last = static_cast<unsigned char>(letters.back()) < 0x80 ? char32_t{0} : last_character(letters);
            gap = Gap::none;
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    }
    return piece;
}

bool Collapser::takes_space_before(std::string_view text) {
    const auto word = std::find_if_not(text.begin(), text.end(), is_space);
    if (gap == Gap::none || word == text.end()) {
        return false;
    }
    widen(text.substr(0, static_cast<std::size_t>(word - text.begin())));
    const bool takes = needs_space(text.substr(static_cast<std::size_t>(word - text.begin())));
    gap = Gap::settled;
    return takes;
}

} // namespace rapporteur::corpus
