#include "support/package.hpp"

#include "support/deflated_source.hpp"
#include "support/inflater.hpp"
#include "support/limits.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <zip.h>

namespace rapporteur {

namespace {

// libarchive adds owners to each entry, which EPUB forbids for its first; libzip writes what it is told and no more.
struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

template <class T>
using Handle = std::unique_ptr<T, Discard>;

constexpr zip_uint16_t first_of_january_1980 = (1U << 5U) | 1U; // MS-DOS: the earliest day that ZIP can tell

tl::unexpected<Diagnostic> failed(const std::string& name, const zip_error_t& error) {
    zip_error_t copy = error;
    return surroundings_failed(name, fmt::format("isn't a good ZIP package: {}", zip_error_strerror(&copy)));
}

// An entry's bytes as they lie in the archive (ZIP_FL_COMPRESSED) or as they were put in; empty where libzip can't give
// them all.
std::optional<std::string> bytes_of(zip_t* archive, zip_uint64_t entry, zip_uint64_t size, zip_flags_t flags) {
    const Handle<zip_file_t> file(zip_fopen_index(archive, entry, flags));
    std::string bytes(file ? size : 0, '\0');
    const bool is_whole = file && zip_fread(file.get(), bytes.data(), size) == static_cast<zip_int64_t>(size);
    return is_whole ? std::optional(std::move(bytes)) : std::nullopt;
}

std::optional<std::string> read_entry(zip_t* archive, zip_uint64_t entry, const zip_stat_t& status,
                                      const Inflater& inflater) {
    if (status.comp_method != ZIP_CM_DEFLATE || status.encryption_method != ZIP_EM_NONE) {
        return bytes_of(archive, entry, status.size, 0);
    }
    const std::optional<std::string> deflated = bytes_of(archive, entry, status.comp_size, ZIP_FL_COMPRESSED);
    return deflated ? inflater.inflate(*deflated, status.size, status.crc) : std::nullopt;
}

// Why the archive can't be unpacked without harm; empty where it can. Sizes are those that it declares: no entry is
// unpacked to more than its own.
std::string harm_in(zip_t* archive, zip_int64_t count, std::uint64_t packed) {
    if (count > static_cast<zip_int64_t>(limits::entries)) {
        return fmt::format("holds {} files; the limit is {}", count, limits::entries);
    }
    std::uint64_t left = limits::unpacked_from(packed);
    for (zip_int64_t at = 0; at < count; ++at) {
        zip_stat_t status = {};
        const bool is_known = zip_stat_index(archive, static_cast<zip_uint64_t>(at), 0, &status) == 0;
        if (is_known && status.size > left) {
            return limits::too_much_from(packed);
        }
        left -= is_known ? status.size : 0;
    }
    return {};
}

} // namespace

PackagePart* Package::find(std::string_view name) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const PackagePart& part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

Result<Package> read_package(std::string_view bytes, const std::string& name) {
    if (bytes.empty()) { // to libzip, an archive without entries
        return surroundings_failed(name, "is empty");
    }
    zip_error_t error = {};
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const Handle<zip_t> archive(source == nullptr ? nullptr
                                                  : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive) {
        zip_source_free(source);
        return failed(name, error);
    }
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (const std::string harm = harm_in(archive.get(), count, bytes.size()); !harm.empty()) {
        return surroundings_failed(name, harm);
    }
    const Inflater inflater;
    Package package;
    for (zip_int64_t at = 0; at < count; ++at) {
        zip_stat_t status = {};
        const auto entry = static_cast<zip_uint64_t>(at);
        if (zip_stat_index(archive.get(), entry, 0, &status) != 0) {
            return failed(name, *zip_get_error(archive.get()));
        }
        std::optional<std::string> whole = read_entry(archive.get(), entry, status, inflater);
        if (!whole) {
            return surroundings_failed(name, fmt::format("isn't a good ZIP package: {} is damaged", status.name));
        }
        package.parts.push_back({status.name, std::move(*whole)});
    }
    return package;
}

Result<std::string> write_package(const Package& package, Packing packing) {
    zip_error_t error = {};
    zip_error_init(&error);
    Handle<zip_source_t> target(zip_source_buffer_create(nullptr, 0, 0, &error));
    Handle<zip_t> archive(target ? zip_open_from_source(target.get(), ZIP_TRUNCATE, &error) : nullptr);
    if (!archive) {
        return failed("package", error);
    }
    zip_source_keep(target.get()); // closing the archive lets go of one hold; the bytes are read after
    const Deflater deflater;
    for (const PackagePart& part : package.parts) {
        const bool stored = packing == Packing::stored || part.name == "mimetype";
        zip_source_t* const bytes = stored ? zip_source_buffer(archive.get(), part.bytes.data(), part.bytes.size(), 0)
                                           : deflater.source(archive.get(), part.bytes);
        if (bytes == nullptr) {
            return surroundings_failed({}, "the memory is full: Cannot allocate memory");
        }
        const zip_int64_t index = zip_file_add(archive.get(), part.name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(bytes);
            return failed("package", *zip_get_error(archive.get()));
        }
        const auto entry = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(archive.get(), entry, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
        zip_file_set_dostime(archive.get(), entry, 0, first_of_january_1980, 0);
    }
    if (zip_close(archive.get()) != 0) {
        return failed("package", *zip_get_error(archive.get()));
    }
    (void)archive.release();
    zip_source_open(target.get());
    zip_stat_t status = {};
    zip_source_stat(target.get(), &status);
    std::string bytes(status.size, '\0');
    const zip_int64_t got = zip_source_read(target.get(), bytes.data(), bytes.size());
    zip_source_close(target.get());
    if (got != static_cast<zip_int64_t>(bytes.size())) {
        return surroundings_failed("package", "couldn't be put together");
    }
    return bytes;
}

} // namespace rapporteur
