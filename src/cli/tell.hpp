#pragma once

#include "support/diagnostic.hpp"

#include <filesystem>

namespace rapporteur::cli {

// A folder that messages call by another name, for it is gone when they are read.
struct CalledFolder {
    std::filesystem::path folder;
    std::filesystem::path called;
};

// The same place by the folder's other name, where it lies in the folder.
Place told_of(Place place, const CalledFolder& folder);

// The same, told of what lies in those folders by their other names, in their words too.
Diagnostics told_of(Diagnostics diagnostics, const std::vector<CalledFolder>& folders);

// Writes what was found to standard error, and the exit status that it means.
void tell(const Diagnostics& diagnostics);
int fail(const Diagnostic& diagnostic);
int status_of(const Diagnostics& diagnostics);

// Where memory ran out, wherever that was.
tl::unexpected<Diagnostic> out_of_memory();

// What the command line asks for and can't have.
Diagnostic misuse(std::string message, std::string hint);

} // namespace rapporteur::cli
