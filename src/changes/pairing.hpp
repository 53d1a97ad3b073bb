#pragma once

// Which fact of the later corpus is which of the earlier one.

#include "facts/facts.hpp"
#include "support/steps.hpp"

#include <vector>

namespace rapporteur::changes {

struct Pair { // one of the two may be null, never both
    const facts::Fact* before = nullptr;
    const facts::Fact* after = nullptr;
};

// Facts of one partner. The pairs stand in the order of the later facts, those that are gone after what they followed.
// `steps` counts how often two facts are compared.
std::vector<Pair> pair(const std::vector<const facts::Fact*>& before, const std::vector<const facts::Fact*>& after,
                       Steps& steps);
std::vector<Pair> pair(const std::vector<const facts::Fact*>& before, const std::vector<const facts::Fact*>& after);

} // namespace rapporteur::changes
