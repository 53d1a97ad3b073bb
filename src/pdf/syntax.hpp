#pragma once

// The lexical conventions of PDF (ISO 32000-1, 7.3): numbers, strings, names, dates, as bytes.

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::pdf {

void append_integer(std::string& out, std::int64_t number);

// With zeros before it, so that it has `digits` digits.
void append_digits(std::string& out, std::uint64_t number, int digits);

// With at most three decimals and none that say nothing.
void append_number(std::string& out, double number);

// The integer nearest to `number`, halves away from zero, without the libraries' care for modes of rounding.
inline std::int64_t nearest(double number) {
    return static_cast<std::int64_t>(number + (number < 0 ? -0.5 : 0.5));
}

// A byte as it stands between the parentheses of a literal string.
inline void append_string_byte(std::string& out, char byte) {
    if (byte == '(' || byte == ')' || byte == '\\') {
        out.push_back('\\');
    } else if (byte == '\r') { // as it stands, a reader would take it for an end of line
        out.push_back('\\');
        byte = 'r';
    }
    out.push_back(byte);
}

std::string literal_string(std::string_view bytes); // (…), escaped
std::string text_string(std::string_view utf8);     // PDFDoc-compatible ASCII, else UTF-16BE with a mark (7.9.2.2)
std::string name(std::string_view characters);      // /…, with #xx where needed
std::string date(std::string_view iso);             // (D:20261124000000Z) from "2026-11-24" or an instant
std::string uri(std::string_view address);          // (…), in the ASCII that 12.6.4.7 asks for: the rest as %XX
std::string reference(std::uint32_t object);        // "12 0 R"
void append_reference(std::string& out, std::uint32_t object);
void append_hexadecimal(std::string& out, std::uint16_t unit);
std::u16string utf16_of(std::string_view utf8);

} // namespace rapporteur::pdf
