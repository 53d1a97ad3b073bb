#pragma once

#include "support/diagnostic.hpp"

#include <filesystem>
#include <string>

namespace rapporteur::images {

// The same drawing without what was written beside it: remarks, metadata, scripts, what other programs keep there for
// themselves, and a document type with its entities. Gives what the parser says of an SVG that isn't well-formed. Doing
// it twice changes nothing more.
tl::expected<std::string, std::string> svg_without_remarks(const std::string& bytes);

struct DrawnSvg {
    std::string dots;    // PNG
    std::string vectors; // one page of PDF, its letters as outlines, so that no font is in it
};

// Drawn by rsvg-convert with nothing but these bytes at hand: what it draws in from elsewhere is left out. `folder` is
// one to work in. Gives what rsvg-convert says of an SVG that it can't draw.
Result<tl::expected<DrawnSvg, std::string>> drawn_svg(const std::string& bytes, const std::filesystem::path& folder);

} // namespace rapporteur::images
