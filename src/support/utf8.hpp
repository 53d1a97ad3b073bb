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

// Bytes from elsewhere, such as a file's name, fit for a line on a terminal: what is no character, and what would
// command the terminal instead of showing (C0 and C1 controls, new lines among them), is written as \xHH.
std::string printable(std::string_view bytes);

} // namespace rapporteur
