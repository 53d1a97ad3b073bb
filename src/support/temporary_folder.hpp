#pragma once

// Folders for work that doesn't stay.

#include "support/diagnostic.hpp"

#include <filesystem>

namespace rapporteur {

// A folder of one's own that goes, with all in it, when this does. What a run that was killed left beside it is removed
// when it is created: a folder that is in use is locked (flock(2)) by its process, and the lock goes with the process.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> create(); // where the system keeps temporary files
    static Result<TemporaryFolder> create_in(const std::filesystem::path& parent); // hidden, beside other things
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    const std::filesystem::path& path() const { return folder; }

    // It stays after all, and no later run removes it.
    void keep();

private:
    TemporaryFolder(std::filesystem::path made, int locked) : folder(std::move(made)), lock(locked) {}
    static Result<TemporaryFolder> create_as(const std::filesystem::path& parent, const std::string& prefix);

    std::filesystem::path folder;
    int lock = -1; // a descriptor of the folder, for as long as it is in use
};

} // namespace rapporteur
