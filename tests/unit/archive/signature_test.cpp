// Signatures made and checked with the programs that others check them with.

#include "small_bag.hpp"
#include "support/process.hpp"

#include <cstdlib>

using namespace rapporteur;
using namespace rapporteur::archive;

namespace {

struct KeyPair {
    std::filesystem::path secret;
    std::filesystem::path open;
};

Outcome run_in(const std::filesystem::path& folder, const char* program, std::vector<std::string> arguments) {
    Command command;
    command.program = find_on_path(program);
    command.arguments = std::move(arguments);
    command.folder = folder;
    REQUIRE_FALSE(command.program.empty());
    const Result<Outcome> outcome = run(command);
    REQUIRE(outcome);
    INFO(outcome->errors << outcome->output);
    REQUIRE(outcome->status == 0);
    return *outcome;
}

KeyPair ssh_key(const std::filesystem::path& folder, const std::string& name) {
    run_in(folder, "ssh-keygen", {"-q", "-t", "ed25519", "-N", "", "-C", "someone", "-f", name});
    return {folder / name, folder / (name + ".pub")};
}

KeyPair minisign_key(const std::filesystem::path& folder, const std::string& name) {
    run_in(folder, "minisign", {"-G", "-W", "-p", name + ".pub", "-s", name});
    return {folder / name, folder / (name + ".pub")};
}

std::string refusal(const SmallBag& small, const std::filesystem::path& key) {
    const Result<Signature> signature = check_signature(small.bag(), key);
    REQUIRE_FALSE(signature);
    return told({signature.error()}, small.folder);
}

using MakeKey = KeyPair (*)(const std::filesystem::path&, const std::string&);

struct Kind {
    MakeKey make_key;
    std::string file;
};

} // namespace

TEST_CASE("a signed bag is good with the right key; with a wrong one, altered or unsigned, it is told why not") {
    const TemporaryFolder keys = std::move(TemporaryFolder::create().value());
    for (const Kind& kind :
         {Kind{ssh_key, "tagmanifest-sha512.txt.sig"}, Kind{minisign_key, "tagmanifest-sha512.txt.minisig"}}) {
        const KeyPair right = kind.make_key(keys.path(), "right" + kind.file);
        const KeyPair wrong = kind.make_key(keys.path(), "wrong" + kind.file);
        const SmallBag small(right.secret);
        CHECK(check(small.bag()).empty());
        const Result<Signature> signature = check_signature(small.bag(), right.open);
        REQUIRE(signature);
        CHECK(signature->signing == Signing::good);
        CHECK(signature->file == kind.file);

        CHECK(refusal(small, wrong.open).find("is by another key") != std::string::npos);
        const SmallBag unsigned_bag;
        CHECK(refusal(unsigned_bag, right.open).find("isn't signed") != std::string::npos);
        CHECK(check_signature(unsigned_bag.bag(), {})->signing == Signing::unsigned_bag);

        // All the manifests made to fit, as somebody would who wants it not to be seen.
        small.put("data/output/report.pdf", "%PDF-1.7 forged\n");
        const std::string old = read_file(small.folder / kind.file).value();
        REQUIRE(seal(small.folder, sample_about(), {}));
        CHECK(refusal(small, right.open).find("the signature doesn't fit the bag") != std::string::npos);
        CHECK(read_file(small.folder / kind.file).value() == old);
    }
}

TEST_CASE("a signature of one kind isn't taken for one of the other") {
    const TemporaryFolder keys = std::move(TemporaryFolder::create().value());
    const KeyPair ssh = ssh_key(keys.path(), "ssh");
    const KeyPair minisign = minisign_key(keys.path(), "minisign");
    CHECK(refusal(SmallBag(ssh.secret), minisign.open).find("was made with OpenSSH") != std::string::npos);
    CHECK(refusal(SmallBag(minisign.secret), ssh.open).find("was made with minisign") != std::string::npos);
}

TEST_CASE("without a key, an OpenSSH signature is still held against the bag") {
    const TemporaryFolder keys = std::move(TemporaryFolder::create().value());
    const SmallBag small(ssh_key(keys.path(), "key").secret);
    CHECK(check_signature(small.bag(), {})->signing == Signing::not_compared);
    small.put("data/output/report.pdf", "%PDF-1.7 forged\n");
    REQUIRE(seal(small.folder, sample_about(), {}));
    CHECK(refusal(small, {}).find("the signature doesn't fit the bag") != std::string::npos);
}

TEST_CASE("a key that can't sign is an error, and says what to do") {
    const SmallBag small;
    REQUIRE(write_file(small.home.path() / "key", "not a key\n"));
    const Result<void> sealed = seal(small.folder, sample_about(), small.home.path() / "key");
    REQUIRE_FALSE(sealed);
    CHECK(sealed.error().message.find("can't sign") != std::string::npos);
    CHECK_FALSE(sealed.error().hint.empty());
}
