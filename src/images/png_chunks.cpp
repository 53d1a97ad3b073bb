#include "images/png_chunks.hpp"

#include "images/exif.hpp"

#include <algorithm>
#include <array>
#include <libdeflate.h>
#include <memory>
#include <vector>

namespace rapporteur::images {

namespace {

constexpr std::size_t signature_size = 8;
constexpr std::size_t around_data = 12; // length, type, checksum
constexpr std::size_t largest_profile = std::size_t{16} << 20U;

struct Chunk {
    std::string_view type;
    std::string_view data;
    std::string_view bytes; // all of it
};

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t place = at; place < at + 4; ++place) {
        value = value << 8U | (place < bytes.size() ? static_cast<std::uint8_t>(bytes[place]) : 0U);
    }
    return value;
}

std::vector<Chunk> chunks_of(std::string_view png) {
    std::vector<Chunk> chunks;
    for (std::size_t at = signature_size; at + around_data <= png.size();) {
        const std::size_t length = std::min<std::size_t>(number_at(png, at), png.size() - at - around_data);
        chunks.push_back({png.substr(at + 4, 4), png.substr(at + 8, length), png.substr(at, length + around_data)});
        at += length + around_data;
        if (chunks.back().type == "IEND") {
            break;
        }
    }
    return chunks;
}

struct Release {
    void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

// Behind its name and the number of its compression.
std::string inflated_profile(std::string_view data) {
    const std::size_t name_end = data.find('\0');
    if (name_end == std::string_view::npos || name_end + 2 > data.size()) {
        return {};
    }
    data.remove_prefix(name_end + 2);
    const std::unique_ptr<libdeflate_decompressor, Release> decompressor(libdeflate_alloc_decompressor());
    for (std::size_t room = std::size_t{1} << 16U; decompressor && room <= largest_profile; room *= 4) {
        std::string profile(room, '\0');
        std::size_t size = 0;
        const libdeflate_result done = libdeflate_zlib_decompress(decompressor.get(), data.data(), data.size(),
                                                                  profile.data(), profile.size(), &size);
        if (done == LIBDEFLATE_SUCCESS) {
            profile.resize(size);
            return profile;
        }
        if (done != LIBDEFLATE_INSUFFICIENT_SPACE) {
            break;
        }
    }
    return {};
}

} // namespace

PngFacts facts_of_png(std::string_view png) {
    constexpr std::size_t type_of_colour = 9; // byte of the header
    PngFacts facts;
    for (const Chunk& chunk : chunks_of(png)) {
        if (chunk.type == "IHDR" && chunk.data.size() > type_of_colour) {
            facts.width = number_at(chunk.data, 0);
            facts.height = number_at(chunk.data, 4);
            facts.is_indexed = chunk.data[type_of_colour] == 3;
        } else if (chunk.type == "eXIf") {
            facts.orientation = orientation_of_exif(chunk.data);
        } else if (chunk.type == "iCCP") {
            facts.profile = inflated_profile(chunk.data);
        }
    }
    return facts;
}

std::string png_of_pixels_alone(std::string_view png) {
    constexpr std::array<std::string_view, 5> told_without = {"tRNS", "iCCP", "sRGB", "gAMA", "cHRM"};
    const std::vector<Chunk> chunks = chunks_of(png);
    const bool has_profile =
        std::any_of(chunks.begin(), chunks.end(), [](const Chunk& chunk) { return chunk.type == "iCCP"; });
    const auto is_kept = [&](const Chunk& chunk) {
        const bool is_critical = (static_cast<unsigned char>(chunk.type.front()) & 0x20U) == 0;
        const auto told = std::find(told_without.begin(), told_without.end(), chunk.type);
        return is_critical || (told != told_without.end() && (!has_profile || told - told_without.begin() < 2));
    };
    std::string kept(png.substr(0, signature_size));
    for (const Chunk& chunk : chunks) {
        if (is_kept(chunk)) {
            kept += chunk.bytes;
        }
    }
    return kept;
}

} // namespace rapporteur::images
