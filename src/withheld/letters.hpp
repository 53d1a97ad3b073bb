#pragma once

// Texts as they are compared: their letters and digits.

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::withheld {

// Where one run of text ends and another begins, which may be in the middle of a word.
inline constexpr char seam = '\x1f';

// Compatibility-decomposed, case folded, without marks that show nothing (Unicode's NFKC_Casefold); digits of any
// script as 0 to 9. Seams stay.
std::string folded(std::string_view text);

// The words of a folded text: runs of letters and digits; digits in groups of three are one word, a Han, Kana or Hangul
// character is one by itself. Views into `text` but for joined digits, which are in `room`.
enum class Seams : std::uint8_t { join, part };
std::vector<std::string> words_of(std::string_view text, Seams seams);

// The words without anything between them.
std::string letters_of(std::string_view text);

} // namespace rapporteur::withheld
