#pragma once

// Files read whole and files that appear whole.

#include "support/diagnostic.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// The bytes of a regular file. A folder, fifo, socket or device is refused without being opened for reading (so that a
// fifo never blocks), a file of more than `limit` bytes too. Failures have cause `surroundings`.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit = std::uint64_t{1} << 32U);

// The same of a file below a folder; `name` is a path from there without links in it, and what is a link all the same,
// the file or a folder on the way, isn't followed.
Result<std::string> read_file_below(const std::filesystem::path& folder, const std::filesystem::path& name,
                                    std::uint64_t limit);

// Whether there is anything of that name, links followed. Fails (surroundings) where that can't be known: a disk that
// fails, say, is no answer.
Result<bool> is_there(const std::filesystem::path& path);

// What lies in a folder, in the order of the names. Fails (surroundings) where it can't be read to its end.
Result<std::vector<std::filesystem::path>> entries_of(const std::filesystem::path& folder);

// The same, of one extension (".xml").
Result<std::vector<std::filesystem::path>> entries_of(const std::filesystem::path& folder, std::string_view extension);

// A file being written under a temporary name beside its own (".NAME.XXXXXX"). commit() makes it durable (fsync) and
// gives it its name in one step; destroyed before that, it leaves no trace and whatever had the name before stays.
class AtomicFile {
public:
    static Result<AtomicFile> create(std::filesystem::path destination);
    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;

    Result<void> write(std::string_view bytes);
    Result<void> commit();
    const std::filesystem::path& temporary() const { return temporary_path; } // for a library that wants a file's name

private:
    AtomicFile(int descriptor, std::filesystem::path temporary, std::filesystem::path destination);

    int descriptor = -1;
    std::filesystem::path temporary_path;
    std::filesystem::path destination;
};

// Writes `bytes` as the whole of `destination`, atomically.
Result<void> write_file(const std::filesystem::path& destination, std::string_view bytes);

} // namespace rapporteur
