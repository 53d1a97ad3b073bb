#pragma once

#include "style/style.hpp"

#include <cstddef>
#include <string>

namespace rapporteur::pandoc {

// The numberings of word/numbering.xml: bullets, numerals, and one more of numerals for each list that begins at 1.
constexpr std::size_t first_list_number = 3;

std::string docx_numbering(const style::Style& style, std::size_t ordered_lists);

} // namespace rapporteur::pandoc
