#include "archive/archive.hpp"
#include "archive/manifest.hpp"
#include "archive/opening.hpp"
#include "support/file_name.hpp"
#include "support/files.hpp"
#include "support/package.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

// "NAME/…", nothing that leads out of the folder that it is unpacked in.
bool stays_inside(const std::string& name) {
    const fs::path path(name);
    return stays_below(path) && !name.empty() && name.back() != '/' && std::distance(path.begin(), path.end()) > 1;
}

Diagnostic damaged(const fs::path& zip, std::string message, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.place = place_in(zip.string());
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

// What else is a ZIP: nothing where it may be a bag.
const char* document_in(Package& package) {
    if (package.find("word/document.xml") != nullptr) {
        return "a Word document (DOCX)";
    }
    if (package.find("META-INF/container.xml") != nullptr) {
        return "an EPUB";
    }
    return package.find("[Content_Types].xml") != nullptr ? "an Office document" : nullptr;
}

Result<void> unpack(const Package& package, const fs::path& zip, const fs::path& folder) {
    const std::string top = package.parts.front().name.substr(0, package.parts.front().name.find('/') + 1);
    for (const PackagePart& part : package.parts) {
        if (!stays_inside(part.name) || part.name.substr(0, top.size()) != top) {
            return tl::unexpected(damaged(zip, fmt::format("holds “{}”, which no bag has", part.name)));
        }
        if (const Result<void> unpacked = unpack_file(folder, part.name, part.bytes); !unpacked) {
            return unpacked;
        }
    }
    return {};
}

// A ZIP tells much beside its files' bytes: times, rights, sizes, comments. Written again it must be the same.
std::optional<Diagnostic> fault_of_form(const Package& package, const std::string& bytes, const fs::path& zip) {
    const Result<std::string> again = write_package(package, Packing::stored);
    if (!again) {
        return again.error();
    }
    if (*again == bytes) {
        return std::nullopt;
    }
    const auto [here, there] = std::mismatch(again->begin(), again->end(), bytes.begin(), bytes.end());
    return damaged(zip, fmt::format("has been altered at byte {}, between the files in it", here - again->begin() + 1),
                   "the files themselves may be whole; it was perhaps packed again by another program");
}

} // namespace

Result<Bag> open_zip(const fs::path& path) {
    const Result<std::string> bytes = read_file(path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    Result<Package> package = read_package(*bytes, path.string());
    if (!package) {
        return tl::unexpected(damaged(path, package.error().message));
    }
    if (package->parts.empty()) {
        return tl::unexpected(damaged(path, "holds no files"));
    }
    if (const char* kind = document_in(*package)) {
        return tl::unexpected(
            damaged(path, fmt::format("is {}, which carries nothing that it could be made again from", kind),
                    "name the archive that holds it, or the PDF of the same report, which carries its "
                    "corpus"));
    }
    Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    if (const Result<void> unpacked = unpack(*package, path, folder->path()); !unpacked) {
        return tl::unexpected(unpacked.error());
    }
    const std::string& first = package->parts.front().name;
    Bag bag;
    bag.name = path.string();
    bag.container = BagContainer::zip;
    bag.folder = folder->path() / first.substr(0, first.find('/'));
    bag.unpacked = std::move(*folder);
    if (const std::optional<Diagnostic> fault = fault_of_form(*package, *bytes, path)) {
        bag.faults.push_back(*fault);
    }
    return bag;
}

Result<void> write_zip(const fs::path& folder, const std::string& name, const fs::path& destination) {
    const Result<Listing> listing = list(folder);
    if (!listing) {
        return tl::unexpected(listing.error());
    }
    Package package;
    for (const std::string& file : listing->files) {
        Result<std::string> bytes = read_file(folder / file);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        package.parts.push_back({fmt::format("{}/{}", name, file), std::move(*bytes)});
    }
    const Result<std::string> bytes = write_package(package, Packing::stored);
    return bytes ? write_file(destination, *bytes) : tl::unexpected(bytes.error());
}

} // namespace rapporteur::archive
