#include "catch.hpp"
#include "support/fence.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rapporteur;

namespace fs = std::filesystem;

namespace {

// What a child sees behind the fence, as its exit status: a fence can't be taken down again, so none is put up here.
template <class Look>
int behind(const Reach& reach, Look look) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(confine(reach) ? look() : 100);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

int error_of_open(const fs::path& path, int flags) {
    return ::open(path.c_str(), flags | O_CLOEXEC, 0600) < 0 ? errno : 0;
}

int error_of_socket(int family) {
    return ::socket(family, SOCK_STREAM, 0) < 0 ? errno : 0;
}

// Two folders with a file each.
struct Folders {
    TemporaryFolder inside = std::move(TemporaryFolder::create().value());
    TemporaryFolder outside = std::move(TemporaryFolder::create().value());

    Folders() {
        REQUIRE(write_file(inside.path() / "file", "inside"));
        REQUIRE(write_file(outside.path() / "file", "outside"));
        fs::create_symlink(outside.path() / "file", inside.path() / "link");
    }
};

} // namespace

TEST_CASE("behind a fence only what is named can be opened") {
    const Folders folders;
    const Reach reach{{folders.inside.path()}, {}, Sockets::none};
    CHECK(behind(reach, [&] { return error_of_open(folders.inside.path() / "file", O_RDONLY); }) == 0);
    CHECK(behind(reach, [&] { return error_of_open(folders.inside.path() / "file", O_WRONLY); }) == EACCES);
    CHECK(behind(reach, [&] { return error_of_open(folders.inside.path() / "new", O_WRONLY | O_CREAT); }) == EACCES);
    CHECK(behind(reach, [&] { return error_of_open(folders.outside.path() / "file", O_RDONLY); }) == EACCES);
    CHECK(behind(reach, [&] { return error_of_open(folders.inside.path() / "link", O_RDONLY); }) == EACCES);
    CHECK(behind(reach, [&] { return error_of_open("/etc/shadow", O_RDONLY); }) == EACCES);
}

TEST_CASE("a folder that is yet to be created can be written through the one above it") {
    const Folders folders;
    const Reach reach{{}, {folders.inside.path() / "new" / "newer"}, Sockets::none};
    CHECK(behind(reach, [&] {
              fs::create_directories(folders.inside.path() / "new" / "newer");
              return error_of_open(folders.inside.path() / "new" / "newer" / "file", O_WRONLY | O_CREAT);
          }) == 0);
    CHECK(behind(reach, [&] { return error_of_open(folders.outside.path() / "file", O_WRONLY); }) == EACCES);
}

TEST_CASE("behind a fence there are no sockets, or local ones alone") {
    CHECK(behind({{}, {}, Sockets::none}, [] { return error_of_socket(AF_INET); }) == EACCES);
    CHECK(behind({{}, {}, Sockets::none}, [] { return error_of_socket(AF_UNIX); }) == EACCES);
    CHECK(behind({{}, {}, Sockets::local}, [] { return error_of_socket(AF_INET6); }) == EACCES);
    CHECK(behind({{}, {}, Sockets::local}, [] { return error_of_socket(AF_UNIX); }) == 0);
}

TEST_CASE("a program that is run opens its folder, what it is given to read, and the system's files") {
    const Folders folders;
    Command command;
    command.program = "/bin/sh";
    command.folder = folders.inside.path();
    command.environment = {"PATH=/usr/bin:/bin"};
    command.time_limit = std::chrono::seconds(10);
    const std::string other = (folders.outside.path() / "file").string();
    const auto status_of = [&](const std::string& script) {
        command.arguments = {"-c", script};
        return run(command).value().status;
    };
    CHECK(status_of("cat file && echo new > made && cat made") == 0);
    CHECK(status_of("cat " + other) != 0);
    CHECK(status_of("echo altered > " + other) != 0);
    CHECK(status_of("cat link") != 0);
    CHECK(status_of("cat /etc/shadow") != 0);
    command.reads = {other};
    CHECK(status_of("cat " + other) == 0);
    CHECK(status_of("echo altered > " + other) != 0);
    CHECK(read_file(other).value() == "outside");
}
