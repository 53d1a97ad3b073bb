#include "cli/staging.hpp"

#include "cli/tell.hpp"
#include "support/file_name.hpp"
#include "support/signals.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <system_error>

namespace rapporteur::cli {

namespace fs = std::filesystem;

namespace {

// Where what had the name before lies in the hidden folder, if both can't be exchanged in one step.
fs::path earlier_of(const fs::path& made) {
    return made.string() + ".before";
}

} // namespace

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

// All that could stand in the way, before the first is moved.
Result<void> Staging::check_places() const {
    for (const std::string& name : names) {
        std::error_code unseen;
        if (fs::is_directory(out / name, unseen) && !replaces(name)) {
            return surroundings_failed((out / name).string(), "can't be put in place: a folder has this name",
                                       "rename the folder");
        }
    }
    return {};
}

// Gives one its name. What had the name before lies in the hidden folder then: by exchanging both in one step, or in
// two where the file system can't. The error is the system's number.
tl::expected<Staging::Step, int> Staging::put(const std::string& name) {
    const fs::path made = hidden.path() / name;
    const fs::path place = out / name;
    const fs::path earlier = earlier_of(made);
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) {
        return Step::exchanged;
    }
    if (errno == EINVAL || errno == ENOSYS) {
        if (::rename(place.c_str(), earlier.c_str()) == 0) {
            if (::rename(made.c_str(), place.c_str()) == 0) {
                return Step::moved_after_the_earlier;
            }
            const int error = errno;
            steps.push_back(Step::moved_after_the_earlier);
            return tl::unexpected(error);
        }
    }
    if (errno == ENOENT && ::rename(made.c_str(), place.c_str()) == 0) { // nothing has the name
        return Step::moved;
    }
    return tl::unexpected(errno);
}

Result<std::vector<fs::path>> Staging::put_in_place() {
    if (Result<void> checked = check_places(); !checked) {
        return tl::unexpected(checked.error());
    }
    const SignalsHeld held; // all of it or none
    std::vector<fs::path> placed;
    for (const std::string& name : names) {
        const tl::expected<Step, int> step = put(name);
        if (!step) {
            const std::string why = fmt::format("can't be put in place: {}", std::strerror(step.error()));
            return take_back() ? surroundings_failed((out / name).string(), why)
                               : surroundings_failed((out / name).string(),
                                                     why + ", and what was there before can't be put back",
                                                     fmt::format("it lies in {}", hidden.path().string()));
        }
        steps.push_back(*step);
        placed.push_back(out / name);
    }
    return placed;
}

// Undoes the steps, the last one first. Says whether all could be undone: if not, the hidden folder stays, for what was
// there before lies in it.
bool Staging::take_back() {
    bool all_undone = true;
    for (; !steps.empty(); steps.pop_back()) {
        const fs::path made = hidden.path() / names[steps.size() - 1];
        const fs::path place = out / names[steps.size() - 1];
        switch (steps.back()) {
        case Step::moved:
            all_undone &= ::rename(place.c_str(), made.c_str()) == 0;
            break;
        case Step::exchanged:
            all_undone &= ::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0;
            break;
        case Step::moved_after_the_earlier:
            ::rename(place.c_str(), made.c_str()); // it may not have got there
            all_undone &= ::rename(earlier_of(made).c_str(), place.c_str()) == 0;
            break;
        }
    }
    if (!all_undone) {
        hidden.keep();
    }
    return all_undone;
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
