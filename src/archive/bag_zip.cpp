#include "archive/archive.hpp"
#include "archive/manifest.hpp"
#include "archive/opening.hpp"
#include "support/files.hpp"
#include "support/package.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

// "NAME/…", nothing that leads out of the folder that it is unpacked in.
bool stays_inside(const std::string& name) {
    const fs::path path(name);
    return stays_below(path) && name.back() != '/' && std::distance(path.begin(), path.end()) > 1;
}

Diagnostic damaged(const fs::path& zip, std::string message, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.place = place_in(zip.string());
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

Result<void> unpack(const Package& package, const fs::path& zip, const fs::path& folder) {
    const std::string top = package.parts.front().name.substr(0, package.parts.front().name.find('/') + 1);
    for (const PackagePart& part : package.parts) {
        if (!stays_inside(part.name) || part.name.substr(0, top.size()) != top) {
            return tl::unexpected(damaged(zip, fmt::format("holds “{}”, which no bag has", part.name)));
        }
        const fs::path file = folder / part.name;
        std::error_code failed;
        fs::create_directories(file.parent_path(), failed);
        if (failed) {
            return surroundings_failed(file.string(), fmt::format("can't be unpacked: {}", failed.message()));
        }
        // For a moment only, so not made to last as write_file() would.
        std::ofstream stream(file, std::ios::binary);
        stream.write(part.bytes.data(), static_cast<std::streamsize>(part.bytes.size()));
        stream.close();
        if (!stream) {
            return surroundings_failed(file.string(), "can't be unpacked");
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
    const Result<Package> package = read_package(*bytes, path.string());
    if (!package) {
        return tl::unexpected(damaged(path, package.error().message));
    }
    if (package->parts.empty()) {
        return tl::unexpected(damaged(path, "holds no files"));
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

Result<Bag> open(const fs::path& path) {
    std::error_code missing;
    if (fs::is_regular_file(path, missing)) {
        return path.extension() == ".pdf" ? open_pdf(path) : open_zip(path);
    }
    if (!fs::is_directory(path, missing)) {
        return surroundings_failed(path.string(), "there is no bag here", "name a bag's folder, or its ZIP file");
    }
    if (!looks_like_bag(path)) {
        return surroundings_failed(path.string(), "isn't a bag: it has neither bagit.txt nor a folder data");
    }
    Bag bag;
    bag.name = path.lexically_normal().string();
    bag.folder = path.lexically_normal();
    return bag;
}

} // namespace rapporteur::archive
