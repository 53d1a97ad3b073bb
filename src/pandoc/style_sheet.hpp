#pragma once

// The style source as CSS: faces, sizes relative to the reader's own, colours for a light and a dark ground.

#include "style/style.hpp"

#include <string>

namespace rapporteur::pandoc {

// An EPUB's: text takes the reading system's own colours, margins and ground, which may be white, sepia or black,
// whatever the reader's device prefers elsewhere. It asks for no more than CSS that reading systems have known for
// long.
std::string epub_style_sheet(const style::Style& style);

// A page's: responsive from 320 CSS pixels up, light and dark, and for print.
std::string page_style_sheet(const style::Style& style);

} // namespace rapporteur::pandoc
