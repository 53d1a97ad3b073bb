#pragma once

// One run of pandoc, or of the converter beside it, in a folder of its own.

#include "pandoc/pandoc.hpp"
#include "support/process.hpp"

namespace rapporteur::pandoc {

// The environment, the limits and the clock: what pandoc dates is dated `date` (ISO 8601), whenever it runs.
Command command_in(const std::filesystem::path& folder, const Pandoc& pandoc, const std::string& date);

// Anything but a quiet success is a failure: a warning tells of something left out. `task` is what was to be made:
// "the EPUB".
Result<Outcome> run_quietly(const Command& command, const std::string& task);

} // namespace rapporteur::pandoc
