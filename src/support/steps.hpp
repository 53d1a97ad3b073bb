#pragma once

// Steps that a loop took whose bound isn't plain to see. A test holds them against the size of the input, for seconds
// would say more of the machine.

#include <cstdint>

namespace rapporteur {

struct Steps {
    std::uint64_t taken = 0;
};

} // namespace rapporteur
