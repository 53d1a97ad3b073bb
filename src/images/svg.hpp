#pragma once

// SVG: rebuilt from what it draws, and drawn.

#include "support/diagnostic.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace rapporteur::images {

struct SvgFault {
    std::string message; // "is damaged: …", "can't be drawn: …"
    std::string hint;
};

struct RebuiltSvg {
    std::string bytes;
    std::vector<std::string> left_out; // what would have been drawn elsewhere: "a picture linked from “logo.png”"
};

// A JPEG or PNG that is in the drawing, by its bytes: the same rebuilt; or what is wrong with it.
using RebuildEmbedded = std::function<tl::expected<std::string, std::string>(const std::string& bytes)>;

// The same drawing rebuilt from a list of elements, attributes and properties that draw (svg_vocabulary.hpp): without
// remarks, metadata, scripts, links, names that nothing refers to, layers that don't show and what other programs keep
// there for themselves. Entities that it declares are resolved, within libxml2's bounds. Done again, it gives the same.
tl::expected<RebuiltSvg, SvgFault> rebuilt_svg(const std::string& bytes, const RebuildEmbedded& rebuild);

struct DrawnSvg {
    std::string pixels;  // PNG
    std::string vectors; // one page of PDF, its letters as outlines, so that no font is in it
};

struct DrawingLimits {
    std::chrono::seconds time{4};
    std::uint64_t memory = std::uint64_t{2} << 30U; // bytes
};

// Drawn by rsvg-convert with nothing but these bytes at hand. `folder` is one to work in.
// Gives what rsvg-convert says of an SVG that it can't draw.
Result<tl::expected<DrawnSvg, std::string>> drawn_svg(const std::string& bytes, const std::filesystem::path& folder,
                                                      const DrawingLimits& limits);

} // namespace rapporteur::images
