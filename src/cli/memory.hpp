#pragma once

// How much memory the program may take of itself, so that no input takes the machine's.

#include "support/diagnostic.hpp"
#include "support/limits.hpp"

#include <string>

namespace rapporteur::cli {

// From here on the program gets no more address space than the limit “memory” allows. Fails (surroundings) where the
// system refuses.
Result<void> bound_memory(const Limits& limits);

// "the limit “memory” allows 32768 MiB", or nothing where the program isn't bounded. Allows a little more, so that
// there is room to say so.
std::string memory_allowed();

} // namespace rapporteur::cli
