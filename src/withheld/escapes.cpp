#include "withheld/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace rapporteur::withheld {

namespace {

constexpr std::size_t not_a_digit = 99;

std::size_t digit_of(char byte) {
    if (byte >= '0' && byte <= '9') {
        return static_cast<std::size_t>(byte - '0');
    }
    const char lower = static_cast<char>(static_cast<unsigned char>(byte) | 0x20U);
    return lower >= 'a' && lower <= 'f' ? static_cast<std::size_t>(lower - 'a') + 10 : not_a_digit;
}

// One escape: the bytes it takes and the number it stands for; 0 bytes where there is none.
struct Escape {
    std::size_t size = 0;
    std::uint32_t value = 0;
    bool is_byte = false; // of UTF-8, rather than a character
};

Escape hexadecimal(std::string_view text, std::size_t before, std::size_t digits) {
    Escape escape{before + digits, 0};
    if (text.size() < escape.size) {
        return {};
    }
    for (const char byte : text.substr(before, digits)) {
        const std::size_t digit = digit_of(byte);
        if (digit == not_a_digit) {
            return {};
        }
        escape.value = escape.value * 16 + static_cast<std::uint32_t>(digit);
    }
    return escape;
}

// "&#233;" or "&#xE9;"
Escape numeric_reference(std::string_view text) {
    const bool is_hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::size_t base = is_hexadecimal ? 16 : 10;
    std::size_t at = is_hexadecimal ? 3 : 2;
    constexpr std::size_t longest = 10;
    Escape escape;
    for (; at < std::min(text.size(), longest) && digit_of(text[at]) < base; ++at) {
        escape.value = static_cast<std::uint32_t>(escape.value * base + digit_of(text[at]));
    }
    const bool is_whole = at < text.size() && text[at] == ';' && escape.value > 0 && escape.value <= 0x10FFFF;
    escape.size = is_whole ? at + 1 : 0;
    return escape;
}

Escape escape_at(std::string_view text) {
    if (text.front() == '%') {
        Escape escape = hexadecimal(text, 1, 2);
        escape.is_byte = true;
        return escape;
    }
    if (text.starts_with("\\u")) {
        Escape escape = hexadecimal(text, 2, 4);
        if (const Escape low =
                text.size() > 6 && text.substr(6).starts_with("\\u") ? hexadecimal(text, 8, 4) : Escape();
            U16_IS_LEAD(escape.value) && U16_IS_TRAIL(low.value)) {
            escape.value = static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(escape.value, low.value));
            escape.size = low.size;
        }
        return escape;
    }
    if (text.starts_with("\\x")) {
        return hexadecimal(text, 2, 2);
    }
    return text.starts_with("&#") ? numeric_reference(text) : Escape();
}

void append(std::string& text, const Escape& escape) {
    if (escape.is_byte) {
        text.push_back(static_cast<char>(escape.value));
        return;
    }
    std::array<char, U8_MAX_LENGTH> bytes{};
    int32_t length = 0;
    const UChar32 character = U_IS_SURROGATE(escape.value) ? 0xFFFD : static_cast<UChar32>(escape.value);
    U8_APPEND_UNSAFE(bytes.data(), length, character);
    text.append(bytes.data(), static_cast<std::size_t>(length));
}

} // namespace

std::optional<std::string> unescaped(std::string_view text) {
    std::string plain;
    std::size_t kept = 0; // up to here
    for (std::size_t at = text.find_first_of("%\\&"); at < text.size(); at = text.find_first_of("%\\&", at)) {
        const Escape escape = escape_at(text.substr(at));
        if (escape.size == 0) {
            ++at;
            continue;
        }
        plain.append(text.substr(kept, at - kept));
        append(plain, escape);
        at += escape.size;
        kept = at;
    }
    if (kept == 0) {
        return std::nullopt;
    }
    return plain.append(text.substr(kept));
}

} // namespace rapporteur::withheld
