#pragma once

// The ways in which open() finds a bag.

#include "archive/archive.hpp"

namespace rapporteur::archive {

// Writes a file for as long as the bag is open; `name` is a path that a stranger wrote, and leads nowhere but below
// `folder`, or it is a fault of cause `corpus`.
Result<void> unpack_file(const std::filesystem::path& folder, const std::filesystem::path& name,
                         std::string_view bytes);

Result<Bag> open_zip(const std::filesystem::path& path);
Result<Bag> open_pdf(const std::filesystem::path& path);

} // namespace rapporteur::archive
