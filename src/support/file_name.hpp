#pragma once

// Words from a corpus, a bag or a PDF that become names of files. Whatever becomes one passes through here, so that
// nothing is read or written but below the folder that was opened for it.

#include "support/diagnostic.hpp"

#include <filesystem>
#include <string>

namespace rapporteur {

// `words` as the name of one file or folder: 1 to 255 bytes, as much as most file systems take, without "/" and NUL,
// and neither "." nor "..". A fault of cause `corpus`.
Result<std::string> file_name(std::string words);

// Whether each part of the path is such a name, so that it leads nowhere but below the folder that it is seen from.
bool stays_below(const std::filesystem::path& path);

} // namespace rapporteur
