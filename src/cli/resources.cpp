#include "cli/resources.hpp"

#include "support/files.hpp"

#include <fmt/format.h>
#include <system_error>
#include <utility>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

// The folder `name` that belongs to the program: where the binary was installed, or where it was built.
Result<fs::path> beside_the_binary(const char* name, const char* known_file) {
    constexpr const char* self = "/proc/self/exe";
    std::error_code unreadable;
    const fs::path binary = fs::read_symlink(self, unreadable);
    if (unreadable) {
        return surroundings_failed(self, fmt::format("can't be read: {}", unreadable.message()));
    }
    for (const char* data : {RAPPORTEUR_DATA_FROM_BINARY, "share/rapporteur"}) {
        fs::path folder = (binary.parent_path() / data / name).lexically_normal();
        const Result<bool> found = is_there(folder / known_file);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found) {
            return folder;
        }
    }
    return fs::path();
}

} // namespace

Result<Resources> find_resources(Resources given) {
    if (given.schema.empty()) {
        Result<fs::path> found = beside_the_binary("schema", "corpus.xsd");
        if (!found) {
            return tl::unexpected(found.error());
        }
        given.schema = std::move(*found);
        if (given.schema.empty()) {
            return surroundings_failed({}, "the schema isn't beside the program", "say where with --schema-dir");
        }
    }
    if (given.styles.empty()) {
        Result<fs::path> found = beside_the_binary("styles", "house.xml");
        if (!found) {
            return tl::unexpected(found.error());
        }
        given.styles = std::move(*found);
        if (given.styles.empty()) {
            return surroundings_failed({}, "the styles aren't beside the program", "say where with --styles-dir");
        }
    }
    return given;
}

} // namespace rapporteur::cli
