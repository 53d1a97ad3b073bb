#pragma once

// PNG: decoded through libpng, and coded anew.

#include "images/images.hpp"
#include "images/plane.hpp"

namespace rapporteur::images {

// Upright, and no larger than it is printed. What is wholly transparent has no colour, and a palette none that isn't
// used. Fails with a sentence of libpng's.
tl::expected<Pixels, std::string> decode_png_to_print(const std::string& bytes);

// Nothing but the pixels, their palette, their opacity and their profile. What decode_png() gives of it is the same
// again.
std::string encode_png(const Pixels& pixels);

} // namespace rapporteur::images
