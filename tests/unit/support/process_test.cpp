#include "catch.hpp"
#include "support/process.hpp"

#include <atomic>
#include <csignal>
#include <thread>

using namespace rapporteur;

namespace {

Command shell(const std::string& script, const TemporaryFolder& folder) {
    Command command;
    command.program = "/bin/sh";
    command.arguments = {"-c", script};
    command.folder = folder.path();
    command.environment = {"PATH=/usr/bin:/bin"};
    command.time_limit = std::chrono::seconds(10);
    return command;
}

} // namespace

TEST_CASE("input goes in, both outputs come out, the status is told") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    Command command = shell("cat; echo trouble >&2; exit 7", folder);
    command.input = std::string(300000, 'x');
    const Outcome outcome = run(command).value();
    CHECK(outcome.output == command.input);
    CHECK(outcome.errors == "trouble\n");
    CHECK(outcome.ending == Ending::exited);
    CHECK(outcome.status == 7);
}

TEST_CASE("a program that hangs is stopped, and what it started with it") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    Command command = shell("sleep 100 & sleep 100", folder);
    command.time_limit = std::chrono::seconds(1);
    const auto start = std::chrono::steady_clock::now();
    CHECK(run(command).value().ending == Ending::out_of_time);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("a program that closes its outputs and stays is stopped too") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    Command command = shell("exec >&- 2>&-; sleep 100", folder);
    command.time_limit = std::chrono::seconds(1);
    CHECK(run(command).value().ending == Ending::out_of_time);
}

TEST_CASE("a program that reads nothing doesn't end us") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    Command command = shell("exit 0", folder);
    command.input = std::string(1000000, 'x');
    CHECK(run(command).value().status == 0);
}

TEST_CASE("a signal is told from a status") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const Outcome outcome = run(shell("kill -SEGV $$", folder)).value();
    CHECK(outcome.ending == Ending::killed_by_signal);
    CHECK(outcome.status == SIGSEGV);
}

TEST_CASE("only the environment that was given is there, and no file grows beyond the limit") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    Command command = shell(
        "env | cut -d= -f1 | grep -v -e PWD -e SHLVL -e _; head -c 100000 /dev/zero > big; stat -c %s big", folder);
    command.file_limit = 5000;
    const Outcome outcome = run(command).value();
    CHECK(outcome.output.find("HOME") == std::string::npos);
    CHECK(outcome.output.find("PATH") == 0);
    CHECK(outcome.output.find("100000") == std::string::npos);
}

TEST_CASE("a program that isn't there is an error of the surroundings") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    Command command = shell("", folder);
    command.program = "/nowhere/program";
    const Result<Outcome> outcome = run(command);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().cause == Cause::surroundings);
}

TEST_CASE("a temporary folder goes with all that is in it") {
    std::filesystem::path was;
    {
        const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
        was = folder.path();
        CHECK(std::filesystem::exists(was));
    }
    CHECK_FALSE(std::filesystem::exists(was));
}

TEST_CASE("children that hang up on us side by side end nobody") {
    std::vector<std::thread> threads;
    std::atomic<int> well = 0;
    for (int at = 0; at < 8; ++at) {
        threads.emplace_back([&] {
            const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
            Command command = shell("exit 3", folder);
            command.input = std::string(1000000, 'x');
            const Result<Outcome> outcome = run(command);
            well += outcome && outcome->ending == Ending::exited && outcome->status == 3 ? 1 : 0;
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(well == 8);
}
