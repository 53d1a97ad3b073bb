#pragma once

// Manifests of a bag (RFC 8493, 2.1.3 and 2.2.1): a line for each file, its digest and its path.

#include "support/diagnostic.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::archive {

using Manifest = std::map<std::string, std::string>; // digest by path, in the order of the paths' bytes

// Two spaces between digest and path; percent, line feed and carriage return in a path are written %25, %0A, %0D.
std::string to_text(const Manifest& manifest);

// Nothing where a line isn't a digest and a path, or where a path stands twice.
Result<Manifest> read_manifest(const std::filesystem::path& bag, const std::string& name);

// Regular files of a bag by path, with forward slashes, in order; links, devices and empty folders, which no bag holds,
// are faults.
struct Listing {
    std::vector<std::string> files;
    Diagnostics faults;
};

Result<Listing> list(const std::filesystem::path& bag);

bool is_payload(std::string_view file);      // below data/
bool is_tag_manifest(std::string_view file); // tagmanifest-….txt
bool is_signature(std::string_view file);    // a signature of tagmanifest-sha512.txt

// A fault of the bag itself; `file` is a path in it.
Diagnostic fault(const std::filesystem::path& bag, const std::string& file, std::string message, std::string hint = {});

inline constexpr const char* payload_sha256 = "manifest-sha256.txt";
inline constexpr const char* payload_sha512 = "manifest-sha512.txt";
inline constexpr const char* tags_sha256 = "tagmanifest-sha256.txt";
inline constexpr const char* tags_sha512 = "tagmanifest-sha512.txt";
inline constexpr const char* ssh_signature = "tagmanifest-sha512.txt.sig";
inline constexpr const char* minisign_signature = "tagmanifest-sha512.txt.minisig";
inline constexpr const char* declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

} // namespace rapporteur::archive
