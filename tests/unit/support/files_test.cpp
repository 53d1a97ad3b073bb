#include "catch.hpp"
#include "support/file_name.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include <sys/stat.h>

using namespace rapporteur;

TEST_CASE("a file appears whole or not at all, and leaves no trace when it is given up") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const auto file = folder.path() / "report.txt";
    REQUIRE(write_file(file, "first"));
    {
        Result<AtomicFile> unfinished = AtomicFile::create(file);
        REQUIRE(unfinished);
        REQUIRE(unfinished->write("second"));
        CHECK(read_file(file).value() == "first");
    }
    CHECK(read_file(file).value() == "first");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    REQUIRE(write_file(file, "second"));
    CHECK(read_file(file).value() == "second");
}

TEST_CASE("what isn't a regular file is refused without waiting for it") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    REQUIRE(::mkfifo((folder.path() / "fifo").c_str(), 0600) == 0);
    CHECK(read_file(folder.path() / "fifo").error().message == "is a fifo, not a file");
    CHECK(read_file(folder.path()).error().message == "is a folder, not a file");
    CHECK(read_file("/dev/zero").error().message == "is a device, not a file");
    CHECK(read_file(folder.path() / "none").error().message.find("can't be read") == 0);
}

TEST_CASE("a file larger than the limit is refused") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    REQUIRE(write_file(folder.path() / "large", std::string(100, 'x')));
    CHECK_FALSE(read_file(folder.path() / "large", 99));
    CHECK(read_file(folder.path() / "large", 100));
}

TEST_CASE("a folder that isn't there is an error of the surroundings") {
    const Result<void> written = write_file("/nowhere/at/all.txt", "x");
    REQUIRE_FALSE(written);
    CHECK(written.error().cause == Cause::surroundings);
}

TEST_CASE("words that become a file's name lead nowhere else") {
    for (const std::string& bad : {std::string(), std::string("."), std::string(".."), std::string("/tmp/x"),
                                   std::string("a/b"), std::string("a\0b", 3), std::string(256, 'x')}) {
        CAPTURE(bad);
        REQUIRE_FALSE(file_name(bad));
        CHECK(file_name(bad).error().cause == Cause::corpus);
    }
    CHECK(file_name("sample-2026-en.pdf").value() == "sample-2026-en.pdf");
    CHECK(stays_below("data/sources/één.xml"));
    CHECK_FALSE(stays_below("data/../../x"));
    CHECK_FALSE(stays_below("/data"));
    CHECK_FALSE(stays_below("data/"));
}
