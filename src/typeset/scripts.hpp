#pragma once

// What a shaper must know of characters: their scripts, and which are marks on others.

#include <cstdint>
#include <hb.h>
#include <string_view>

namespace rapporteur::typeset {

bool is_ascii(std::string_view text);
bool is_ascii_letter(char32_t character);

// HB_SCRIPT_COMMON for what any script may hold: spaces, figures, punctuation, marks.
hb_script_t script_of(char32_t character);

// Whether letters of the script are drawn for the faces of a style, which a word of them shares.
bool is_alphabet_of_styles(hb_script_t script);

bool is_mark(char32_t character);

// Where the marks end that stand on the character before `at`, at `end` at most.
std::uint32_t end_of_marks(std::string_view text, std::uint32_t at, std::uint32_t end);

} // namespace rapporteur::typeset
