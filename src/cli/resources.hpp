#pragma once

#include "cli/commands.hpp"
#include "support/diagnostic.hpp"

namespace rapporteur::cli {

// The folders given on the command line, or else those beside the running binary: ../share/rapporteur/ where the
// program is installed, share/rapporteur/ where it was built. Fails (surroundings) where neither is there.
Result<Resources> find_resources(Resources given);

} // namespace rapporteur::cli
