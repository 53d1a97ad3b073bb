#include "images/images.hpp"
#include "images/png_chunks.hpp"
#include "images/profile.hpp"

#include <png.h>

namespace rapporteur::images {

namespace {

struct Image : png_image {
    Image() : png_image{} { version = PNG_IMAGE_VERSION; }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    ~Image() { png_image_free(this); }
};

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

} // namespace

tl::expected<Pixels, std::string> decode_png(const std::string& bytes) {
    Image image;
    const auto failed = [&] { return tl::unexpected<std::string>(image.message); };
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
        return failed();
    }
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    const PngFacts facts = facts_of_png(bytes);
    const bool has_opacity = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    const bool is_coloured = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
    const bool is_indexed = facts.is_indexed && !has_opacity;
    image.format = (is_coloured || is_indexed ? PNG_FORMAT_FLAG_COLOR : 0U) |
                   (has_opacity ? PNG_FORMAT_FLAG_ALPHA : 0U) | (is_indexed ? PNG_FORMAT_FLAG_COLORMAP : 0U);
    std::string dots(PNG_IMAGE_SIZE(image), '\0');
    std::string palette(is_indexed ? PNG_IMAGE_COLORMAP_SIZE(image) : 0, '\0');
    if (png_image_finish_read(&image, nullptr, dots.data(), 0, is_indexed ? palette.data() : nullptr) == 0) {
        return failed();
    }
    Pixels pixels;
    pixels.width = static_cast<int>(image.width);
    pixels.height = static_cast<int>(image.height);
    pixels.channels = is_coloured && !is_indexed ? 3 : 1;
    pixels.profile = usable_profile(facts.profile, is_coloured || is_indexed ? 3 : 1);
    if (has_opacity) {
        split(dots, static_cast<std::size_t>(pixels.channels), pixels);
    } else {
        pixels.dots = std::move(dots);
    }
    palette.resize(is_indexed ? std::size_t{image.colormap_entries} * 3 : 0);
    pixels.palette = std::move(palette);
    return pixels;
}

} // namespace rapporteur::images
