#pragma once

// Samples of 8 bits, row by row, and what is done to them whatever they were coded in.

#include <cstdint>
#include <string>

namespace rapporteur::images {

struct Plane {
    int width = 0;
    int height = 0;
    int channels = 0;
    std::string samples; // width × height × channels bytes
};

enum class LastChannel : std::uint8_t { colour, opacity };

// No larger than a page at 300 pixels to an inch (A4, 210 × 297 mm): nothing printed needs more.
inline constexpr int page_width = 2480;
inline constexpr int page_height = 3508;

struct Size {
    int width = 0;
    int height = 0;
    bool operator==(const Size&) const = default;
};

// As large as it is, or as fits a page that stands upright, or lies on its side.
Size fitting_page(Size size);

// Smaller, each sample the mean of those that it stands for; a colour counts as far as it is opaque. In whole numbers,
// so that any machine gives the same.
Plane scaled(const Plane& plane, Size to, LastChannel last);

// How EXIF says that the camera was held (1 to 8), undone.
Plane turned(const Plane& lying, int orientation);

} // namespace rapporteur::images
