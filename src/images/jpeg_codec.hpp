#pragma once

// JPEG through libjpeg: rebuilt from what it draws, decoded, and coded anew. Each fails with a sentence of libjpeg's,
// where it is damaged.

#include "images/plane.hpp"

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

namespace rapporteur::images {

// The same picture, coefficient for coefficient, in a file that holds nothing else: tables, frame and scans written
// anew, and the profile that is given; empty for none. Done again, it gives the same bytes.
tl::expected<std::string, std::string> rebuilt_jpeg(const std::string& bytes, const std::string& profile);

// Decoded to no less than the size, which is no larger than its own: by a half, a quarter or so where libjpeg can do so
// cheaply. Channels: 1 grey, 3 red, green, blue, 4 CMYK as the file has it.
tl::expected<Plane, std::string> decode_jpeg(const std::string& bytes, Size least);
tl::expected<Plane, std::string> decode_jpeg(const std::string& bytes);

enum class Inks : std::uint8_t { as_written, inverted }; // of CMYK: 255 is full ink, or 0 as Adobe's programs write it

// With so little lost that nobody sees it.
tl::expected<std::string, std::string> encode_jpeg(const Plane& picture, const std::string& profile = {},
                                                   Inks inks = Inks::as_written);

} // namespace rapporteur::images
