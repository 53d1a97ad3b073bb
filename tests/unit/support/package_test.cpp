#include "catch.hpp"
#include "support/files.hpp"
#include "support/package.hpp"
#include "support/process.hpp"

using namespace rapporteur;

namespace {

const Package sample = {
    {{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", std::string(5000, 'x')}, {"EPUB/ünï.xhtml", ""}}};

} // namespace

TEST_CASE("a package is read back as it was written") {
    const Result<std::string> bytes = write_package(sample);
    REQUIRE(bytes);
    const Result<Package> again = read_package(*bytes, "sample");
    REQUIRE(again);
    REQUIRE(again->parts.size() == 3);
    for (std::size_t at = 0; at < 3; ++at) {
        CHECK(again->parts[at].name == sample.parts[at].name);
        CHECK(again->parts[at].bytes == sample.parts[at].bytes);
    }
}

TEST_CASE("the type of an EPUB is stored first, bare, where readers look for it") {
    const std::string bytes = write_package(sample).value();
    CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");
}

TEST_CASE("the same package has the same bytes, and unzip finds nothing wrong with them") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const std::string bytes = write_package(sample).value();
    CHECK(bytes == write_package(sample).value());
    REQUIRE(write_file(folder.path() / "sample.zip", bytes));
    Command unzip;
    unzip.program = find_on_path("unzip");
    unzip.arguments = {"-t", "sample.zip"};
    unzip.folder = folder.path();
    const Result<Outcome> outcome = run(unzip);
    REQUIRE(outcome);
    CHECK(outcome->status == 0);
}

TEST_CASE("rubbish is no package") {
    CHECK_FALSE(read_package("PK but no more", "rubbish"));
    CHECK_FALSE(read_package("", "nothing"));
    std::string cut = write_package(sample).value();
    cut.resize(cut.size() / 2);
    CHECK_FALSE(read_package(cut, "half"));
}
