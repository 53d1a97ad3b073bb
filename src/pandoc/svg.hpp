#pragma once

// Drawings and the cover as SVG 1.1 in the style's colours.

#include "document/document.hpp"
#include "style/style.hpp"

#include <string>

namespace rapporteur::pandoc {

// `scale` times as large as it is drawn, for a program that makes pixels of it.
std::string svg(const document::Drawing& drawing, const style::Style& style, double scale = 1);
std::string cover_svg(const document::Metadata& about, const style::Style& style);

} // namespace rapporteur::pandoc
