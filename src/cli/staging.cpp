#include "cli/staging.hpp"

#include "cli/tell.hpp"
#include "support/file_name.hpp"

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

Result<fs::path> Staging::place_for(const std::string& name) {
    if (const Result<std::string> checked = file_name(name); !checked) {
        return tl::unexpected(checked.error());
    }
    names.push_back(name);
    return hidden.path() / name;
}

std::vector<fs::path> Staging::hidden_files() const {
    std::vector<fs::path> files;
    for (const std::string& name : names) {
        const fs::path made = hidden.path() / name;
        std::error_code failed;
        if (!fs::is_directory(made, failed)) {
            files.push_back(made);
            continue;
        }
        fs::recursive_directory_iterator entry(made, failed);
        for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
            if (entry->is_regular_file(failed)) {
                files.push_back(entry->path());
            }
        }
        if (failed) {
            files.push_back(made); // which then can't be read, and is told
        }
    }
    return files;
}

Result<std::vector<fs::path>> Staging::put_in_place() {
    std::error_code failed;
    for (const std::string& name : names) { // all that could stand in the way, before the first is moved
        if (fs::is_directory(out / name, failed) && !replaces(name)) {
            return surroundings_failed((out / name).string(), "can't be put in place: a folder has this name",
                                       "rename the folder");
        }
    }
    std::vector<fs::path> placed;
    for (const std::string& name : names) {
        if (fs::is_directory(out / name, failed)) { // no folder takes another's name in one step
            fs::rename(out / name, hidden.path() / (name + ".before"), failed);
        }
        fs::rename(hidden.path() / name, out / name, failed);
        if (failed) {
            return surroundings_failed((out / name).string(),
                                       fmt::format("can't be put in place: {}", failed.message()));
        }
        placed.push_back(out / name);
    }
    return placed;
}

// A folder of pages stands in for an earlier one, which it knows by its front page.
bool Staging::replaces(const std::string& name) const {
    constexpr const char* front = "index.html";
    std::error_code unseen;
    return fs::exists(hidden.path() / name / front, unseen) && fs::exists(out / name / front, unseen);
}

Diagnostic Staging::told_of_place(Diagnostic failure) const {
    failure.place = told_of(std::move(failure.place), {hidden.path(), out});
    return failure;
}

} // namespace rapporteur::cli
