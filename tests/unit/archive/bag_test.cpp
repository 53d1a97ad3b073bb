#include "small_bag.hpp"

#include "support/digest.hpp"
#include "support/package.hpp"
#include "support/utf8.hpp"

#include <fmt/format.h>

using namespace rapporteur;
using namespace rapporteur::archive;

namespace {

std::string found(const SmallBag& small) {
    return told(check(small.bag()), small.folder);
}

} // namespace

TEST_CASE("a bag is as it was made") {
    const SmallBag small;
    CHECK(found(small).empty());
    CHECK(read_file(small.folder / "bagit.txt").value() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    const std::string info = read_file(small.folder / "bag-info.txt").value();
    CHECK(info.find("Bagging-Date: 2026-06-30\n") != std::string::npos);
    CHECK(info.find(fmt::format("Payload-Oxum: {}.4\n", 23 + 315 + 4 + to_json({}).size())) != std::string::npos);
}

TEST_CASE("a file that was altered, taken away or put in is named") {
    const SmallBag altered;
    altered.put("data/output/report.pdf", "%PDF-1.7\n");
    CHECK(found(altered) == "data/output/report.pdf: error: has been altered: it is not what the manifests say\n");
    const SmallBag taken;
    std::filesystem::remove(taken.folder / "data/output/report.pdf");
    CHECK(found(taken) == "data/output/report.pdf: error: is missing\n");
    const SmallBag added;
    added.put("data/output/letter.pdf", "%PDF-1.7\n");
    added.put("notes.txt", "read this\n");
    CHECK(found(added) == "data/output/letter.pdf: error: was added: no manifest lists it\n"
                          "notes.txt: error: was added: no manifest lists it\n");
}

TEST_CASE("links, devices and empty folders are no part of a bag") {
    const SmallBag small;
    std::filesystem::create_symlink("/etc/hostname", small.folder / "data/output/link");
    std::filesystem::create_directory(small.folder / "data/output/empty");
    CHECK(found(small) == "data/output/empty: error: was added: an empty folder is no part of a bag\n"
                          "data/output/link: error: was added: a bag holds files, no links or devices\n");
}

TEST_CASE("a file that was exchanged for a link to the same bytes is found") {
    const SmallBag small;
    const std::filesystem::path elsewhere = small.home.path() / "elsewhere";
    std::filesystem::rename(small.folder / "data/output/report.pdf", elsewhere);
    std::filesystem::create_symlink(elsewhere, small.folder / "data/output/report.pdf");
    CHECK(found(small).find("data/output/report.pdf: error: was added") != std::string::npos);
    CHECK(found(small).find("data/output/report.pdf: error: is missing") != std::string::npos);
}

TEST_CASE("each file taken away is named") {
    const std::vector<std::string> files = SmallBag().files();
    for (const std::string& file : files) {
        const SmallBag small;
        std::filesystem::remove(small.folder / file);
        INFO(file);
        CHECK(found(small).find(printable(file) + ": error: is missing\n") != std::string::npos);
    }
}

TEST_CASE("a manifest that was altered is told from a file that was") {
    const SmallBag small;
    std::string manifest = read_file(small.folder / "manifest-sha256.txt").value();
    manifest.front() = manifest.front() == '0' ? '1' : '0';
    small.put("manifest-sha256.txt", manifest);
    const std::string faults = found(small);
    INFO(faults);
    CHECK(faults.find("manifest-sha256.txt: error: has been altered: it is not what the manifests say\n") !=
          std::string::npos);
    CHECK(faults.find("\ndata/") == std::string::npos);
}

TEST_CASE("a bag as one ZIP is the same bag, and the same bytes each time") {
    const SmallBag small;
    const std::filesystem::path zip = small.home.path() / "sample.zip";
    REQUIRE(write_zip(small.folder, "sample-2026-06-30", zip));
    const std::string bytes = read_file(zip).value();
    REQUIRE(write_zip(SmallBag().folder, "sample-2026-06-30", zip));
    CHECK(read_file(zip).value() == bytes);
    const Result<Bag> bag = open(zip);
    REQUIRE(bag);
    CHECK(check(*bag).empty());
    CHECK(digest_of(*bag).value() == digest_of(small.bag()).value());
}

TEST_CASE("a ZIP that would be unpacked outside of its folder is refused") {
    for (const char* name : {"../out", "/etc/out", "sample/../../out", "sample", "sample/./out"}) {
        const Result<std::string> bytes = write_package({{{name, "bytes"}}}, Packing::stored);
        REQUIRE(bytes);
        const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
        REQUIRE(write_file(folder.path() / "bad.zip", *bytes));
        const Result<Bag> bag = open(folder.path() / "bad.zip");
        INFO(name);
        REQUIRE_FALSE(bag);
        CHECK(bag.error().cause == Cause::corpus);
    }
}

TEST_CASE("what isn't a bag is said not to be one") {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    CHECK_FALSE(open(folder.path()));
    CHECK_FALSE(open(folder.path() / "none"));
    REQUIRE(write_file(folder.path() / "rubbish.zip", "PK but no more"));
    CHECK_FALSE(open(folder.path() / "rubbish.zip"));
}

TEST_CASE("a bag names the one before it by its digest") {
    const SmallBag first;
    const SmallBag second;
    About about = sample_about();
    about.previous = "sample-2025-06-30";
    about.previous_digest = digest_of(first.bag()).value();
    REQUIRE(seal(second.folder, about, {}));
    const auto [name, digest] = previous_of(second.bag()).value();
    CHECK(name == "sample-2025-06-30");
    CHECK(digest == "sha512:" + sha512(read_file(first.folder / "tagmanifest-sha512.txt").value()));
    CHECK(previous_of(first.bag()).value().first.empty());
}
