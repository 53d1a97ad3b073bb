#pragma once

// In which direction each stretch of a passage runs (Unicode's bidirectional algorithm, UAX #9).

#include "typeset/passage.hpp"

#include <vector>

namespace rapporteur::typeset {

// The embedding level of each byte; odd ones run right to left. Empty where everything runs left to right. Words in a
// language of the other direction, addresses and the numbers of notes are isolated from what surrounds them.
std::vector<std::uint8_t> levels_of(const Passage& passage);

} // namespace rapporteur::typeset
