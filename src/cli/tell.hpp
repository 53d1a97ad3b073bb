#pragma once

#include "support/diagnostic.hpp"

namespace rapporteur::cli {

// Writes what was found to standard error, and the exit status that it means.
void tell(const Diagnostics& diagnostics);
int fail(const Diagnostic& diagnostic);
int status_of(const Diagnostics& diagnostics);

// What the command line asks for and can't have.
Diagnostic misuse(std::string message, std::string hint);

} // namespace rapporteur::cli
