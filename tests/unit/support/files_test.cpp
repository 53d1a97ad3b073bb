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

TEST_CASE("a file below a folder isn't reached by a link") {
    const TemporaryFolder folder = TemporaryFolder::create().value();
    std::filesystem::create_directory(folder.path() / "inside");
    REQUIRE(write_file(folder.path() / "inside/file", "words"));
    std::filesystem::create_directory_symlink("inside", folder.path() / "link");
    std::filesystem::create_symlink("inside/file", folder.path() / "linked");
    CHECK(read_file_below(folder.path(), "inside/file", 10).value() == "words");
    CHECK_FALSE(read_file_below(folder.path(), "link/file", 10));
    CHECK_FALSE(read_file_below(folder.path(), "linked", 10));
    CHECK_FALSE(read_file_below(folder.path(), "inside", 10));
    CHECK_FALSE(read_file_below(folder.path(), "inside/other", 10));
    CHECK_FALSE(read_file_below(folder.path(), "inside/file", 4));
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

TEST_CASE("what can't be looked at is an error, not missing") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    std::filesystem::create_symlink("loop", folder.path() / "loop");
    CHECK(is_there(folder.path()).value());
    CHECK_FALSE(is_there(folder.path() / "none").value());
    CHECK(is_there(folder.path() / "loop" / "file").error().message.find("can't be looked at") == 0);
    CHECK(entries_of(folder.path() / "none").error().message.find("can't be read") == 0);
}

TEST_CASE("the entries of a folder come in the order of their names") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    for (const char* name : {"b.xml", "a.xml", "c.txt"}) {
        REQUIRE(write_file(folder.path() / name, name));
    }
    CHECK(entries_of(folder.path()).value().size() == 3);
    const std::vector<std::filesystem::path> expected = {folder.path() / "a.xml", folder.path() / "b.xml"};
    CHECK(entries_of(folder.path(), ".xml").value() == expected);
}

TEST_CASE("a temporary folder that nobody uses any more is removed by the next, and one that is to be kept isn't") {
    const TemporaryFolder parent = std::move(TemporaryFolder::create().value());
    const auto abandoned = parent.path() / ".rapporteur.abcdef";
    const auto kept = parent.path() / ".rapporteur.ABCDEF";
    const auto other = parent.path() / ".rapporteur.longer-name";
    for (const auto& path : {abandoned, kept, other}) {
        std::filesystem::create_directory(path);
    }
    ::chmod(kept.c_str(), 0500);
    const TemporaryFolder next = std::move(TemporaryFolder::create_in(parent.path()).value());
    CHECK_FALSE(is_there(abandoned).value());
    CHECK(is_there(kept).value());
    CHECK(is_there(other).value());
    CHECK(is_there(next.path()).value());
    ::chmod(kept.c_str(), 0700);
}
