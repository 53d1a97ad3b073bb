#pragma once

#include "support/diagnostic.hpp"

#include <filesystem>
#include <string>

namespace rapporteur::images {

// The SVG as a PNG, drawn by rsvg-convert with nothing but these bytes at hand: what it draws in from elsewhere is left
// out. `folder` is one to work in. Gives what rsvg-convert says of an SVG that it can't draw.
Result<tl::expected<std::string, std::string>> drawn_svg(const std::string& bytes, const std::filesystem::path& folder);

} // namespace rapporteur::images
