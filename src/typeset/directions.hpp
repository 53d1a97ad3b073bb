#pragma once

// In which direction each stretch of a passage runs (Unicode's bidirectional algorithm, UAX #9).

#include "typeset/passage.hpp"

#include <vector>

namespace rapporteur::typeset {

// Where an isolate begins or ends, before byte `at`, and the level of what is around it: it keeps the stretches at both
// sides apart when a line is put into its visual order, though no character stands there.
struct Boundary {
    std::uint32_t at = 0;
    std::uint8_t level = 0;
};

struct Directions {
    std::vector<std::uint8_t> levels; // of each byte; odd ones run right to left. Empty: all runs left to right
    std::vector<Boundary> boundaries; // in order
};

// Words in a language of the other direction, addresses and the numbers of notes are isolated from what surrounds them.
Directions directions_of(const Passage& passage);

} // namespace rapporteur::typeset
