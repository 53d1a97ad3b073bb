#pragma once

// A PNG file as the list of its chunks (ISO/IEC 15948, 5), for what can be told without decoding it.

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::images {

struct PngFacts {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool is_indexed = false;
    int orientation = 1; // of its EXIF
    std::string profile; // ICC; empty for none
};

PngFacts facts_of_png(std::string_view png);

// The same file without the chunks that say nothing of its pixels and colours, and without what comes after its end.
// Where it has a colour profile, it says nothing else of its colours: two answers would be one too many.
std::string png_of_pixels_alone(std::string_view png);

} // namespace rapporteur::images
