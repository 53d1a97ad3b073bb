#pragma once

#include "support/diagnostic.hpp"

namespace rapporteur::cli {

// Writes what was found to standard error, and the exit status that it means.
void tell(const Diagnostics& diagnostics);
int fail(const Diagnostic& diagnostic);
int status_of(const Diagnostics& diagnostics);

} // namespace rapporteur::cli
