#include "support/unbroken.hpp"

#include <algorithm>
#include <array>

namespace rapporteur {

namespace {

constexpr std::size_t least_beside_a_break = 2; // letters or figures

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_ascii_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Letters of all scripts count, U+00C0 and above; punctuation from U+2000 to U+203F does not.
bool is_word_byte(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        return is_digit(text[at]) || is_ascii_letter(text[at]);
    }
    const bool continues = (byte & 0xC0U) == 0x80;
    std::size_t lead = at;
    while (continues && lead > 0 && (static_cast<unsigned char>(text[lead]) & 0xC0U) == 0x80) {
        --lead;
    }
    const auto first = static_cast<unsigned char>(text[lead]);
    const bool is_punctuation =
        first == 0xE2 && lead + 1 < text.size() && static_cast<unsigned char>(text[lead + 1]) == 0x80;
    return first >= 0xC3 && !is_punctuation;
}

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
}

std::size_t letters_from(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at < text.size() && count < least_beside_a_break && is_word_byte(text, at)) {
        count += begins_character(text[at]) ? 1 : 0;
        ++at;
    }
    return count;
}

// Before `at`, whatever marks stand between.
std::size_t letters_before(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] != ' ' && !is_word_byte(text, at - 1)) {
        --at;
    }
    std::size_t count = 0;
    while (at > 0 && count < least_beside_a_break && is_word_byte(text, at - 1)) {
        --at;
        count += begins_character(text[at]) ? 1 : 0;
    }
    return count;
}

bool breaks_after(char mark) {
    return std::string_view("/:@?&=").find(mark) != std::string_view::npos;
}

bool breaks_before(char mark) {
    return std::string_view(".-_#%~").find(mark) != std::string_view::npos;
}

bool is_mark_of_address(char byte) {
    return breaks_after(byte) || breaks_before(byte) || byte == '+' || byte == ',' || byte == ';';
}

// No script that is written without spaces begins below U+0800.
bool is_letter_of_address(std::string_view text, std::size_t at) {
    constexpr unsigned char first_of_three = 0xE0;
    return static_cast<unsigned char>(text[at]) < first_of_three && is_word_byte(text, at);
}

// The size of the opening bracket or quotation mark at `at`; 0 where there is none.
std::size_t opening_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 12> marks = {"(", "[", "{", "<", "\"", "'", "“", "‘", "„", "‚", "«", "‹"};
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](std::string_view mark) { return text.substr(at, mark.size()) == mark; });
    return found == marks.end() ? 0 : found->size();
}

// Whether two letters or more stand at each side of the mark at `at`, one of them no figure: example.org, but neither
// e.g. nor 1.25.
bool joins_labels(std::string_view body, std::size_t at) {
    const bool long_enough = at > 0 && is_word_byte(body, at - 1) && letters_before(body, at) >= least_beside_a_break &&
                             letters_from(body, at + 1) >= least_beside_a_break;
    return long_enough && !(is_digit(body[at - 1]) && is_digit(body[at + 1]));
}

bool is_address(std::string_view body) {
    const bool is_tag =
        (body.front() == '#' || body.front() == '@') && body.size() > 1 && is_word_byte(body, 1) && !is_digit(body[1]);
    constexpr std::array<std::string_view, 4> beginnings = {"www.", "mailto:", "urn:", "doi:"};
    const bool begins_so = std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
        return body.substr(0, beginning.size()) == beginning;
    });
    if (is_tag || begins_so || body.find("://") != std::string_view::npos) {
        return true;
    }
    for (std::size_t at = 1; at + 1 < body.size(); ++at) {
        const bool within = is_word_byte(body, at - 1) && is_word_byte(body, at + 1);
        if (within && (body[at] == '@' || body[at] == '_' || (body[at] == '.' && joins_labels(body, at)))) {
            return true;
        }
    }
    return false;
}

// A figure of Latin or Arabic script that begins at `at`, or ends there.
bool is_figure(std::string_view two_bytes) {
    const auto lead = static_cast<unsigned char>(two_bytes.front());
    const auto next = static_cast<unsigned char>(two_bytes.back());
    return (lead == 0xD9 && next >= 0xA0 && next <= 0xA9) || (lead == 0xDB && next >= 0xB0 && next <= 0xB9);
}
bool figure_begins(std::string_view text, std::size_t at) {
    return at < text.size() && (is_digit(text[at]) || (at + 1 < text.size() && is_figure(text.substr(at, 2))));
}
bool figure_ends(std::string_view text, std::size_t at) {
    return at > 0 && (is_digit(text[at - 1]) || (at > 1 && is_figure(text.substr(at - 2, 2))));
}

// Whether the dash before byte `at` stands between two dates, each of which stays whole by itself: in “1 April 2024–31
// March 2028”, with spaces that don't break, 2024–31 is no range.
bool joins_dates(std::string_view text, std::size_t dash, std::size_t at) {
    constexpr std::string_view space = "\u00A0";
    std::size_t begin = dash;
    while (begin > 0 && is_digit(text[begin - 1])) {
        --begin;
    }
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    const bool after_a_word = begin > space.size() && text.substr(begin - space.size(), space.size()) == space &&
                              is_word_byte(text, begin - space.size() - 1) && !is_digit(text[begin - space.size() - 1]);
    const bool before_a_word = text.substr(at, space.size()) == space && is_word_byte(text, at + space.size()) &&
                               !is_digit(text[at + space.size()]);
    return after_a_word && before_a_word;
}

// Whether a range of figures would be broken after its dash: 2015–2023.
bool range_holds_together(std::string_view text, std::size_t at) {
    constexpr std::string_view dash = "\u2013";
    return at > dash.size() && text.substr(at - dash.size(), dash.size()) == dash &&
           figure_ends(text, at - dash.size()) && figure_begins(text, at) && !joins_dates(text, at - dash.size(), at);
}

// The word that ends at `end`, where a space or a bracket stands before it.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(') {
        --begin;
    }
    return text.substr(begin, end - begin);
}

// Whether a word announces the number after it.
bool announces_number(std::string_view word) {
    constexpr std::array<std::string_view, 17> signs = {"§",  "§§", "№",  "No", "No.", "Nos", "Nos.", "no.", "nos.",
                                                        "n°", "N°", "nº", "Nº", "Nr.", "nr.", "p.",   "pp."};
    return std::find(signs.begin(), signs.end(), word) != signs.end();
}

// Whether the groups of figures that end at `end` belong to a telephone number: +41 22 734.
bool is_telephone_number(std::string_view text, std::size_t end) {
    constexpr int most_groups = 6;
    for (int group = 0; group < most_groups; ++group) {
        const std::string_view word = word_before(text, end);
        if (word.size() > 1 && word.front() == '+' && is_digit(word[1])) {
            return true;
        }
        const auto begin = static_cast<std::size_t>(word.data() - text.data());
        if (word.empty() || !std::all_of(word.begin(), word.end(), is_digit) || begin < 2 || text[begin - 1] != ' ') {
            return false;
        }
        end = begin - 1;
    }
    return false;
}

bool number_holds_together(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ') {
        --end;
    }
    if (end == 0 || end + 1 != at) {
        return false;
    }
    if (is_digit(text[at])) {
        return announces_number(word_before(text, end)) || (is_digit(text[end - 1]) && is_telephone_number(text, end));
    }
    constexpr std::string_view per_mille = "‰";
    return is_digit(text[end - 1]) && (text[at] == '%' || text.substr(at, per_mille.size()) == per_mille);
}

// Whether a word has a mark inside after which UAX #14 would break, and none after which this does.
bool is_never_broken(std::string_view word) {
    bool found = false;
    for (std::size_t at = 1; at < word.size(); ++at) {
        found = found || range_holds_together(word, at);
        const bool after_mark = std::string_view("-/+").find(word[at - 1]) != std::string_view::npos;
        const bool is_within = at > 1 && (is_word_byte(word, at) || word[at] == '+') && !is_digit(word[at]);
        if (after_mark && is_within) {
            if (!holds_together(word, at)) {
                return false;
            }
            found = true;
        }
    }
    return found;
}

} // namespace

std::optional<TextRange> address_from(std::string_view text, std::size_t from) {
    TextRange range;
    range.begin = from;
    for (std::size_t size = 1; size > 0 && range.begin < text.size(); range.begin += size) {
        size = opening_size(text, range.begin);
    }
    range.end = range.begin;
    while (range.end < text.size() && (is_mark_of_address(text[range.end]) || is_letter_of_address(text, range.end))) {
        ++range.end;
    }
    while (range.end > range.begin && std::string_view(".,;:?-").find(text[range.end - 1]) != std::string_view::npos) {
        --range.end;
    }
    const std::string_view body = text.substr(range.begin, range.end - range.begin);
    return !body.empty() && is_address(body) ? std::optional(range) : std::nullopt;
}

std::size_t joint_after(std::string_view text, const TextRange& address, std::size_t from) {
    const std::string_view body = text.substr(0, address.end);
    const std::size_t start = std::max(from, address.begin);
    for (std::size_t at = start + 1; at < address.end; ++at) {
        const bool after_mark = breaks_after(body[at - 1]) && !breaks_after(body[at]);
        const bool before_mark = breaks_before(body[at]) && !breaks_after(body[at - 1]);
        if ((!after_mark && !before_mark) || at - start < least_beside_a_break) {
            continue;
        }
        const std::size_t left = letters_before(body, at);
        const std::size_t right = letters_from(body, before_mark ? at + 1 : at);
        if (left >= least_beside_a_break && right >= least_beside_a_break) {
            return at;
        }
    }
    return address.end;
}

bool holds_together(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) {
        return false;
    }
    if (text[at - 1] == ' ') {
        return number_holds_together(text, at);
    }
    if (range_holds_together(text, at)) {
        return true;
    }
    constexpr std::string_view hyphen = "\u2010";
    const bool after_hyphen = at >= hyphen.size() && text.substr(at - hyphen.size(), hyphen.size()) == hyphen;
    const bool after_mark = static_cast<unsigned char>(text[at - 1]) < 0x80 && !is_word_byte(text, at - 1);
    return (after_mark || after_hyphen) &&
           (letters_before(text, at) < least_beside_a_break || letters_from(text, at) < least_beside_a_break);
}

Stretch stretch_from(std::string_view text, std::size_t from) {
    Stretch stretch;
    stretch.end = from;
    std::size_t words = 0;
    std::size_t end_of_word = from;
    do {
        end_of_word = std::min(text.find(' ', stretch.end), text.size());
        stretch.end = std::min(text.find_first_not_of(' ', end_of_word), text.size());
        ++words;
    } while (stretch.end < text.size() && holds_together(text, stretch.end));
    const std::string_view word = text.substr(from, end_of_word - from);
    if (words > 1 || is_never_broken(word)) {
        stretch.breaking = Breaking::never;
    }
    if (words == 1 && address_from(text, from)) {
        stretch.breaking = Breaking::address;
    }
    stretch.end = stretch.breaking == Breaking::as_usual ? stretch.end : end_of_word;
    return stretch;
}

} // namespace rapporteur
