#include "archive/archive.hpp"
#include "archive/manifest.hpp"
#include "support/digest.hpp"
#include "support/files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

// The two manifests of the payload, or the two of the tag files.
struct Pair {
    const char* sha256_name;
    const char* sha512_name;
    std::optional<Manifest> by_sha256;
    std::optional<Manifest> by_sha512;
};

class Checking {
public:
    explicit Checking(const fs::path& folder) : bag(folder) {}

    Diagnostics run() {
        Result<Listing> listing = list(bag);
        if (!listing) {
            return {listing.error()};
        }
        files = std::move(listing->files);
        faults = std::move(listing->faults);
        check_declaration();
        Pair payload = read({payload_sha256, payload_sha512, {}, {}});
        Pair tags = read({tags_sha256, tags_sha512, {}, {}});
        for (const std::string& file : files) {
            if (!is_tag_manifest(file)) {
                check_file(file, is_payload(file) ? payload : tags);
            }
        }
        find_missing(payload);
        find_missing(tags);
        return std::move(faults);
    }

private:
    void add(const std::string& file, std::string message, std::string hint = {}) {
        faults.push_back(fault(bag, file, std::move(message), std::move(hint)));
    }

    std::optional<Manifest> read_one(const char* name) {
        Result<Manifest> manifest = read_manifest(bag, name);
        if (!manifest) {
            faults.push_back(manifest.error());
            return std::nullopt;
        }
        return std::move(*manifest);
    }

    Pair read(Pair pair) {
        pair.by_sha256 = read_one(pair.sha256_name);
        pair.by_sha512 = read_one(pair.sha512_name);
        return pair;
    }

    void check_declaration() {
        const bool there = std::binary_search(files.begin(), files.end(), std::string("bagit.txt"));
        const Result<std::string> bytes = there ? read_file(bag / "bagit.txt") : Result<std::string>();
        if (there && bytes && *bytes != declaration) {
            add("bagit.txt", "doesn't declare a bag of BagIt 1.0 in UTF-8");
        }
    }

    // Against both manifests, so that an altered manifest is told from an altered file.
    void check_file(const std::string& file, const Pair& pair) {
        const Result<std::string> bytes = read_file(bag / file);
        if (!bytes) {
            faults.push_back(bytes.error());
            return;
        }
        const auto says = [&](const std::optional<Manifest>& manifest) -> const std::string* {
            const auto found = manifest ? manifest->find(file) : Manifest::const_iterator();
            return manifest && found != manifest->end() ? &found->second : nullptr;
        };
        const std::string* in_sha256 = says(pair.by_sha256);
        const std::string* in_sha512 = says(pair.by_sha512);
        if (is_signature(file)) {
            check_signature_file(file, in_sha256 != nullptr && sha256(*bytes) == *in_sha256, pair);
            return;
        }
        if (in_sha256 == nullptr && in_sha512 == nullptr) {
            if (pair.by_sha256 || pair.by_sha512) {
                add(file, "was added: no manifest lists it");
            }
            return;
        }
        const bool fits_sha256 = in_sha256 != nullptr && sha256(*bytes) == *in_sha256;
        const bool fits_sha512 = in_sha512 != nullptr && sha512(*bytes) == *in_sha512;
        if (!fits_sha256 && !fits_sha512) {
            add(file, "has been altered: it is not what the manifests say");
            return;
        }
        if (pair.by_sha256 && !fits_sha256) {
            add(pair.sha256_name, disagreement(file, in_sha256 != nullptr));
        }
        if (pair.by_sha512 && !fits_sha512) {
            add(pair.sha512_name, disagreement(file, in_sha512 != nullptr));
        }
    }

    // It can't be listed in the manifest that it signs, so there is one digest only, and nothing to say which is
    // altered.
    void check_signature_file(const std::string& file, bool fits, const Pair& tags) {
        if (!fits && tags.by_sha256) {
            add(file, fmt::format("doesn't fit {}: one of the two has been altered", tags_sha256));
            add(tags_sha256, fmt::format("doesn't fit {}: one of the two has been altered", file));
        }
        if (tags.by_sha512 && tags.by_sha512->count(file) > 0) {
            add(tags_sha512, fmt::format("has been altered: it lists {}, which signs it", file));
        }
    }

    static std::string disagreement(const std::string& file, bool listed) {
        return listed ? fmt::format("has been altered: what it says of “{}” is not so", file)
                      : fmt::format("has been altered: “{}” isn't in it", file);
    }

    void find_missing(const Pair& pair) {
        std::set<std::string> missing;
        for (const std::optional<Manifest>* manifest : {&pair.by_sha256, &pair.by_sha512}) {
            if (!*manifest) {
                continue;
            }
            for (const auto& [file, digest] : **manifest) {
                if (!std::binary_search(files.begin(), files.end(), file) && missing.insert(file).second) {
                    add(file, "is missing");
                }
            }
        }
    }

    const fs::path& bag;
    std::vector<std::string> files;
    Diagnostics faults;
};

} // namespace

Diagnostics check(const Bag& bag) {
    Diagnostics faults = bag.faults;
    if (bag.container == BagContainer::pdf) {
        return faults;
    }
    for (Diagnostic& fault : Checking(bag.folder).run()) {
        faults.push_back(told_of_place(bag, std::move(fault)));
    }
    return faults;
}

} // namespace rapporteur::archive
