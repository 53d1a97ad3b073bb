#include "archive/signature.hpp"

#include "archive/archive.hpp"
#include "archive/manifest.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <iterator>
#include <openssl/evp.h>
#include <system_error>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

constexpr const char* name_space = "rapporteur"; // of OpenSSH's signatures: what they may be used for
constexpr const char* untrusted_comment = "signature of a rapporteur bag";

enum class KeyKind : std::uint8_t { openssh, minisign };

struct Key {
    KeyKind kind = KeyKind::openssh;
    fs::path file;
    std::string text;
};

Result<Key> read_key(const fs::path& file) {
    constexpr std::uint64_t longest_key = 1U << 16U;
    const Result<std::string> text = read_file(file, longest_key);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const bool minisign = text->rfind("untrusted comment:", 0) == 0;
    return Key{minisign ? KeyKind::minisign : KeyKind::openssh, fs::absolute(file), *text};
}

Result<Outcome> run_tool(const char* program, const char* package, std::vector<std::string> arguments,
                         const fs::path& folder, std::string input = {}) {
    Command command;
    command.program = find_on_path(program);
    if (command.program.empty()) {
        return surroundings_failed({}, fmt::format("{} isn't there, which signs and checks signatures", program),
                                   fmt::format("install {}", package));
    }
    std::copy_if(arguments.begin(), arguments.end(), std::back_inserter(command.reads),
                 [](const std::string& argument) { return fs::path(argument).is_absolute(); }); // the keys
    command.arguments = std::move(arguments);
    command.folder = folder;
    command.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C"};
    if (const char* agent = std::getenv("SSH_AUTH_SOCK")) { // nothing here sets it
        command.environment.push_back(fmt::format("SSH_AUTH_SOCK={}", agent));
    }
    command.input = std::move(input);
    command.time_limit = std::chrono::seconds{30};
    return run(command);
}

Result<Outcome> ssh_keygen(std::vector<std::string> arguments, const fs::path& folder, std::string input = {}) {
    return run_tool("ssh-keygen", "openssh-client", std::move(arguments), folder, std::move(input));
}

Result<Outcome> minisign(std::vector<std::string> arguments, const fs::path& folder) {
    return run_tool("minisign", "minisign", std::move(arguments), folder);
}

bool succeeded(const Outcome& outcome) {
    return outcome.ending == Ending::exited && outcome.status == 0;
}

std::string last_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
        text.pop_back();
    }
    return text.substr(text.rfind('\n') + 1);
}

// The number of the key in a line of minisign's base64, which follows two bytes that name the algorithm.
std::string minisign_number(const std::string& text) {
    const std::size_t start = text.find('\n') + 1;
    constexpr std::size_t digits_needed = 16; // 12 bytes
    std::array<unsigned char, 12> bytes = {};
    if (start == 0 || text.size() < start + digits_needed ||
        EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data() + start),
                        static_cast<int>(digits_needed)) < 0) {
        return {};
    }
    std::string number;
    for (std::size_t at = 9; at >= 2; --at) { // little-endian, written as minisign writes it
        number += fmt::format("{:02X}", bytes.at(at));
    }
    return number;
}

// What ssh-keygen calls the key: SHA256:…
std::string fingerprint_in(const std::string& said) {
    const std::size_t start = said.find("SHA256:");
    return start == std::string::npos ? std::string() : said.substr(start, said.find_first_of(" \r\n", start) - start);
}

Result<Signature> check_ssh(const Bag& bag, const std::optional<Key>& key, std::string signed_text) {
    const Result<Outcome> fits = ssh_keygen({"-Y", "check-novalidate", "-n", name_space, "-s", ssh_signature},
                                            fs::absolute(bag.folder), signed_text);
    if (!fits) {
        return tl::unexpected(fits.error());
    }
    if (!succeeded(*fits)) {
        return tl::unexpected(fault(bag.folder, ssh_signature,
                                    "the signature doesn't fit the bag: one of the two was altered after signing"));
    }
    const std::string by = fingerprint_in(fits->output);
    if (!key) {
        return Signature{Signing::not_compared, ssh_signature, by};
    }
    const Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    const fs::path allowed = folder->path() / "allowed";
    if (const Result<void> written = write_file(allowed, "signer " + key->text + "\n"); !written) {
        return tl::unexpected(written.error());
    }
    const Result<Outcome> by_key =
        ssh_keygen({"-Y", "verify", "-f", allowed.string(), "-I", "signer", "-n", name_space, "-s", ssh_signature},
                   fs::absolute(bag.folder), std::move(signed_text));
    if (!by_key) {
        return tl::unexpected(by_key.error());
    }
    if (!succeeded(*by_key)) {
        return tl::unexpected(
            fault(bag.folder, ssh_signature, fmt::format("is by another key, {}, than {}", by, key->file.string())));
    }
    return Signature{Signing::good, ssh_signature, by};
}

Result<Signature> check_minisign(const Bag& bag, const std::optional<Key>& key) {
    const Result<std::string> text = read_file(bag.folder / minisign_signature);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const std::string by = minisign_number(*text);
    if (!key) {
        return Signature{Signing::unreadable, minisign_signature, by};
    }
    if (const std::string wanted = minisign_number(key->text); wanted != by) {
        return tl::unexpected(
            fault(bag.folder, minisign_signature,
                  fmt::format("is by another key, {}, than {}, which is {}", by, key->file.string(), wanted)));
    }
    const Result<Outcome> fits = minisign(
        {"-V", "-q", "-p", key->file.string(), "-m", tags_sha512, "-x", minisign_signature}, fs::absolute(bag.folder));
    if (!fits) {
        return tl::unexpected(fits.error());
    }
    if (!succeeded(*fits)) {
        return tl::unexpected(fault(bag.folder, minisign_signature,
                                    "the signature doesn't fit the bag: one of the two was altered after signing"));
    }
    return Signature{Signing::good, minisign_signature, by};
}

Diagnostic wrong_kind(const Bag& bag, const char* signature, const Key& key) {
    return fault(bag.folder, signature,
                 fmt::format("was made with {}, and {} is a key of {}",
                             key.kind == KeyKind::openssh ? "minisign" : "OpenSSH", key.file.string(),
                             key.kind == KeyKind::openssh ? "OpenSSH" : "minisign"));
}

Result<Signature> check_with(const Bag& bag, const fs::path& key_file) {
    std::optional<Key> key;
    if (!key_file.empty()) {
        Result<Key> read = read_key(key_file);
        if (!read) {
            return tl::unexpected(read.error());
        }
        key = std::move(*read);
    }
    const Result<bool> has_ssh = is_there(bag.folder / ssh_signature);
    const Result<bool> has_minisign = is_there(bag.folder / minisign_signature);
    if (!has_ssh || !has_minisign) { // not known to be unsigned
        return tl::unexpected(has_ssh ? has_minisign.error() : has_ssh.error());
    }
    const bool by_ssh = *has_ssh;
    const bool by_minisign = *has_minisign;
    if (!by_ssh && !by_minisign) {
        if (!key) {
            return Signature{};
        }
        return tl::unexpected(fault(bag.folder, tags_sha512,
                                    fmt::format("isn't signed, though {} is to be checked", key->file.string()),
                                    "it never was, or the signature was taken away"));
    }
    if (key && (key->kind == KeyKind::openssh) != by_ssh) {
        return tl::unexpected(wrong_kind(bag, by_ssh ? ssh_signature : minisign_signature, *key));
    }
    if (by_minisign && !by_ssh) {
        return check_minisign(bag, key);
    }
    Result<std::string> signed_text = read_file(bag.folder / tags_sha512);
    return signed_text ? check_ssh(bag, key, std::move(*signed_text)) : tl::unexpected(signed_text.error());
}

} // namespace

Result<std::string> sign(const fs::path& bag, const fs::path& key_file) {
    const Result<Key> key = read_key(key_file);
    if (!key) {
        return tl::unexpected(key.error());
    }
    const bool ssh = key->kind == KeyKind::openssh;
    const fs::path folder = fs::absolute(bag);
    const Result<Outcome> outcome =
        ssh ? ssh_keygen({"-Y", "sign", "-n", name_space, "-f", key->file.string(), tags_sha512}, folder)
            : minisign({"-S", "-s", key->file.string(), "-m", tags_sha512, "-x", minisign_signature, "-c",
                        untrusted_comment, "-t", "tagmanifest-sha512.txt"},
                       folder);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    const char* signature = ssh ? ssh_signature : minisign_signature;
    std::error_code missing;
    if (!succeeded(*outcome) || !fs::exists(bag / signature, missing)) {
        return surroundings_failed(key_file.string(),
                                   fmt::format("can't sign: {}", outcome->ending == Ending::out_of_time
                                                                     ? "it asks for a password"
                                                                     : last_line(outcome->errors + outcome->output)),
                                   ssh ? "load a key that has a password into ssh-agent, and name its public key"
                                       : "make a key without a password for this: minisign -G -W");
    }
    return std::string(signature);
}

Result<Signature> check_signature(const Bag& bag, const fs::path& key_file) {
    const Result<Signature> found = check_with(bag, key_file);
    return found ? found : tl::unexpected(told_of_place(bag, found.error()));
}

} // namespace rapporteur::archive
