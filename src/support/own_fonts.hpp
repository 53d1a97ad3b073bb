#pragma once

// Fonts that a user keeps below the home folder, for programs whose home is a folder of the work.

#include "support/diagnostic.hpp"

#include <filesystem>
#include <vector>

namespace rapporteur {

// Where they are: ~/.fonts, and fonts in XDG_DATA_HOME or ~/.local/share.
std::vector<std::filesystem::path> own_font_folders();

// Links them where fontconfig looks for them in another home. A program in a fence must be given the folders to read.
Result<void> link_own_fonts(const std::filesystem::path& home);

} // namespace rapporteur
