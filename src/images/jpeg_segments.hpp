#pragma once

// A JPEG file as the list of its segments (ITU-T T.81, annex B), for what can be told without decoding it.

#include "images/images.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::images {

// A marker and what it brings; after a start of scan, the coded dots up to the next marker too.
struct Segment {
    std::uint8_t marker = 0;
    std::string_view bytes;   // all of it, from its 0xFF
    std::string_view payload; // without marker and length
};

// As far as the file keeps to the form; up to the end of the image, whatever a camera may have put behind it.
std::vector<Segment> segments_of(std::string_view jpeg);

// How the camera was held: 1 to 8 as EXIF counts (TIFF's tag 274); 1 where nothing tells.
int orientation_in(const std::vector<Segment>& segments);

// The profile as it stands in the file, good or not.
JpegFacts facts_in(const std::vector<Segment>& segments);

// A JPEG without remarks, with the one that says how the camera was held.
std::string with_orientation(const std::string& clean, int orientation);

} // namespace rapporteur::images
