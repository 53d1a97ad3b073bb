#pragma once

// Texts as they are compared: their letters and digits.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::withheld {

// Where one run of text ends and another begins, which may be in the middle of a word.
inline constexpr char seam = '\x1f';

// Compatibility-decomposed, case folded, without marks that show nothing (Unicode's NFKC_Casefold); digits of any
// script as 0 to 9, letters without their accents, and letters of Greek and Cyrillic that look like a Latin one as that
// one. Seams stay.
std::string folded(std::string_view text);

// A run of letters and digits.
struct Word {
    std::string letters;
    bool goes_on = false; // nothing but a seam stands between it and the one before: the two may be one word
};

// The words of a folded text: digits in groups of three are one, a currency's letters and the sum that they touch are
// two ("EUR48250"), a Han or Kana character is one by itself.
std::vector<Word> words_of(std::string_view text);

// The words without anything between them.
std::string letters_of(std::string_view text);

// The text behind the escapes of addresses (%C3%A9), scripts (\u00e9, \xe9) and markup (&#233;); nothing where it has
// none.
std::optional<std::string> unescaped(std::string_view text);

} // namespace rapporteur::withheld
