#include "archive/opening.hpp"

#include "archive/archive.hpp"
#include "support/file_name.hpp"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

namespace rapporteur::archive {

namespace {

namespace fs = std::filesystem;

// The first bytes of a regular file, by which its kind is known; of anything else, nothing.
std::string start_of(const fs::path& path) {
    std::error_code unreadable;
    if (!fs::is_regular_file(path, unreadable)) {
        return {};
    }
    std::array<char, 5> bytes = {};
    std::ifstream stream(path, std::ios::binary);
    stream.read(bytes.data(), bytes.size());
    return {bytes.data(), static_cast<std::size_t>(stream.gcount())};
}

bool is_zip(const fs::path& path) {
    return path.extension() == ".zip" || start_of(path).substr(0, 4) == "PK\x03\x04";
}

Diagnostic other(const fs::path& path, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.place = place_in(path.string());
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

} // namespace

Result<void> unpack_file(const fs::path& folder, const fs::path& name, std::string_view bytes) {
    if (!stays_below(name)) {
        return tl::unexpected(other(name, "leads out of the folder that it is unpacked in", {}));
    }
    std::error_code failed;
    fs::create_directories((folder / name).parent_path(), failed);
    // For a moment only, so not made to last as write_file() would.
    std::ofstream stream(folder / name, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    return stream ? Result<void>() : surroundings_failed(name.string(), "can't be unpacked");
}

bool is_pdf(const fs::path& path) {
    return start_of(path) == "%PDF-" || path.extension() == ".pdf";
}

bool looks_like_bag(const fs::path& path) {
    std::error_code missing;
    if (fs::is_directory(path, missing)) {
        return fs::exists(path / "bagit.txt", missing) || fs::is_directory(path / "data", missing);
    }
    return is_zip(path) || is_pdf(path);
}

Result<Bag> open(const fs::path& path) {
    std::error_code missing;
    if (fs::is_regular_file(path, missing)) {
        if (is_pdf(path)) {
            return open_pdf(path);
        }
        if (is_zip(path)) {
            return open_zip(path);
        }
        return tl::unexpected(other(path, "is neither a bag nor a PDF, so nothing in it tells what it was made from",
                                    "name the archive that holds it: a bag's folder or its ZIP file"));
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
