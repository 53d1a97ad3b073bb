#pragma once

// Small pictures made here, in every way that a camera or a program may make one: red at the top left, green at the top
// right, blue at the bottom left, white at the bottom right.

#include <optional>
#include <string>

namespace rapporteur::sample {

inline constexpr int width = 60;
inline constexpr int height = 40;
inline constexpr const char* secret = "lamplight"; // what is written beside the dots

struct Jpeg {
    int components = 3; // 1, 3, or 4: CMYK
    bool progressive = false;
    bool plain_rgb = false;         // red, green and blue as they are, and no marker that says so
    bool adobe = true;              // CMYK as Adobe's programs write it
    std::optional<int> orientation; // in EXIF, beside the secret
    std::string profile;            // ICC
};
std::string jpeg(const Jpeg& how = {});

struct Png {
    int colour_type = 2; // 0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity
    int depth = 8;
    bool interlaced = false;
    bool transparent_index = false; // of the palette, the white one
    double gamma = 0;               // 0: no such chunk
    std::string profile;
};
std::string png(const Png& how = {}); // with the secret in a remark

// The same PNG with another height in its header, and the checksum that fits it.
std::string of_other_height(std::string png, int height);

// The same PNG with how the camera was held, as EXIF in its chunk.
std::string with_exif(const std::string& png, int orientation);

std::string svg(); // with the secret in its remarks; nothing but a small letter at the bottom right

// A profile of inks, and one of light that isn't sRGB: small, and made up.
std::string inks_profile();
std::string light_profile();

} // namespace rapporteur::sample
