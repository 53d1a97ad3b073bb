#pragma once

// The ways in which open() finds a bag.

#include "archive/archive.hpp"

namespace rapporteur::archive {

// Whether a path that a stranger wrote leads nowhere but below the folder that it is seen from.
bool stays_below(const std::filesystem::path& path);

Result<Bag> open_zip(const std::filesystem::path& path);
Result<Bag> open_pdf(const std::filesystem::path& path);

} // namespace rapporteur::archive
