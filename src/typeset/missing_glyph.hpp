#pragma once

// What to say where no installed font has a character.

#include "support/diagnostic.hpp"

#include <string>
#include <string_view>

namespace rapporteur::typeset {

tl::unexpected<Diagnostic> missing_glyph(char32_t character, std::string_view around);

} // namespace rapporteur::typeset
