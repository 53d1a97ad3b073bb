#pragma once

// The same style on other paper.

#include "style/style.hpp"

namespace rapporteur::style {

enum class Paper : std::uint8_t { as_styled, a4, letter };

// The measure stays as the style has it, and so do the lines of text; side margins take what a wider or narrower sheet
// gives or wants, and a page holds as many whole lines as it has room for. A style of booklet size gets half a sheet.
Style on(Style style, Paper paper);

} // namespace rapporteur::style
