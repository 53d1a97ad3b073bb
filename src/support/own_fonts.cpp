#include "support/own_fonts.hpp"

#include "support/files.hpp"

#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <system_error>

namespace rapporteur {

namespace {

namespace fs = std::filesystem;

// A folder that the environment names; empty where it doesn't. Nothing here sets the environment.
fs::path named(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value == '/' ? fs::path(value) : fs::path();
}

struct FontFolder {
    fs::path from;
    fs::path in_home; // where fontconfig looks for it (Debian's /etc/fonts/fonts.conf)
};

std::array<FontFolder, 2> font_folders() {
    const fs::path home = named("HOME");
    const fs::path named_data = named("XDG_DATA_HOME");
    const fs::path data = !named_data.empty() || home.empty() ? named_data : home / ".local/share";
    return {{{home.empty() ? fs::path() : home / ".fonts", ".fonts"},
             {data.empty() ? fs::path() : data / "fonts", ".local/share/fonts"}}};
}

} // namespace

std::vector<fs::path> own_font_folders() {
    std::vector<fs::path> folders;
    for (const FontFolder& folder : font_folders()) {
        if (!folder.from.empty()) {
            folders.push_back(folder.from);
        }
    }
    return folders;
}

Result<void> link_own_fonts(const fs::path& home) {
    for (const FontFolder& folder : font_folders()) {
        const Result<bool> has_fonts = folder.from.empty() ? Result<bool>(false) : is_there(folder.from);
        if (!has_fonts) {
            return tl::unexpected(has_fonts.error());
        }
        std::error_code failed;
        if (*has_fonts) {
            fs::create_directories((home / folder.in_home).parent_path(), failed);
            fs::create_directory_symlink(folder.from, home / folder.in_home, failed);
        }
        if (failed) {
            return surroundings_failed(home.string(), fmt::format("can't be written in: {}", failed.message()));
        }
    }
    return {};
}

} // namespace rapporteur
