#include "support/signals.hpp"

#include <csignal>
#include <cstring>
#include <fmt/format.h>
#include <pthread.h>
#include <set>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace rapporteur {

namespace {

namespace fs = std::filesystem;

struct Notes {
    std::recursive_mutex mutex; // what is held together may note something of its own
    std::set<fs::path> temporary;
    std::set<pid_t> children;
};

// One for the program, as its signals are; never destroyed, for a signal may still come while the program ends.
Notes& notes() {
    static auto* const kept = new Notes;
    return *kept;
}

sigset_t ending_signals() {
    sigset_t signals = {};
    ::sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        ::sigaddset(&signals, signal);
    }
    return signals;
}

[[noreturn]] void end_by(int signal) {
    const SignalsHeld held; // until the end: nothing new comes to be
    for (const pid_t child : notes().children) {
        ::kill(-child, SIGKILL);
        ::kill(child, SIGKILL); // it may not lead its group yet
    }
    for (const fs::path& path : notes().temporary) {
        std::error_code ignored;
        fs::remove_all(path, ignored);
        fs::remove_all(path, ignored); // what another thread put there in the meantime
    }
    std::signal(signal, SIG_DFL);
    const sigset_t signals = ending_signals();
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ::raise(signal);
    ::_exit(128 + signal); // not reached: the signal's default is to end the process
}

} // namespace

Result<void> clear_up_at_signals() {
    const sigset_t signals = ending_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr); // for this thread and all that it starts
    try {
        std::thread([signals] {
            int signal = 0;
            while (::sigwait(&signals, &signal) != 0) {
            }
            end_by(signal);
        }).detach();
    } catch (const std::system_error& failed) {
        ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
        return surroundings_failed({}, fmt::format("no thread can be started: {}", failed.code().message()));
    }
    return {};
}

SignalsHeld::SignalsHeld() : lock(notes().mutex) {}

void SignalsHeld::add_temporary(const fs::path& path) {
    notes().temporary.insert(path);
}

void SignalsHeld::forget_temporary(const fs::path& path) {
    notes().temporary.erase(path);
}

void SignalsHeld::add_child(pid_t child) {
    notes().children.insert(child);
}

void SignalsHeld::forget_child(pid_t child) {
    notes().children.erase(child);
}

void restore_signals() {
    const sigset_t signals = ending_signals();
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGXFSZ, SIG_DFL);
}

} // namespace rapporteur
