#include "cli/resources.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

// The folder `name` that belongs to the program: beside an installed binary, or above a built one.
fs::path beside_the_binary(const char* name, const char* known_file) {
    std::error_code unreadable;
    const fs::path binary = fs::read_symlink("/proc/self/exe", unreadable);
    if (unreadable) {
        return {};
    }
    const fs::path folder = binary.parent_path();
    const std::array<fs::path, 4> candidates = {
        folder.parent_path() / "share" / "rapporteur" / name,
        folder.parent_path().parent_path() / name,
        folder.parent_path().parent_path().parent_path() / name,
        fs::path(RAPPORTEUR_SOURCE_DIR) / name,
    };
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const fs::path& candidate) {
        std::error_code missing;
        return fs::exists(candidate / known_file, missing);
    });
    return found == candidates.end() ? fs::path() : *found;
}

} // namespace

Result<Resources> find_resources(Resources given) {
    if (given.schema.empty()) {
        given.schema = beside_the_binary("schema", "corpus.xsd");
        if (given.schema.empty()) {
            return surroundings_failed({}, "the schema isn't beside the program", "say where with --schema-dir");
        }
    }
    if (given.styles.empty()) {
        given.styles = beside_the_binary("styles", "house.xml");
        if (given.styles.empty()) {
            return surroundings_failed({}, "the styles aren't beside the program", "say where with --styles-dir");
        }
    }
    return given;
}

} // namespace rapporteur::cli
