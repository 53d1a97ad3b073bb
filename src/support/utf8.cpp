#include "support/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <unicode/uchar.h>

namespace rapporteur {

namespace {

std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xE0) {
        return 2;
    }
    return lead < 0xF0 ? 3 : 4;
}

bool is_invisible(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
           (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

template <class Stays, class Escape>
std::string made_visible(std::string_view bytes, Stays stays, Escape escape) {
    std::string text;
    while (!bytes.empty()) {
        const std::size_t good = first_ill_formed(bytes);
        for (std::size_t at = 0; at < good;) {
            const std::size_t begin = at;
            const char32_t character = next_character(bytes, at);
            if (is_invisible(character) && !stays(character)) {
                text += escape(static_cast<std::uint32_t>(character));
            } else {
                text += bytes.substr(begin, at - begin);
            }
        }
        bytes.remove_prefix(good);
        if (!bytes.empty()) {
            text += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes.front()));
            bytes.remove_prefix(1);
        }
    }
    return text;
}

} // namespace

std::size_t first_ill_formed(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = length_of(lead);
        if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) {
            return at;
        }
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
        const bool no_character = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
        if (overlong || no_character) {
            return at;
        }
        for (std::size_t next = 1; next < length; ++next) {
            if ((static_cast<unsigned char>(text[at + next]) & 0xC0U) != 0x80U) {
                return at;
            }
        }
        at += length;
    }
    return at;
}

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = length_of(lead);
    std::uint32_t character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t next = 1; next < length && at + next < text.size(); ++next) {
        character = (character << 6U) | (static_cast<unsigned char>(text[at + next]) & 0x3FU);
    }
    at += length;
    return character;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; // no continuation of a character
    }));
}

bool has_figure(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (u_isdigit(static_cast<UChar32>(next_character(text, at))) != 0) {
            return true;
        }
    }
    return false;
}

std::string printable(std::string_view bytes) {
    return made_visible(
        bytes, [](char32_t) { return false; }, [](std::uint32_t code) { return fmt::format("\\u{{{:x}}}", code); });
}

std::string printable_lines(std::string_view bytes) {
    return made_visible(
        bytes, [](char32_t character) { return character == '\n' || character == '\t'; },
        [](std::uint32_t code) { return fmt::format("\\u{{{:x}}}", code); });
}

std::string printable_json(std::string_view bytes) {
    return made_visible(
        bytes, [](char32_t character) { return character == '\n'; },
        [](std::uint32_t code) { return fmt::format("\\u{:04x}", code); });
}

} // namespace rapporteur
