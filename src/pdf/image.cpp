#include "pdf/image.hpp"

#include "images/images.hpp"
#include "pdf/syntax.hpp"
#include "pdf/vectors.hpp"
#include "support/files.hpp"

#include <cstdlib>
#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

// Which of a dot's neighbours tells most of it (ISO/IEC 15948, 9.4).
int paeth(int left, int above, int before_above) {
    const int guess = left + above - before_above;
    const int from_left = std::abs(guess - left);
    const int from_above = std::abs(guess - above);
    const int from_before_above = std::abs(guess - before_above);
    if (from_left <= from_above && from_left <= from_before_above) {
        return left;
    }
    return from_above <= from_before_above ? above : before_above;
}

// Rows told by how they differ from their neighbours, which deflates better: each behind a byte that says how.
std::string predicted(const std::string& dots, std::size_t width, std::size_t channels) {
    constexpr char by_paeth = 4;
    const std::size_t row_size = width * channels;
    std::string told;
    told.reserve(dots.size() + dots.size() / row_size);
    const auto dot = [&](std::size_t row, std::size_t at) {
        return static_cast<int>(static_cast<unsigned char>(dots[row * row_size + at]));
    };
    for (std::size_t row = 0; row < dots.size() / row_size; ++row) {
        told.push_back(by_paeth);
        for (std::size_t at = 0; at < row_size; ++at) {
            const bool has_left = at >= channels;
            const int left = has_left ? dot(row, at - channels) : 0;
            const int above = row > 0 ? dot(row - 1, at) : 0;
            const int before_above = row > 0 && has_left ? dot(row - 1, at - channels) : 0;
            told.push_back(static_cast<char>(dot(row, at) - paeth(left, above, before_above)));
        }
    }
    return told;
}

std::string size_entries(int width, int height) {
    return fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8", width, height);
}

// A plane of dots as an image. Indexes have no neighbours that would tell of them.
Result<ObjectId> write_dots(ObjectWriter& writer, const images::Pixels& pixels, const std::string& dots, int channels,
                            const std::string& entries) {
    const ObjectId id = writer.reserve();
    const bool is_indexed = !pixels.palette.empty();
    std::string all = size_entries(pixels.width, pixels.height) + entries;
    Result<void> written;
    if (is_indexed) {
        written = writer.write_stream(id, all, dots);
    } else {
        all += fmt::format("/DecodeParms<</Predictor 15/Colors {}/Columns {}>>", channels, pixels.width);
        written = writer.write_stream(
            id, all, predicted(dots, static_cast<std::size_t>(pixels.width), static_cast<std::size_t>(channels)));
    }
    return written ? Result<ObjectId>(id) : tl::unexpected(written.error());
}

std::string hexadecimal(const std::string& bytes) {
    std::string digits = "<";
    for (const char byte : bytes) {
        digits += fmt::format("{:02X}", static_cast<unsigned char>(byte));
    }
    return digits + ">";
}

} // namespace

Result<std::size_t> ImageWriter::write(ObjectWriter& writer, const document::Raster& raster) {
    if (const auto known = numbers.find(raster.file); known != numbers.end()) {
        return known->second;
    }
    const Result<ObjectId> id = write_new(writer, raster);
    if (!id) {
        return tl::unexpected(id.error());
    }
    images.push_back(*id);
    return numbers.emplace(raster.file, images.size() - 1).first->second;
}

Result<ObjectId> ImageWriter::write_new(ObjectWriter& writer, const document::Raster& raster) {
    if (!raster.vectors.empty()) {
        const Result<std::optional<ObjectId>> form = write_vectors(writer, raster.vectors);
        if (!form) {
            return tl::unexpected(form.error());
        }
        if (*form) {
            return **form;
        }
    }
    const bool is_jpeg = raster.coding == document::Raster::Coding::jpeg;
    return is_jpeg ? write_jpeg(writer, raster) : write_png(writer, raster);
}

std::string ImageWriter::resources() const {
    std::string entries;
    for (std::size_t number = 0; number < images.size(); ++number) {
        entries += fmt::format("/Im{} {}", number, reference(images[number]));
    }
    return entries.empty() ? entries : "/XObject<<" + entries + ">>";
}

Result<std::string> ImageWriter::colour_space(ObjectWriter& writer, int components, const std::string& profile) {
    if (profile.empty()) { // the output intent's colours
        return std::string(components == 1 ? "/DeviceGray" : "/DeviceRGB");
    }
    const auto known = profiles.find(profile);
    if (known != profiles.end()) {
        return fmt::format("[/ICCBased {}]", reference(known->second));
    }
    const ObjectId id = writer.reserve();
    profiles.emplace(profile, id);
    if (Result<void> written = writer.write_stream(id, fmt::format("/N {}", components), profile); !written) {
        return tl::unexpected(written.error());
    }
    return fmt::format("[/ICCBased {}]", reference(id));
}

Result<ObjectId> ImageWriter::write_jpeg(ObjectWriter& writer, const document::Raster& raster) {
    const Result<std::string> bytes = read_file(raster.file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const images::JpegFacts facts = images::facts_of_jpeg(*bytes);
    const Result<std::string> space = colour_space(writer, facts.components, facts.profile);
    if (!space) {
        return tl::unexpected(space.error());
    }
    std::string entries =
        size_entries(facts.width, facts.height) + fmt::format("/ColorSpace{}/Filter/DCTDecode", *space);
    entries += facts.is_inverted ? "/Decode[1 0 1 0 1 0 1 0]" : "";
    entries += facts.is_plain_rgb ? "/DecodeParms<</ColorTransform 0>>" : "";
    const ObjectId id = writer.reserve();
    if (Result<void> written = writer.write_plain_stream(id, entries, *bytes); !written) {
        return tl::unexpected(written.error());
    }
    return id;
}

Result<ObjectId> ImageWriter::write_png(ObjectWriter& writer, const document::Raster& raster) {
    const Result<std::string> bytes = read_file(raster.file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const tl::expected<images::Pixels, std::string> pixels = images::decode_png(*bytes);
    if (!pixels) {
        return surroundings_failed(raster.file, pixels.error());
    }
    const bool is_indexed = !pixels->palette.empty();
    Result<std::string> space = colour_space(writer, is_indexed ? 3 : pixels->channels, pixels->profile);
    if (!space) {
        return tl::unexpected(space.error());
    }
    if (is_indexed) {
        space = fmt::format("[/Indexed{} {}{}]", *space, pixels->palette.size() / 3 - 1, hexadecimal(pixels->palette));
    }
    std::string entries = "/ColorSpace" + *space;
    if (!pixels->opacity.empty()) {
        const Result<ObjectId> mask = write_dots(writer, *pixels, pixels->opacity, 1, "/ColorSpace/DeviceGray");
        if (!mask) {
            return tl::unexpected(mask.error());
        }
        entries += "/SMask " + reference(*mask);
    }
    return write_dots(writer, *pixels, pixels->dots, pixels->channels, entries);
}

} // namespace rapporteur::pdf
