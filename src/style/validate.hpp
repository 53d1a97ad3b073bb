#pragma once

#include "support/diagnostic.hpp"

#include <filesystem>
#include <string>

namespace rapporteur::style {

// What schema/style.xsd finds wrong in `bytes`, each fault at its line of `file`.
Diagnostics validate(const std::string& bytes, const std::filesystem::path& file, const std::filesystem::path& schema);

} // namespace rapporteur::style
