#pragma once

// In which direction each stretch of a passage runs (Unicode's bidirectional algorithm, UAX #9).

#include "typeset/passage.hpp"

#include <vector>

namespace rapporteur::typeset {

// Where words that are isolated begin or end, and the level of what is around them there.
struct IsolateEdge {
    std::uint32_t at = 0; // byte in the passage's text
    std::uint8_t level = 0;
};

struct Directions {
    std::vector<std::uint8_t> levels; // of each byte; odd ones run right to left
    std::vector<IsolateEdge> edges;   // in order: two runs that one parts are not turned round together (rule L2)
};

// Both empty where everything runs left to right. Words in a language of the other direction, addresses and the numbers
// of notes are isolated from what surrounds them.
Directions directions_of(const Passage& passage);

} // namespace rapporteur::typeset
