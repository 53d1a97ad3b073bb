#include "support/files.hpp"

#include "support/signals.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace rapporteur {

namespace {

constexpr mode_t created_mode = 0666; // the umask takes away what the user wants taken away

std::string reason(int error) {
    return std::strerror(error); // the C locale's table, never written to
}

const char* kind_of(mode_t mode) {
    if (S_ISDIR(mode)) {
        return "a folder";
    }
    if (S_ISFIFO(mode)) {
        return "a fifo";
    }
    if (S_ISSOCK(mode)) {
        return "a socket";
    }
    return "a device";
}

std::uint64_t in_mebibytes(std::uint64_t bytes) {
    return (bytes >> 20U) + ((bytes & 0xFFFFFU) != 0 ? 1 : 0);
}

class Descriptor {
public:
    explicit Descriptor(int opened) : number(opened) {}
    ~Descriptor() {
        if (number >= 0) {
            ::close(number);
        }
    }
    Descriptor(Descriptor&& other) noexcept : number(std::exchange(other.number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number, other.number);
        return *this;
    }
    int get() const { return number; }

private:
    int number;
};

// A new file whose name is the pattern with other letters for its XXXXXX, removed where a signal ends the program.
int create_temporary(std::string& pattern) {
    SignalsHeld held;
    const int descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (descriptor >= 0) {
        held.add_temporary(pattern);
    }
    return descriptor;
}

constexpr int to_read = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY; // a fifo is opened at once, and refused

Result<std::string> read_opened(const Descriptor& file, const std::filesystem::path& path, std::uint64_t limit) {
    if (file.get() < 0) {
        return surroundings_failed(path.string(), fmt::format("can't be read: {}", reason(errno)));
    }
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0) {
        return surroundings_failed(path.string(), fmt::format("can't be read: {}", reason(errno)));
    }
    if (!S_ISREG(status.st_mode)) {
        return surroundings_failed(path.string(), fmt::format("is {}, not a file", kind_of(status.st_mode)));
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit) {
        return surroundings_failed(path.string(), fmt::format("is {} MiB long; at most {} MiB are read",
                                                              in_mebibytes(size), in_mebibytes(limit)));
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return surroundings_failed(path.string(), fmt::format("can't be read: {}", reason(errno)));
        }
        if (got == 0) {
            break;
        }
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

} // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit) {
    return read_opened(Descriptor(::open(path.c_str(), to_read)), path, limit);
}

Result<std::string> read_file_below(const std::filesystem::path& folder, const std::filesystem::path& name,
                                    std::uint64_t limit) {
    constexpr int to_pass = O_PATH | O_DIRECTORY | O_CLOEXEC;
    Descriptor at(::open(folder.c_str(), to_pass));
    for (const std::filesystem::path& step : name.parent_path()) {
        at = at.get() < 0 ? std::move(at) : Descriptor(::openat(at.get(), step.c_str(), to_pass | O_NOFOLLOW));
    }
    if (at.get() >= 0) {
        at = Descriptor(::openat(at.get(), name.filename().c_str(), to_read | O_NOFOLLOW));
    }
    if (at.get() < 0 && (errno == ELOOP || errno == ENOTDIR)) {
        return surroundings_failed((folder / name).string(), "is reached by a link that wasn't there before",
                                   "let nobody change the folder while it is read");
    }
    return read_opened(at, folder / name, limit);
}

Result<bool> is_there(const std::filesystem::path& path) {
    std::error_code failed;
    const std::filesystem::file_type found = std::filesystem::status(path, failed).type();
    if (found == std::filesystem::file_type::not_found) {
        return false;
    }
    if (found == std::filesystem::file_type::none) {
        return surroundings_failed(path.string(), fmt::format("can't be looked at: {}", failed.message()));
    }
    return true;
}

Result<std::vector<std::filesystem::path>> entries_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> entries;
    std::error_code failed;
    std::filesystem::directory_iterator entry(folder, failed);
    for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
        entries.push_back(entry->path());
    }
    if (failed) {
        return surroundings_failed(folder.string(), fmt::format("can't be read: {}", failed.message()));
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

Result<std::vector<std::filesystem::path>> entries_of(const std::filesystem::path& folder, std::string_view extension) {
    Result<std::vector<std::filesystem::path>> entries = entries_of(folder);
    if (entries) {
        std::erase_if(*entries, [&](const std::filesystem::path& entry) { return entry.extension() != extension; });
    }
    return entries;
}

Result<AtomicFile> AtomicFile::create(std::filesystem::path destination) {
    std::string pattern =
        (destination.parent_path() / fmt::format(".{}.XXXXXX", destination.filename().string())).string();
    const int descriptor = create_temporary(pattern);
    if (descriptor < 0) {
        return surroundings_failed(destination.string(), fmt::format("can't be written: {}", reason(errno)),
                                   "is the folder there, and may you write in it?");
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    AtomicFile file(descriptor, pattern, std::move(destination));
    if (::fchmod(descriptor, created_mode & ~mask) != 0) {
        return surroundings_failed(file.destination.string(), fmt::format("can't be written: {}", reason(errno)));
    }
    return file;
}

AtomicFile::AtomicFile(int opened, std::filesystem::path temporary, std::filesystem::path final_path)
    : descriptor(opened), temporary_path(std::move(temporary)), destination(std::move(final_path)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : descriptor(std::exchange(other.descriptor, -1)), temporary_path(std::exchange(other.temporary_path, {})),
      destination(std::move(other.destination)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    std::swap(descriptor, other.descriptor);
    std::swap(temporary_path, other.temporary_path);
    std::swap(destination, other.destination);
    return *this;
}

AtomicFile::~AtomicFile() {
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!temporary_path.empty()) {
        if (::unlink(temporary_path.c_str()) != 0) {
            ::unlink(temporary_path.c_str()); // once more: what fails may do so for a moment only
        }
        SignalsHeld().forget_temporary(temporary_path);
    }
}

Result<void> AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return surroundings_failed(destination.string(), fmt::format("can't be written: {}", reason(errno)));
        }
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

Result<void> AtomicFile::commit() {
    const int failed_sync = ::fsync(descriptor) == 0 ? 0 : errno;
    const int failed_close = ::close(std::exchange(descriptor, -1)) == 0 ? 0 : errno;
    if (failed_sync != 0 || failed_close != 0) {
        const int error = failed_sync != 0 ? failed_sync : failed_close;
        return surroundings_failed(destination.string(), fmt::format("can't be written: {}", reason(error)));
    }
    if (::rename(temporary_path.c_str(), destination.c_str()) != 0) {
        return surroundings_failed(destination.string(), fmt::format("can't be put in place: {}", reason(errno)));
    }
    SignalsHeld().forget_temporary(temporary_path);
    temporary_path.clear();
    return {};
}

Result<void> write_file(const std::filesystem::path& destination, std::string_view bytes) {
    Result<AtomicFile> file = AtomicFile::create(destination);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (Result<void> written = file->write(bytes); !written) {
        return written;
    }
    return file->commit();
}

} // namespace rapporteur
