#pragma once

// JPEG through libjpeg: looked through, and coded anew.

#include "support/diagnostic.hpp"

#include <string>

namespace rapporteur::images {

struct JpegDots {
    int width = 0;
    int height = 0;
    int components = 0; // 1 grey, 3 red, green, blue, 4 CMYK as the file has it
    std::string dots;
};

// Decodes it to its last line, and keeps nothing: what libjpeg says of the first damage, or nothing.
std::string damage_in_jpeg(const std::string& bytes);

tl::expected<JpegDots, std::string> decode_jpeg(const std::string& bytes);

// Grey or colour, with so little lost that nobody sees it.
tl::expected<std::string, std::string> encode_jpeg(const JpegDots& picture);

} // namespace rapporteur::images
