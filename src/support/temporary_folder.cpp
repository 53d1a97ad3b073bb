#include "support/temporary_folder.hpp"

#include "support/files.hpp"
#include "support/signals.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace rapporteur {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view random_letters = "XXXXXX";

int open_folder(const fs::path& folder) {
    return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

// Tried twice: what fails for a moment (too many open files) would otherwise leave the folder behind.
void remove_whole(const fs::path& folder) {
    std::error_code failed;
    fs::remove_all(folder, failed);
    if (failed) {
        fs::remove_all(folder, failed);
    }
}

// Whether nobody uses a folder of this kind any more, and it isn't to be kept.
bool is_abandoned(int opened) {
    struct stat found = {};
    const bool is_ours = ::fstat(opened, &found) == 0 && found.st_uid == ::geteuid() && (found.st_mode & S_IWUSR) != 0;
    return is_ours && ::flock(opened, LOCK_EX | LOCK_NB) == 0;
}

// Once for each folder in a run, which may create thousands of folders there.
bool is_first_look(const fs::path& parent) {
    static std::mutex mutex;
    static std::set<fs::path> seen;
    const std::lock_guard<std::mutex> held(mutex);
    return seen.insert(parent).second;
}

// Removes what runs that were killed left behind. What can't be looked at stays: it is no fault of this run.
void remove_abandoned(const fs::path& parent, std::string_view prefix) {
    if (!is_first_look(parent)) {
        return;
    }
    const Result<std::vector<fs::path>> entries = entries_of(parent);
    for (const fs::path& entry : entries ? *entries : std::vector<fs::path>()) {
        const std::string name = entry.filename().string();
        if (name.size() != prefix.size() + random_letters.size() || !name.starts_with(prefix)) {
            continue;
        }
        const int opened = open_folder(entry);
        if (opened >= 0 && is_abandoned(opened)) {
            remove_whole(entry);
        }
        if (opened >= 0) {
            ::close(opened); // and so its lock is gone
        }
    }
}

tl::unexpected<Diagnostic> failed_in(const fs::path& parent, int error) {
    return surroundings_failed(parent.string(), fmt::format("can't be written in: {}", std::strerror(error)));
}

} // namespace

Result<TemporaryFolder> TemporaryFolder::create_as(const fs::path& parent, const std::string& prefix) {
    remove_abandoned(parent, prefix);
    while (true) {
        std::string pattern = (parent / (prefix + std::string(random_letters))).string();
        {
            SignalsHeld held;
            if (::mkdtemp(pattern.data()) == nullptr) {
                return failed_in(parent, errno);
            }
            held.add_temporary(pattern);
        }
        TemporaryFolder made(pattern, open_folder(pattern));
        if (made.lock < 0 || ::flock(made.lock, LOCK_EX) != 0) {
            return failed_in(parent, errno);
        }
        struct stat found = {};
        if (::fstat(made.lock, &found) != 0) {
            return failed_in(parent, errno);
        }
        if (found.st_nlink > 0) { // else another run took it for abandoned before it was locked
            return made;
        }
    }
}

Result<TemporaryFolder> TemporaryFolder::create() {
    std::error_code none;
    const fs::path base = fs::temp_directory_path(none);
    return create_as(none ? fs::path("/tmp") : base, "rapporteur.");
}

Result<TemporaryFolder> TemporaryFolder::create_in(const fs::path& parent) {
    return create_as(parent, ".rapporteur.");
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : folder(std::exchange(other.folder, {})), lock(std::exchange(other.lock, -1)) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
    std::swap(folder, other.folder);
    std::swap(lock, other.lock);
    return *this;
}

void TemporaryFolder::keep() {
    ::chmod(folder.c_str(), S_IRUSR | S_IXUSR);
    SignalsHeld().forget_temporary(folder);
    folder.clear();
}

TemporaryFolder::~TemporaryFolder() {
    if (!folder.empty()) {
        remove_whole(folder);
        SignalsHeld().forget_temporary(folder);
    }
    if (lock >= 0) {
        ::close(lock);
    }
}

} // namespace rapporteur
