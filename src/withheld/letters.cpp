#include "withheld/letters.hpp"

#include <algorithm>
#include <array>
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

struct LooksLike {
    UChar32 letter;
    char latin;
};

// Lower case; where only the capitals are alike, as in "Н", that counts too.
constexpr std::array<LooksLike, 32> lookalikes = {{
    {U'α', 'a'}, {U'ε', 'e'}, {U'ι', 'i'}, {U'κ', 'k'}, {U'ν', 'v'}, {U'ο', 'o'}, {U'ρ', 'p'}, {U'τ', 't'},
    {U'υ', 'u'}, {U'χ', 'x'}, {U'а', 'a'}, {U'в', 'b'}, {U'е', 'e'}, {U'к', 'k'}, {U'м', 'm'}, {U'н', 'h'},
    {U'о', 'o'}, {U'р', 'p'}, {U'с', 'c'}, {U'т', 't'}, {U'у', 'y'}, {U'х', 'x'}, {U'ѕ', 's'}, {U'і', 'i'},
    {U'ј', 'j'}, {U'һ', 'h'}, {U'ԁ', 'd'}, {U'ԛ', 'q'}, {U'ԝ', 'w'}, {U'ı', 'i'}, {U'ł', 'l'}, {U'ø', 'o'},
}};

struct Spelt {
    UChar32 letter;
    const char* latin;
};
constexpr std::array<Spelt, 6> spelt = {
    {{U'æ', "ae"}, {U'œ', "oe"}, {U'đ', "d"}, {U'ð', "d"}, {U'þ', "th"}, {U'ħ', "h"}}};

// Accents, and the marks that say how Arabic and Hebrew are vowelled: writers leave them out.
bool is_left_out(UChar32 character) {
    return (character >= 0x0300 && character <= 0x036F) || (character >= 0x0591 && character <= 0x05C7) ||
           character == 0x0640 || (character >= 0x064B && character <= 0x065F) || character == 0x0670;
}

// The letter alone; what is no letter of an alphabet with accents stays.
UChar32 without_accents(UChar32 character) {
    static const icu::Normalizer2* const canonical = [] {
        UErrorCode status = U_ZERO_ERROR;
        return icu::Normalizer2::getNFCInstance(status);
    }();
    icu::UnicodeString parts;
    while (canonical->getRawDecomposition(character, parts) != 0 && parts.length() > 0) {
        character = parts.char32At(0);
    }
    return character;
}

std::string plain_letter(UChar32 character) {
    std::string bytes;
    if (is_left_out(character)) {
        return bytes;
    }
    character = without_accents(character);
    const auto* const seen = std::find_if(lookalikes.begin(), lookalikes.end(),
                                          [&](const LooksLike& pair) { return pair.letter == character; });
    const auto* const written =
        std::find_if(spelt.begin(), spelt.end(), [&](const Spelt& pair) { return pair.letter == character; });
    if (seen != lookalikes.end()) {
        bytes.push_back(seen->latin);
    } else if (written != spelt.end()) {
        bytes = written->latin;
    } else {
        append(bytes, character);
    }
    return bytes;
}

constexpr UChar32 first_of_no_accents = 0x0700; // after Latin, Greek, Cyrillic, Hebrew and Arabic
constexpr UChar32 first_extended = 0x1E00;      // more of Latin and Greek
constexpr UChar32 last_extended = 0x1FFF;

void append_plain(std::string& text, UChar32 character) {
    static const std::vector<std::string> plain = [] {
        std::vector<std::string> all;
        all.reserve(first_of_no_accents);
        for (UChar32 each = 0; each < first_of_no_accents; ++each) {
            all.push_back(plain_letter(each));
        }
        return all;
    }();
    if (character < first_of_no_accents) {
        text += plain[static_cast<std::size_t>(character)];
    } else if (character >= first_extended && character <= last_extended) {
        text += plain_letter(character);
    } else {
        append(text, character);
    }
}

// Where the letters of a currency end and its sum begins, or the other way round; 0 in all other words, such as
// digests.
std::size_t where_sum_begins(const std::string& word) {
    constexpr std::size_t longest_currency = 4;
    const bool has_sum_first = is_digit(word.front());
    const auto change =
        std::find_if(word.begin(), word.end(), [&](char byte) { return is_digit(byte) != has_sum_first; });
    const auto head = static_cast<std::size_t>(change - word.begin());
    const std::size_t tail = word.size() - head;
    const bool is_even = std::all_of(
        change, word.end(), [&](char byte) { return has_sum_first ? byte >= 'a' && byte <= 'z' : is_digit(byte); });
    const std::size_t letters = has_sum_first ? tail : head;
    return tail > 0 && is_even && letters <= longest_currency ? head : 0;
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
        if (const std::size_t sum = where_sum_begins(word); sum > 0) {
            push(word.substr(0, sum), gap);
            push(word.substr(sum), 0);
        } else {
            push(word, gap);
        }
        word.clear();
        gap = 0;
    }

    void push(std::string letters, int between) {
        constexpr std::size_t group = 3; // "25,000" is one number
        const bool is_group = between == 1 && letters.size() == group && !words.empty() && all_digits(letters) &&
                              all_digits(words.back().letters);
        if (is_group) {
            words.back().letters += letters;
        } else {
            words.push_back({std::move(letters), between == 0});
        }
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
        append_plain(digits_plain, digit < 0 ? character : '0' + digit);
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
