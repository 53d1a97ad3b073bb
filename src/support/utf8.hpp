#pragma once

// UTF-8 (RFC 3629).

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur {

// The offset of the first byte that is no part of a well-formed sequence; the text's size where all is well.
std::size_t first_ill_formed(std::string_view text);

// The character that begins at byte `at` of well-formed text; `at` moves on to the next.
char32_t next_character(std::string_view text, std::size_t& at);

std::size_t count_characters(std::string_view text);

// Whether a figure stands in it, of any script: Unicode's general category Nd.
bool has_figure(std::string_view text);

// Bytes from elsewhere, such as a file's name, fit for a line on a terminal. What would command the terminal instead of
// showing (C0 and C1 controls, new lines among them) and what turns the direction of text (U+202A to U+202E, U+2066 to
// U+2069) is written as \u{9b}; a byte that is no part of a character, as \xHH.
std::string printable(std::string_view bytes);
// The same of several lines: new lines and tabs stay.
std::string printable_lines(std::string_view bytes);
// The same of a JSON text (RFC 8259), by its own escapes: \u009b.
std::string printable_json(std::string_view bytes);

} // namespace rapporteur
