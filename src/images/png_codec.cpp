#include "images/png_codec.hpp"

#include "images/png_chunks.hpp"
#include "images/profile.hpp"

#include <algorithm>
#include <array>
#include <png.h>

namespace rapporteur::images {

namespace {

struct Image : png_image {
    Image() : png_image{} { version = PNG_IMAGE_VERSION; }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    ~Image() { png_image_free(this); }
};

struct Decoded {
    Plane plane;         // opacity last, where there is any
    std::string palette; // of three channels each; then the plane is of indexes
    bool has_opacity = false;
};

enum class Palette : std::uint8_t { kept, resolved };

tl::expected<Decoded, std::string> decode(const std::string& bytes, const PngFacts& facts, Palette wanted) {
    Image image;
    const auto failed = [&] { return tl::unexpected<std::string>(image.message); };
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
        return failed();
    }
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    Decoded decoded;
    decoded.has_opacity = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    const bool is_indexed = facts.is_indexed && !decoded.has_opacity && wanted == Palette::kept;
    const bool is_coloured = (image.format & PNG_FORMAT_FLAG_COLOR) != 0 || facts.is_indexed;
    image.format = (is_coloured ? PNG_FORMAT_FLAG_COLOR : 0U) | (decoded.has_opacity ? PNG_FORMAT_FLAG_ALPHA : 0U) |
                   (is_indexed ? PNG_FORMAT_FLAG_COLORMAP : 0U);
    Plane& plane = decoded.plane;
    plane.width = static_cast<int>(image.width);
    plane.height = static_cast<int>(image.height);
    plane.channels = (is_coloured && !is_indexed ? 3 : 1) + (decoded.has_opacity ? 1 : 0);
    plane.samples.resize(PNG_IMAGE_SIZE(image));
    decoded.palette.resize(is_indexed ? PNG_IMAGE_COLORMAP_SIZE(image) : 0);
    if (png_image_finish_read(&image, nullptr, plane.samples.data(), 0,
                              is_indexed ? decoded.palette.data() : nullptr) == 0) {
        return failed();
    }
    decoded.palette.resize(is_indexed ? std::size_t{image.colormap_entries} * 3 : 0);
    return decoded;
}

// Grey or colour before, opacity last: each its own plane in a PDF.
void split(const std::string& mixed, std::size_t channels, Pixels& pixels) {
    const std::size_t dots = mixed.size() / (channels + 1);
    pixels.dots.reserve(dots * channels);
    pixels.opacity.reserve(dots);
    for (std::size_t at = 0; at < mixed.size(); at += channels + 1) {
        pixels.dots.append(mixed, at, channels);
        pixels.opacity.push_back(mixed[at + channels]);
    }
}

void clear_unseen_colours(Pixels& pixels) {
    const auto channels = static_cast<std::size_t>(pixels.channels);
    for (std::size_t at = 0; at < pixels.opacity.size(); ++at) {
        if (pixels.opacity[at] == 0) {
            std::fill_n(pixels.dots.begin() + static_cast<std::ptrdiff_t>(at * channels), channels, '\0');
        }
    }
}

void clear_unused_colours(Pixels& pixels) {
    std::array<bool, 256> used{};
    std::size_t entries = 0;
    for (const char index : pixels.dots) {
        const auto number = static_cast<std::size_t>(static_cast<unsigned char>(index));
        used[number] = true;
        entries = std::max(entries, number + 1);
    }
    pixels.palette.resize(entries * 3, '\0');
    for (std::size_t entry = 0; entry < entries; ++entry) {
        if (!used[entry]) {
            pixels.palette.replace(entry * 3, 3, 3, '\0');
        }
    }
}

int components_of(const Pixels& pixels) {
    return pixels.palette.empty() ? pixels.channels : 3;
}

Pixels pixels_of(Decoded&& decoded, const std::string& profile) {
    Pixels pixels;
    pixels.width = decoded.plane.width;
    pixels.height = decoded.plane.height;
    pixels.channels = decoded.plane.channels - (decoded.has_opacity ? 1 : 0);
    pixels.palette = std::move(decoded.palette);
    pixels.profile = usable_profile(profile, components_of(pixels));
    if (decoded.has_opacity) {
        split(decoded.plane.samples, static_cast<std::size_t>(pixels.channels), pixels);
    } else {
        pixels.dots = std::move(decoded.plane.samples);
    }
    return pixels;
}

} // namespace

tl::expected<Pixels, std::string> decode_png(const std::string& bytes) {
    const PngFacts facts = facts_of_png(bytes);
    return decode(bytes, facts, Palette::kept).map([&](Decoded&& decoded) {
        return pixels_of(std::move(decoded), facts.profile);
    });
}

tl::expected<Pixels, std::string> decode_png_to_print(const std::string& bytes) {
    const PngFacts facts = facts_of_png(bytes);
    const Size size{static_cast<int>(facts.width), static_cast<int>(facts.height)};
    const Size printed = fitting_page(size);
    const bool is_too_large = printed != size;
    const std::string clean = png_of_pixels_alone(bytes);
    return decode(clean, facts, is_too_large ? Palette::resolved : Palette::kept).map([&](Decoded&& decoded) {
        if (is_too_large) {
            decoded.plane =
                scaled(decoded.plane, printed, decoded.has_opacity ? LastChannel::opacity : LastChannel::colour);
        }
        if (facts.orientation != 1) {
            decoded.plane = turned(decoded.plane, facts.orientation);
        }
        Pixels pixels = pixels_of(std::move(decoded), facts.profile);
        pixels.profile = rebuilt_profile(pixels.profile, components_of(pixels));
        clear_unseen_colours(pixels);
        if (!pixels.palette.empty()) {
            clear_unused_colours(pixels);
        }
        return pixels;
    });
}

} // namespace rapporteur::images
