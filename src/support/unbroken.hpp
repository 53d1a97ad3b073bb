#pragma once

// What a line of text does not divide as it divides words.
//
// Addresses (e-mail, URIs, host names, handles, hashtags) and file names break without a hyphen and only at their own
// marks: after / : @ ? & = and before . - _ # % ~ (The Chicago Manual of Style, 17th edition, 7.46). Short pieces stay
// together where UAX #14 would break after the mark between them: e-mail, C++, A/B, vis-à-vis. A number stays with the
// sign before or after it: § 5, No 5, p. 14, 10 %, +41 22 734 05 58. So do the two of a range: 2015–2023.
//
// Offsets are in bytes of well-formed UTF-8.

#include <cstddef>
#include <optional>
#include <string_view>

namespace rapporteur {

struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The address or file name that begins at byte `from`, or after the brackets and quotation marks that open there.
std::optional<TextRange> address_from(std::string_view text, std::size_t from);

// The first byte after `from` before which the address may be broken; `address.end` where there is none.
std::size_t joint_after(std::string_view text, const TextRange& address, std::size_t from);

// Whether no line may end before byte `at`, where UAX #14 allows it.
bool holds_together(std::string_view text, std::size_t at);

// For formats whose lines are broken by others. Where the stretch ends that begins at byte `from`, a word with the
// spaces after it or several words that stay together; and how it may be broken.
enum class Breaking : unsigned char {
    as_usual,
    address, // not hyphenated
    never
};
struct Stretch {
    std::size_t end = 0;
    Breaking breaking = Breaking::as_usual;
};
Stretch stretch_from(std::string_view text, std::size_t from);

} // namespace rapporteur
