#pragma once

// How much of a character may hang over the edge of the measure, so that the edge looks even.

#include <string_view>

namespace rapporteur::typeset {

// As a part of the character's advance. `text` ends (begins) with the character in question.
double hang_at_end(std::string_view text);
double hang_at_start(std::string_view text);

} // namespace rapporteur::typeset
