#pragma once

// Numbers that a format prints of its own accord, of pages and notes, in the document's digits.

#include "document/document.hpp"

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

} // namespace rapporteur::document
