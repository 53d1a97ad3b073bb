#include "withheld/letters.hpp"

#include <cstdint>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace rapporteur::withheld {

namespace {

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_ascii_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || is_digit(byte);
}

// The character at `at`, and `at` moved past it. What isn't UTF-8 is a character that no text has.
UChar32 next(std::string_view text, std::size_t& at) {
    auto index = static_cast<int32_t>(at);
    UChar32 character = 0;
    // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): ICU's macro, whose steps follow each other through &&
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), index, static_cast<int32_t>(text.size()), character);
    at = static_cast<std::size_t>(index);
    return character < 0 ? 0xFFFD : character;
}

bool is_letter(UChar32 character) {
    constexpr std::uint32_t marks = U_GC_MN_MASK | U_GC_MC_MASK;
    return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & marks) != 0;
}

bool stands_alone(UChar32 character) {
    return u_hasBinaryProperty(character, UCHAR_IDEOGRAPHIC) != 0 || (character >= 0x3040 && character <= 0x30FF);
}

void append(std::string& text, UChar32 character) {
    char bytes[U8_MAX_LENGTH] = {};
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, character);
    text.append(bytes, static_cast<std::size_t>(length));
}

bool all_digits(const std::string& word) {
    return word.find_first_not_of("0123456789") == std::string::npos;
}

// Words of a text being collected.
class Collector {
public:
    void letter(std::string_view bytes) { word += bytes; }
    void alone(std::string_view bytes) {
        end_of_word();
        gap = 2;
        word = bytes;
        end_of_word();
        gap = 2;
    }
    void at_seam() { end_of_word(); }
    // Something that is neither letter nor digit, `width` of them so far.
    void between() {
        end_of_word();
        ++gap;
    }
    std::vector<Word> finish() {
        end_of_word();
        return std::move(words);
    }

private:
    void end_of_word() {
        if (word.empty()) {
            return;
        }
        constexpr std::size_t group = 3; // "25,000" is one number
        const bool goes_on =
            gap == 1 && word.size() == group && !words.empty() && all_digits(word) && all_digits(words.back().letters);
        if (goes_on) {
            words.back().letters += word;
        } else {
            words.push_back({std::move(word), gap == 0});
        }
        word.clear();
        gap = 0;
    }

    std::vector<Word> words;
    std::string word;
    int gap = 2; // characters between the last word and this one
};

} // namespace

std::string folded(std::string_view text) {
    bool is_plain = true;
    std::string out;
    out.reserve(text.size());
    for (const char byte : text) {
        is_plain = is_plain && static_cast<unsigned char>(byte) < 0x80;
        out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte);
    }
    if (is_plain) {
        return out;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    out.clear();
    icu::StringByteSink<std::string> sink(&out);
    fold->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
    std::string digits_plain;
    digits_plain.reserve(out.size());
    for (std::size_t at = 0; at < out.size();) {
        if (static_cast<unsigned char>(out[at]) < 0x80) {
            digits_plain.push_back(out[at++]);
            continue;
        }
        const UChar32 character = next(out, at);
        const int32_t digit = u_charDigitValue(character);
        append(digits_plain, digit < 0 ? character : '0' + digit);
    }
    return digits_plain;
}

std::vector<Word> words_of(std::string_view text) {
    Collector words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            if (is_ascii_letter(text[from])) {
                words.letter(text.substr(from, 1));
            } else if (text[from] == seam) {
                words.at_seam();
            } else {
                words.between();
            }
            continue;
        }
        const UChar32 character = next(text, at);
        if (stands_alone(character)) {
            words.alone(text.substr(from, at - from));
        } else if (is_letter(character)) {
            words.letter(text.substr(from, at - from));
        } else {
            words.between();
        }
    }
    return words.finish();
}

std::string letters_of(std::string_view text) {
    std::string letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            if (is_ascii_letter(text[from])) {
                letters.push_back(text[from]);
            }
            continue;
        }
        if (is_letter(next(text, at))) {
            letters.append(text.substr(from, at - from));
        }
    }
    return letters;
}

} // namespace rapporteur::withheld
