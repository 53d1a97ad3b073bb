#pragma once

// The files that the command line names: one that isn't there is a wrong command line, not a failure of the disk.

#include "support/diagnostic.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace rapporteur::cli {

std::optional<Diagnostic> no_such_corpus(const std::filesystem::path& corpus);
std::optional<Diagnostic> no_such_style(const std::string& style, const std::filesystem::path& folder);

} // namespace rapporteur::cli
