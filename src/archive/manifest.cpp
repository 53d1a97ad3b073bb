#include "archive/manifest.hpp"

#include "support/files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

struct Escape {
    std::string_view plain;
    std::string_view written;
};

constexpr Escape escapes[] = {{"%", "%25"}, {"\n", "%0A"}, {"\r", "%0D"}};

std::string escaped(const std::string& path) {
    std::string text;
    for (const char byte : path) {
        const auto* const found = std::find_if(std::begin(escapes), std::end(escapes),
                                               [&](const Escape& escape) { return escape.plain[0] == byte; });
        text += found == std::end(escapes) ? std::string_view(&byte, 1) : found->written;
    }
    return text;
}

std::string unescaped(std::string_view text) {
    std::string path;
    while (!text.empty()) {
        const auto* const found = std::find_if(std::begin(escapes), std::end(escapes), [&](const Escape& escape) {
            return text.substr(0, escape.written.size()) == escape.written;
        });
        path += found == std::end(escapes) ? text.substr(0, 1) : found->plain;
        text.remove_prefix(found == std::end(escapes) ? 1 : found->written.size());
    }
    return path;
}

bool is_digest(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

std::string to_text(const Manifest& manifest) {
    std::string text;
    for (const auto& [path, digest] : manifest) {
        text += fmt::format("{}  {}\n", digest, escaped(path));
    }
    return text;
}

Result<Manifest> read_manifest(const fs::path& bag, const std::string& name) {
    const Result<bool> found = is_there(bag / name);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (!*found) {
        return tl::unexpected(fault(bag, name, "is missing"));
    }
    const Result<std::string> bytes = read_file(bag / name);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    Manifest manifest;
    std::uint32_t line = 0;
    for (std::string_view rest = *bytes; !rest.empty();) {
        ++line;
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view text = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t space = std::min(text.find("  "), text.size());
        const std::string_view digest = text.substr(0, space);
        const std::string path = unescaped(text.substr(std::min(space + 2, text.size())));
        if (!is_digest(digest) || path.empty()) {
            Diagnostic wrong = fault(bag, name, "has been altered: this line isn't a digest and a path");
            wrong.place.line = line;
            return tl::unexpected(std::move(wrong));
        }
        if (!manifest.emplace(path, digest).second) {
            Diagnostic twice = fault(bag, name, fmt::format("has been altered: “{}” stands in it twice", path));
            twice.place.line = line;
            return tl::unexpected(std::move(twice));
        }
    }
    // So that no byte of it can change unseen, it must be in the form that it was written in.
    if (to_text(manifest) != *bytes) {
        return tl::unexpected(
            fault(bag, name, "has been altered: it isn't in the form in which bags are written here",
                  "the digests in it may still be right; the bag was perhaps made by another program"));
    }
    return manifest;
}

Result<Listing> list(const fs::path& bag) {
    Listing listing;
    std::error_code failed;
    fs::recursive_directory_iterator entry(bag, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        const std::string path = entry->path().lexically_relative(bag).generic_string();
        const fs::file_status status = entry->symlink_status(failed);
        if (failed) {
            break;
        }
        if (fs::is_regular_file(status)) {
            listing.files.push_back(path);
        } else if (!fs::is_directory(status)) {
            listing.faults.push_back(fault(bag, path, "was added: a bag holds files, no links or devices"));
        } else if (fs::is_empty(entry->path(), failed)) {
            listing.faults.push_back(fault(bag, path, "was added: an empty folder is no part of a bag"));
        }
    }
    if (failed) {
        return surroundings_failed(bag.string(), fmt::format("can't be read: {}", failed.message()));
    }
    std::sort(listing.files.begin(), listing.files.end());
    return listing;
}

bool is_payload(std::string_view file) {
    return file.substr(0, 5) == "data/";
}

bool is_tag_manifest(std::string_view file) {
    return file == tags_sha256 || file == tags_sha512;
}

bool is_signature(std::string_view file) {
    return file == ssh_signature || file == minisign_signature;
}

Diagnostic fault(const fs::path& bag, const std::string& file, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.place = place_in((bag / file).string());
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

} // namespace rapporteur::archive
