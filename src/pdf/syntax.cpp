#include "pdf/syntax.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>

namespace rapporteur::pdf {

void append_integer(std::string& out, std::int64_t number) {
    std::array<char, 24> digits = {};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), written.ptr);
}

void append_digits(std::string& out, std::uint64_t number, int digits) {
    const std::size_t from = out.size();
    out.resize(from + static_cast<std::size_t>(digits), '0');
    for (std::size_t at = out.size(); at > from; number /= 10) {
        out[--at] = static_cast<char>('0' + number % 10);
    }
}

void append_number(std::string& out, double number) {
    const std::int64_t thousandths = nearest(number * 1000);
    std::int64_t part = std::abs(thousandths) % 1000;
    if (thousandths < 0) {
        out.push_back('-');
    }
    append_integer(out, std::abs(thousandths) / 1000);
    if (part != 0) {
        out.push_back('.');
        for (std::int64_t place = 100; part != 0; place /= 10) {
            out.push_back(static_cast<char>('0' + part / place));
            part %= place;
        }
    }
}

std::string literal_string(std::string_view bytes) {
    std::string text = "(";
    for (const char byte : bytes) {
        append_string_byte(text, byte);
    }
    text.push_back(')');
    return text;
}

std::string uri(std::string_view address) {
    std::string ascii;
    for (const char byte : address) {
        if (byte > ' ' && byte < 0x7F) {
            ascii.push_back(byte);
        } else {
            ascii += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return literal_string(ascii);
}

std::u16string utf16_of(std::string_view utf8) {
    std::u16string units;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(utf8[offset]); };
        const std::uint32_t lead = byte(at);
        const std::size_t length = lead < 0x80 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4));
        std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t next = 1; next < length && at + next < utf8.size(); ++next) {
            point = (point << 6U) | (byte(at + next) & 0x3FU);
        }
        at += length;
        if (point < 0x10000) {
            units.push_back(static_cast<char16_t>(point));
        } else {
            units.push_back(static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10U)));
            units.push_back(static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FFU)));
        }
    }
    return units;
}

void append_hexadecimal(std::string& out, std::uint16_t unit) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out.push_back(digits[(unit >> 12U) & 0xFU]);
    out.push_back(digits[(unit >> 8U) & 0xFU]);
    out.push_back(digits[(unit >> 4U) & 0xFU]);
    out.push_back(digits[unit & 0xFU]);
}

std::string text_string(std::string_view utf8) {
    const bool is_ascii = std::all_of(utf8.begin(), utf8.end(), [](char byte) { return byte >= ' ' && byte < 0x7F; });
    if (is_ascii) {
        return literal_string(utf8);
    }
    std::string text = "<FEFF";
    for (const char16_t unit : utf16_of(utf8)) {
        append_hexadecimal(text, unit);
    }
    text.push_back('>');
    return text;
}

std::string name(std::string_view characters) {
    constexpr std::string_view delimiters = "()<>[]{}/%#";
    std::string text = "/";
    for (const char byte : characters) {
        if (byte > ' ' && byte < 0x7F && delimiters.find(byte) == std::string_view::npos) {
            text.push_back(byte);
        } else {
            text += fmt::format("#{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return text;
}

std::string date(std::string_view iso) {
    constexpr std::size_t zone_length = 6; // "+01:00"
    constexpr std::size_t digits_in_a_date = 14;
    std::string zone = "Z";
    const bool has_time = iso.find('T') != std::string_view::npos;
    const std::size_t sign = iso.find_last_of("+-");
    if (has_time && sign != std::string_view::npos && iso.size() - sign == zone_length) {
        zone = fmt::format("{}'{}", iso.substr(sign, 3), iso.substr(sign + 4, 2));
        iso = iso.substr(0, sign);
    }
    std::string digits;
    std::copy_if(iso.begin(), iso.end(), std::back_inserter(digits),
                 [](char byte) { return byte >= '0' && byte <= '9'; });
    digits.resize(digits_in_a_date, '0');
    return "(D:" + digits + zone + ")";
}

std::string reference(std::uint32_t object) {
    std::string text;
    append_reference(text, object);
    return text;
}

void append_reference(std::string& out, std::uint32_t object) {
    append_integer(out, object);
    out += " 0 R";
}

} // namespace rapporteur::pdf
