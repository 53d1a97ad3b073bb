#include "cli/resources.hpp"

#include <system_error>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

// The folder `name` that belongs to the program: where the binary was installed, or where it was built.
fs::path beside_the_binary(const char* name, const char* known_file) {
    std::error_code unreadable;
    const fs::path binary = fs::read_symlink("/proc/self/exe", unreadable);
    if (unreadable) {
        return {};
    }
    for (const char* data : {RAPPORTEUR_DATA_FROM_BINARY, "share/rapporteur"}) {
        const fs::path folder = (binary.parent_path() / data / name).lexically_normal();
        std::error_code missing;
        if (fs::exists(folder / known_file, missing)) {
            return folder;
        }
    }
    return {};
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
