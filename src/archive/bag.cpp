#include "archive/archive.hpp"
#include "archive/manifest.hpp"
#include "archive/readme.hpp"
#include "archive/signature.hpp"
#include "support/digest.hpp"
#include "support/files.hpp"

#include <fmt/format.h>
#include <system_error>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

struct Digests {
    Manifest sha256;
    Manifest sha512;
    std::uint64_t bytes = 0;
};

Result<void> add(Digests& digests, const fs::path& folder, const std::string& file) {
    const Result<std::string> bytes = read_file(folder / file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    digests.sha256[file] = rapporteur::sha256(*bytes);
    digests.sha512[file] = rapporteur::sha512(*bytes);
    digests.bytes += bytes->size();
    return {};
}

// The payload's manifests, and how much there is of it: "Payload-Oxum" (RFC 8493, 2.2.2).
Result<std::string> write_payload_manifests(const fs::path& folder) {
    const Result<Listing> listing = list(folder);
    if (!listing) {
        return tl::unexpected(listing.error());
    }
    if (!listing->faults.empty()) {
        return tl::unexpected(listing->faults.front());
    }
    Digests digests;
    for (const std::string& file : listing->files) {
        if (Result<void> added = add(digests, folder, file); !added) {
            return tl::unexpected(added.error());
        }
    }
    Result<void> written = write_file(folder / payload_sha256, to_text(digests.sha256));
    written = written ? write_file(folder / payload_sha512, to_text(digests.sha512)) : written;
    if (!written) {
        return tl::unexpected(written.error());
    }
    return fmt::format("{}.{}", digests.bytes, digests.sha256.size());
}

// SHA-512 first, for it is what is signed; the other lists the signature too.
Result<void> write_tag_manifests(const fs::path& folder, const fs::path& key) {
    Digests digests;
    for (const char* file : {"bagit.txt", "bag-info.txt", "README.txt", payload_sha256, payload_sha512}) {
        if (Result<void> added = add(digests, folder, file); !added) {
            return added;
        }
    }
    if (Result<void> written = write_file(folder / tags_sha512, to_text(digests.sha512)); !written) {
        return written;
    }
    if (!key.empty()) {
        const Result<std::string> signature = sign(folder, key);
        if (!signature) {
            return tl::unexpected(signature.error());
        }
        if (Result<void> added = add(digests, folder, *signature); !added) {
            return added;
        }
    }
    return write_file(folder / tags_sha256, to_text(digests.sha256));
}

// The value of a label in bag-info.txt; empty where it isn't there.
std::string value_of(std::string_view info, std::string_view label) {
    const std::string start = fmt::format("\n{}: ", label);
    const std::size_t at = info.find(start);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = info.substr(at + start.size());
    return std::string(rest.substr(0, rest.find('\n')));
}

} // namespace

Result<void> seal(const fs::path& folder, const About& about, const fs::path& key) {
    const Result<std::string> oxum = write_payload_manifests(folder);
    if (!oxum) {
        return tl::unexpected(oxum.error());
    }
    Result<void> written = write_file(folder / "bagit.txt", declaration);
    written = written ? write_file(folder / "bag-info.txt", bag_info(about, *oxum)) : written;
    written = written ? write_file(folder / "README.txt", readme(about)) : written;
    return written ? write_tag_manifests(folder, key) : written;
}

Diagnostic told_of_place(const Bag& bag, Diagnostic fault) {
    const std::string folder = bag.folder.string();
    if (fault.place.file && fault.place.file->rfind(folder, 0) == 0) {
        const std::uint32_t line = fault.place.line;
        fault.place = place_in(bag.name + fault.place.file->substr(folder.size()));
        fault.place.line = line;
    }
    return fault;
}

Result<std::string> digest_of(const Bag& bag) {
    const Result<std::string> bytes = read_file(bag.folder / tags_sha512);
    if (!bytes) {
        return tl::unexpected(told_of_place(bag, bytes.error()));
    }
    return "sha512:" + sha512(*bytes);
}

Result<std::pair<std::string, std::string>> previous_of(const Bag& bag) {
    const Result<std::string> info = read_file(bag.folder / "bag-info.txt");
    if (!info) {
        return tl::unexpected(told_of_place(bag, info.error()));
    }
    return std::pair(value_of(*info, "Previous-Bag"), value_of(*info, "Previous-Bag-Digest"));
}

} // namespace rapporteur::archive
