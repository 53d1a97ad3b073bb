// One byte altered anywhere is found and named: thousands of seeded alterations, in every file of a bag and in the ZIP
// around one.

#include "small_bag.hpp"
#include "support/process.hpp"

#include <random>

using namespace rapporteur;
using namespace rapporteur::archive;

namespace {

constexpr unsigned seed = 8493;
constexpr int alterations_of_each_file = 300;
constexpr int alterations_of_zip = 2000;

// Another byte in a place drawn by lot.
std::string altered(std::string bytes, std::mt19937& lots) {
    const std::size_t at = std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(lots);
    const auto other = static_cast<unsigned char>(std::uniform_int_distribution<int>(1, 255)(lots));
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ other);
    return bytes;
}

bool names(const Diagnostics& faults, const std::string& place) {
    return std::any_of(faults.begin(), faults.end(),
                       [&](const Diagnostic& fault) { return fault.place.file && *fault.place.file == place; });
}

void alter_every_file(const SmallBag& small) {
    std::mt19937 lots(seed);
    for (const std::string& file : small.files()) {
        const std::string bytes = read_file(small.folder / file).value();
        int missed = 0;
        for (int time = 0; time < alterations_of_each_file; ++time) {
            small.put(file, altered(bytes, lots));
            missed += names(check(small.bag()), (small.folder / file).string()) ? 0 : 1;
        }
        small.put(file, bytes);
        INFO(file);
        CHECK(missed == 0);
    }
    CHECK(check(small.bag()).empty());
}

} // namespace

TEST_CASE("one byte altered in any file of a bag is found, and the file is named") {
    alter_every_file(SmallBag());
}

TEST_CASE("nor can a byte of a signed bag, of its signature or of the manifest that lists it change unseen") {
    const TemporaryFolder keys = std::move(TemporaryFolder::create().value());
    Command ssh_keygen;
    ssh_keygen.program = find_on_path("ssh-keygen");
    ssh_keygen.arguments = {"-q", "-t", "ed25519", "-N", "", "-C", "someone", "-f", "key"};
    ssh_keygen.folder = keys.path();
    REQUIRE(run(ssh_keygen)->status == 0);
    alter_every_file(SmallBag(keys.path() / "key"));
}

TEST_CASE("one byte altered anywhere in a bag's ZIP is found, and the ZIP or the file in it is named") {
    const SmallBag small;
    const std::filesystem::path zip = small.home.path() / "sample-2026-06-30.zip";
    REQUIRE(write_zip(small.folder, "sample-2026-06-30", zip));
    const std::string bytes = read_file(zip).value();
    std::mt19937 lots(seed);
    int missed = 0;
    for (int time = 0; time < alterations_of_zip; ++time) {
        write_quickly(zip, altered(bytes, lots));
        const Result<Bag> bag = open(zip);
        const Diagnostics faults = bag ? check(*bag) : Diagnostics{bag.error()};
        const bool named = std::any_of(faults.begin(), faults.end(), [&](const Diagnostic& fault) {
            return fault.place.file && fault.place.file->rfind(zip.string(), 0) == 0;
        });
        missed += named ? 0 : 1;
    }
    CHECK(missed == 0);
}

TEST_CASE("a ZIP cut short, or with more behind it, is found") {
    const SmallBag small;
    const std::filesystem::path zip = small.home.path() / "sample-2026-06-30.zip";
    REQUIRE(write_zip(small.folder, "sample-2026-06-30", zip));
    const std::string bytes = read_file(zip).value();
    for (const std::string& other : {bytes.substr(0, bytes.size() - 1), bytes + "more", "more" + bytes}) {
        REQUIRE(write_file(zip, other));
        const Result<Bag> bag = open(zip);
        CHECK((!bag || !check(*bag).empty()));
    }
}
