#include "cli/staging.hpp"

#include <fmt/format.h>
#include <system_error>

namespace rapporteur::cli {

namespace fs = std::filesystem;

Result<Staging> Staging::open(fs::path out) {
    std::error_code failed;
    fs::create_directories(out, failed);
    if (failed) {
        return surroundings_failed(out.string(), fmt::format("the folder can't be made: {}", failed.message()),
                                   "choose another with --out");
    }
    Result<TemporaryFolder> hidden = TemporaryFolder::create_in(out);
    if (!hidden) {
        return surroundings_failed(out.string(), hidden.error().message, "choose another with --out");
    }
    return Staging(std::move(out), std::move(*hidden));
}

fs::path Staging::place_for(const std::string& name) {
    names.push_back(name);
    return hidden.path() / name;
}

std::vector<fs::path> Staging::hidden_files() const {
    std::vector<fs::path> files;
    for (const std::string& name : names) {
        files.push_back(hidden.path() / name);
    }
    return files;
}

Result<std::vector<fs::path>> Staging::put_in_place() {
    std::error_code failed;
    for (const std::string& name : names) { // all that could stand in the way, before the first is moved
        if (fs::is_directory(out / name, failed)) {
            return surroundings_failed((out / name).string(), "can't be put in place: a folder has this name",
                                       "rename the folder");
        }
    }
    std::vector<fs::path> placed;
    for (const std::string& name : names) {
        fs::rename(hidden.path() / name, out / name, failed);
        if (failed) {
            return surroundings_failed((out / name).string(),
                                       fmt::format("can't be put in place: {}", failed.message()));
        }
        placed.push_back(out / name);
    }
    return placed;
}

Diagnostic Staging::told_of_place(Diagnostic failure) const {
    if (failure.place.file && fs::path(*failure.place.file).parent_path() == hidden.path()) {
        failure.place = place_in((out / fs::path(*failure.place.file).filename()).string());
    }
    return failure;
}

} // namespace rapporteur::cli
