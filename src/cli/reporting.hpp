#pragma once

// How a run reports what it found: errors one by one, warnings one line for each kind and language.

#include "support/diagnostic.hpp"

#include <cstdint>

namespace rapporteur::cli {

enum class Warnings : std::uint8_t { grouped, listed };
enum class Strictness : std::uint8_t { warnings_pass, warnings_fail };

// What --verbose and --strict ask for.
struct Reporting {
    Warnings warnings = Warnings::grouped;
    Strictness strictness = Strictness::warnings_pass;
};

// Warnings of one kind and language as one, at the place of the first, where there are several; errors as they are.
Diagnostics grouped(const Diagnostics& diagnostics);

// Writes to standard error.
void report(const Diagnostics& diagnostics, const Reporting& reporting);

// Whether a run ends here: there are errors, or warnings where these fail it.
bool fails(const Diagnostics& diagnostics, const Reporting& reporting);

// The exit status: that of the gravest error; where warnings fail a run, that of a corpus with errors.
int status_of(const Diagnostics& diagnostics, const Reporting& reporting);

} // namespace rapporteur::cli
