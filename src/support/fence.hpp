#pragma once

// A fence around a process: the files that it and its children may open, and the sockets that they may not.
//
// Files are confined by Landlock (the kernel's userspace-api/landlock), sockets by seccomp(2) through libseccomp. Both
// hold until the process ends, for the thread that calls and for every thread and process started afterwards, and can
// only be made narrower. A kernel without Landlock confines no files: the program then opens only what it is asked to,
// as before.

#include "support/diagnostic.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace rapporteur {

enum class Sockets : std::uint8_t {
    none,
    local, // AF_UNIX alone: a key may be held by ssh-agent
};

// What stays open to a process. A folder stands for all below it; a path that doesn't exist, or that this user may not
// open, is passed over.
struct Reach {
    std::vector<std::filesystem::path> read;
    std::vector<std::filesystem::path> write; // read too
    Sockets sockets = Sockets::none;
};

// Folders of the system that any program needs to start: libraries, their settings and data, devices such as /dev/null.
std::vector<std::filesystem::path> system_folders();

// The folders of programs: those that PATH names, and those that the programs there are links to.
std::vector<std::filesystem::path> program_folders();

// The files of a Reach, prepared so that a child can take them on between fork and exec.
class FileFence {
public:
    // Fails (surroundings) where the kernel has Landlock and refuses: there is no fence with a gap in it.
    static Result<FileFence> prepare(const Reach& reach);
    ~FileFence();
    FileFence(FileFence&& other) noexcept;
    FileFence& operator=(FileFence&& other) noexcept;

    // Confines the calling thread; safe after fork. False where the kernel refuses.
    bool hold() const;

private:
    explicit FileFence(int ruleset) : rules(ruleset) {}
    int rules = -1; // a Landlock ruleset; -1 where the kernel has none
};

// Confines this process. Fails (surroundings) where the kernel has the means and refuses them.
Result<void> confine(const Reach& reach);

} // namespace rapporteur
