#pragma once

// Tags and other markup in the bytes of a file that isn't parsed yet, or can't be.

#include <cstddef>
#include <string_view>

namespace rapporteur::xml {

bool starts(std::string_view text, std::size_t at, std::string_view with);

// The end of whatever begins with the `<` at `at`: a comment, an instruction, a CDATA section or a tag. npos where it
// has none.
std::size_t end_of_markup(std::string_view text, std::size_t at);

} // namespace rapporteur::xml
