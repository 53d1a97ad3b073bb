#include "samples.hpp"

#include <cstdlib>
#include <sys/stat.h>

using namespace rapporteur;

namespace {

// A pandoc that misbehaves, first on PATH while this lives.
class FakePandoc {
public:
    explicit FakePandoc(const std::string& script) : path_before(std::getenv("PATH")) {
        const auto program = folder.path() / "pandoc";
        REQUIRE(write_file(program, "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'pandoc 2.17.1.1'; exit 0; fi\n" +
                                        script + "\n"));
        REQUIRE(::chmod(program.c_str(), 0755) == 0);
        ::setenv("PATH", (folder.path().string() + ":" + path_before).c_str(), 1);
    }
    ~FakePandoc() { ::setenv("PATH", path_before.c_str(), 1); }
    FakePandoc(const FakePandoc&) = delete;
    FakePandoc& operator=(const FakePandoc&) = delete;

private:
    TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    std::string path_before;
};

// What is said when such a pandoc makes an EPUB; what was there before must still be there.
std::string failure_of(const std::string& script) {
    const FakePandoc fake(script);
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const auto file = folder.path() / "report.epub";
    REQUIRE(write_file(file, "the earlier one"));
    const Result<pandoc::Pandoc> pandoc = pandoc::find(std::chrono::seconds(2));
    REQUIRE(pandoc);
    const Result<void> made =
        pandoc::publish(samples::everything(), samples::house_style(), pandoc::Format::epub, {}, *pandoc, file);
    REQUIRE_FALSE(made);
    CHECK(made.error().cause == Cause::surroundings);
    CHECK(read_file(file).value() == "the earlier one");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    return made.error().message;
}

} // namespace

TEST_CASE("a pandoc that fails is quoted") {
    CHECK(failure_of("echo 'it broke' >&2; exit 83") == "pandoc failed to make the EPUB, status 83: it broke");
}

TEST_CASE("a pandoc that hangs is stopped after its time") {
    CHECK(failure_of("sleep 60") == "pandoc had not made the EPUB after 2 seconds and was stopped");
}

TEST_CASE("a pandoc that is killed is said to be") {
    CHECK(failure_of("kill -KILL $$").find("pandoc was killed while it made the EPUB") == 0);
}

TEST_CASE("a pandoc that warns has left something out") {
    CHECK(failure_of("echo '[WARNING] Could not convert image' >&2; echo x > made") ==
          "pandoc warned while it made the EPUB: [WARNING] Could not convert image");
}

TEST_CASE("a pandoc that makes nothing, or rubbish, is found out") {
    CHECK(failure_of("exit 0") == "pandoc said that all is well, but made no EPUB");
    CHECK(failure_of("echo rubbish > made").find("isn't a good ZIP package") == 0);
    CHECK(failure_of(": > made") == "is empty");
}

TEST_CASE("no pandoc, and one that we don't know, are told apart") {
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", "/nowhere", 1);
    CHECK(pandoc::find().error().message.find("pandoc isn't on PATH") == 0);
    ::setenv("PATH", path.c_str(), 1);
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    REQUIRE(write_file(folder.path() / "pandoc", "#!/bin/sh\necho pandoc 1.19\n"));
    REQUIRE(::chmod((folder.path() / "pandoc").c_str(), 0755) == 0);
    ::setenv("PATH", folder.path().c_str(), 1);
    CHECK(pandoc::find().error().message == "this isn't a pandoc that we know");
    ::setenv("PATH", path.c_str(), 1);
}

TEST_CASE("a pandoc newer than any that was tried is used, with a warning") {
    const std::string path = std::getenv("PATH");
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const auto found = [&](const std::string& version) {
        REQUIRE(write_file(folder.path() / "pandoc", "#!/bin/sh\necho pandoc " + version + "\n"));
        REQUIRE(::chmod((folder.path() / "pandoc").c_str(), 0755) == 0);
        ::setenv("PATH", folder.path().c_str(), 1);
        const pandoc::Pandoc pandoc = pandoc::find().value();
        ::setenv("PATH", path.c_str(), 1);
        return pandoc;
    };
    CHECK_FALSE(found("2.17.1.1").warning);
    CHECK(found("2.17.1.1").api == std::array<int, 2>{1, 22});
    CHECK_FALSE(found("3.9").warning);
    CHECK(found("3.9").api == std::array<int, 2>{1, 23});
    const pandoc::Pandoc newer = found("4.0.1");
    REQUIRE(newer.warning);
    CHECK(newer.warning->severity == Severity::warning);
    CHECK(newer.warning->message == "pandoc 4.0.1 is newer than any that was tried with this program");
}
