#pragma once

// What is cleared up when a signal ends the program: temporary files and folders are removed, children are killed.
//
// SIGTERM, SIGINT and SIGHUP end the program as they always do, and so it can be seen from its exit status; only what
// it would have left behind is removed before. What SIGKILL leaves, the next run removes (see TemporaryFolder).

#include "support/diagnostic.hpp"

#include <filesystem>
#include <mutex>
#include <sys/types.h>

namespace rapporteur {

// From now on such a signal is waited for by a thread of its own, which ends the program. To be started once, before
// other threads and after the fence is up, for the thread is to stand behind it too. Fails (surroundings) where no
// thread can be started.
Result<void> clear_up_at_signals();

// While it is held, no signal ends the program: it waits. For steps that belong together, such as starting a child and
// noting that it runs; the notes are those of the whole program.
class SignalsHeld {
public:
    SignalsHeld();

    void add_temporary(const std::filesystem::path& path); // a file, or a folder with all in it
    void forget_temporary(const std::filesystem::path& path);
    void add_child(pid_t child); // the leader of a process group
    void forget_child(pid_t child);

private:
    std::unique_lock<std::recursive_mutex> lock;
};

// For the child, before it becomes another program, which expects the usual: safe after fork.
void restore_signals();

} // namespace rapporteur
