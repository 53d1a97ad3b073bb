#pragma once

// Numbers that a format prints of its own accord, of pages and notes, in the document's digits, and how they are kept
// apart from the numbers of the text.

#include "document/document.hpp"

#include <string_view>

namespace rapporteur::document {

// A number given in ASCII.
inline std::string in_digits(const std::string& number, const Labels& labels) {
    constexpr std::size_t count = 10;
    const std::size_t bytes = labels.digits.size() / count; // of each: a set of digits lies together in Unicode
    if (bytes < 2) {
        return number;
    }
    std::string written;
    for (const char digit : number) {
        const bool is_digit = digit >= '0' && digit <= '9';
        written += is_digit ? labels.digits.substr(static_cast<std::size_t>(digit - '0') * bytes, bytes)
                            : std::string(1, digit);
    }
    return written;
}

inline std::string in_digits(std::uint64_t number, const Labels& labels) {
    return in_digits(std::to_string(number), labels);
}

// Goes before a note's number that follows a digit, so that neither eyes nor a program that takes the text out read it
// as the last digit of an amount: U+202F, at which no line breaks.
inline constexpr std::string_view gap_before_note = "\u202F";

// Whether the last character is a digit of ASCII or one of the twice ten that Arabic script has.
inline bool ends_in_digit(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const auto last = static_cast<unsigned char>(text.back());
    if (last < 0x80) {
        return last >= '0' && last <= '9';
    }
    constexpr unsigned char first_arabic = 0xA0; // U+0660 is D9 A0, U+06F0 is DB B0, each the first of ten in a row
    constexpr unsigned char first_extended = 0xB0;
    const auto before = text.size() < 2 ? 0U : static_cast<unsigned char>(text[text.size() - 2]);
    return (before == 0xD9U && last >= first_arabic && last < first_arabic + 10) ||
           (before == 0xDBU && last >= first_extended && last < first_extended + 10);
}

} // namespace rapporteur::document
