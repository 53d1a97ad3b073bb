#include "support/process.hpp"

#include "support/fence.hpp"
#include "support/signals.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace rapporteur {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Pipe {
    int read_end = -1;
    int write_end = -1;

    Pipe() = default;
    ~Pipe() {
        close_read();
        close_write();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    bool open() {
        std::array<int, 2> ends = {-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            return false;
        }
        read_end = ends[0];
        write_end = ends[1];
        return true;
    }
    void close_read() { close(read_end); }
    void close_write() { close(write_end); }

private:
    static void close(int& end) {
        if (end >= 0) {
            ::close(end);
            end = -1;
        }
    }
};

// A child that ends early must not end us when we write to it. Held for this thread alone, for others may run children
// of their own.
class BrokenPipesHeld {
public:
    BrokenPipesHeld() {
        ::sigemptyset(&broken_pipe);
        ::sigaddset(&broken_pipe, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &broken_pipe, &before);
    }
    ~BrokenPipesHeld() {
        const timespec at_once = {0, 0};
        while (::sigtimedwait(&broken_pipe, nullptr, &at_once) == SIGPIPE) {
        }
        ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    }
    BrokenPipesHeld(const BrokenPipesHeld&) = delete;
    BrokenPipesHeld& operator=(const BrokenPipesHeld&) = delete;

private:
    sigset_t broken_pipe = {};
    sigset_t before = {};
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
    std::vector<char*> list;
    list.reserve(texts.size() + 1);
    for (const std::string& text : texts) {
        list.push_back(const_cast<char*>(text.c_str()));
    }
    list.push_back(nullptr);
    return list;
}

// What the child does before it becomes the program: only calls that are safe after fork.
struct Start {
    const char* program;
    char* const* arguments;
    char* const* environment;
    const char* folder;
    int input;
    int output;
    int errors;
    int told; // where a failure is written
    pid_t parent;
    rlimit memory;
    rlimit files;
    rlimit processor;
    const FileFence* fence;
};

[[noreturn]] void become(const Start& start) {
    ::setpgid(0, 0);
    ::unshare(CLONE_NEWUSER | CLONE_NEWNET); // no network; where the kernel doesn't allow it, the limits must do
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);      // whoever kills us ends the child too; after unshare, which clears it
    if (::getppid() != start.parent) {       // and did so before that
        ::_exit(127);
    }
    restore_signals();
    const rlimit no_core = {0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    ::setrlimit(RLIMIT_AS, &start.memory);
    ::setrlimit(RLIMIT_FSIZE, &start.files);
    ::setrlimit(RLIMIT_CPU, &start.processor);
    const bool ready = ::dup2(start.input, STDIN_FILENO) >= 0 && ::dup2(start.output, STDOUT_FILENO) >= 0 &&
                       ::dup2(start.errors, STDERR_FILENO) >= 0 && ::chdir(start.folder) == 0 && start.fence->hold();
    if (ready) {
        ::execve(start.program, start.arguments, start.environment);
    }
    const int error = errno;
    [[maybe_unused]] const ssize_t written = ::write(start.told, &error, sizeof error);
    ::_exit(127);
}

bool may_be_tried_again(int error) {
    return error == EINTR || error == EAGAIN;
}

// Says whether it could be read.
bool take_output(int descriptor, std::string& kept, std::size_t limit, bool& open) {
    std::array<char, 65536> room = {};
    const ssize_t got = ::read(descriptor, room.data(), room.size());
    if (got > 0) {
        const std::size_t left = limit - std::min(limit, kept.size());
        kept.append(room.data(), std::min(static_cast<std::size_t>(got), left));
    }
    open = open && got != 0;
    return got >= 0 || may_be_tried_again(errno);
}

enum class Talk : std::uint8_t { ended, out_of_time, broken }; // broken: errno says why

// Feeds and reads the child until it has closed its outputs or its time is up.
Talk converse(Pipe& input, Pipe& output, Pipe& errors, const Command& command, Clock::time_point end,
              Outcome& outcome) {
    std::size_t fed = 0;
    bool output_open = true;
    bool errors_open = true;
    ::fcntl(input.write_end, F_SETFL, O_NONBLOCK);
    if (command.input.empty()) {
        input.close_write();
    }
    while (output_open || errors_open) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) {
            return Talk::out_of_time;
        }
        std::array<pollfd, 3> watched = {{{output_open ? output.read_end : -1, POLLIN, 0},
                                          {errors_open ? errors.read_end : -1, POLLIN, 0},
                                          {input.write_end, POLLOUT, 0}}};
        if (::poll(watched.data(), watched.size(), static_cast<int>(std::min<long>(left, 1000))) < 0 &&
            errno != EINTR) {
            return Talk::broken;
        }
        if (watched[0].revents != 0 &&
            !take_output(output.read_end, outcome.output, command.output_limit, output_open)) {
            return Talk::broken;
        }
        if (watched[1].revents != 0 &&
            !take_output(errors.read_end, outcome.errors, command.output_limit, errors_open)) {
            return Talk::broken;
        }
        if (watched[2].revents != 0) {
            const ssize_t put = ::write(input.write_end, command.input.data() + fed, command.input.size() - fed);
            fed += put > 0 ? static_cast<std::size_t>(put) : 0;
            const bool is_closed = put < 0 && errno == EPIPE; // it needs no more
            if (put < 0 && !is_closed && !may_be_tried_again(errno)) {
                return Talk::broken;
            }
            if (is_closed || fed == command.input.size()) {
                input.close_write();
            }
        }
    }
    return Talk::ended;
}

// The child's status once it has ended, with which it is forgotten: its number may be another's then. Says whether.
bool reap(pid_t child, int& status, int options) {
    SignalsHeld held;
    const pid_t ended = ::waitpid(child, &status, options);
    const bool is_gone = ended == child || (ended < 0 && errno != EINTR);
    if (is_gone) {
        held.forget_child(child);
    }
    return is_gone;
}

// Waits for a child that has closed its outputs, which need not mean that it has ended.
bool wait_until(pid_t child, Clock::time_point end, int& status) {
    while (!reap(child, status, WNOHANG)) {
        if (Clock::now() >= end) {
            return false;
        }
        ::usleep(2000);
    }
    return true;
}

// What the child says of why it couldn't become the program; 0 where it did.
int start_error(int told) {
    int error = 0;
    ssize_t got = 0;
    do {
        got = ::read(told, &error, sizeof error);
    } while (got < 0 && errno == EINTR);
    return got == sizeof error ? error : got < 0 ? errno : 0;
}

tl::unexpected<Diagnostic> not_started(const Command& command, int error) {
    return surroundings_failed(command.program.string(), fmt::format("can't be started: {}", std::strerror(error)));
}

// Noted as running at once, so that a signal finds it. -1 where it can't be started.
pid_t start_child(const Start& start) {
    SignalsHeld held;
    const pid_t child = ::fork();
    if (child == 0) {
        become(start);
    }
    if (child > 0) {
        held.add_child(child);
    }
    return child;
}

// Its working folder, if it has one, to write to; to read, the system, its own folder, and what it was given.
Reach reach_of(const Command& command) {
    Reach reach;
    reach.read = system_folders();
    const std::vector<fs::path> programs = program_folders();
    reach.read.insert(reach.read.end(), programs.begin(), programs.end());
    reach.read.push_back(command.program.parent_path());
    reach.read.insert(reach.read.end(), command.reads.begin(), command.reads.end());
    if (command.folder != command.folder.root_path()) {
        reach.write = {command.folder};
    }
    return reach;
}

} // namespace

Result<Outcome> run(const Command& command) {
    Pipe input;
    Pipe output;
    Pipe errors;
    Pipe told;
    if (!input.open() || !output.open() || !errors.open() || !told.open()) {
        return not_started(command, errno);
    }
    std::vector<std::string> arguments = {command.program.string()};
    arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
    const std::vector<char*> argument_pointers = pointers(arguments);
    const std::vector<char*> environment_pointers = pointers(command.environment);
    const auto seconds = static_cast<rlim_t>(command.time_limit.count());
    const Result<FileFence> fence = FileFence::prepare(reach_of(command));
    if (!fence) {
        return tl::unexpected(fence.error());
    }
    const Start start = {command.program.c_str(),
                         argument_pointers.data(),
                         environment_pointers.data(),
                         command.folder.c_str(),
                         input.read_end,
                         output.write_end,
                         errors.write_end,
                         told.write_end,
                         ::getpid(),
                         {command.memory_limit, command.memory_limit},
                         {command.file_limit, command.file_limit},
                         {4 * seconds, 4 * seconds},
                         &*fence};
    const pid_t child = start_child(start);
    if (child < 0) {
        return not_started(command, errno);
    }
    const BrokenPipesHeld held;
    input.close_read();
    output.close_write();
    errors.close_write();
    told.close_write();
    const int failed_to_start = start_error(told.read_end);

    Outcome outcome;
    const Clock::time_point end = Clock::now() + command.time_limit;
    int status = 0;
    const Talk talk = converse(input, output, errors, command, end, outcome);
    const int broken_by = errno;
    const bool in_time = talk == Talk::ended && wait_until(child, end, status);
    ::kill(-child, SIGKILL); // whatever it may have left running
    if (!in_time) {
        ::kill(child, SIGKILL);
        while (!reap(child, status, 0)) {
        }
    }
    if (failed_to_start != 0) {
        return not_started(command, failed_to_start);
    }
    if (talk == Talk::broken) {
        return surroundings_failed(command.program.string(),
                                   fmt::format("can't be talked to: {}", std::strerror(broken_by)));
    }
    if (!in_time) {
        outcome.ending = Ending::out_of_time;
    } else if (WIFSIGNALED(status)) {
        outcome.ending = Ending::killed_by_signal;
        outcome.status = WTERMSIG(status);
    } else {
        outcome.status = WEXITSTATUS(status);
    }
    return outcome;
}

} // namespace rapporteur
