#pragma once

// Colours that the style source doesn't give and screens want.

#include "style/style.hpp"

namespace rapporteur::pandoc {

// The style for a reader who reads on a dark ground: the same hues, told apart as well. Text on paper contrasts at
// least 12 to 1, accents at least 7 to 1, marks at least 5.5 to 1 (WCAG 2.2 asks for 4.5).
style::Style on_dark(const style::Style& style);

// The same hue where it reads on white and on black: at least 4.5 to 1 on both.
style::Colour on_any_ground(style::Colour colour);

// The ground of words that were looked for; text on it still contrasts at least 7 to 1.
style::Colour found_colour(const style::Style& style);

} // namespace rapporteur::pandoc
