#pragma once

// Drawings as SVG 1.1.

#include "document/document.hpp"
#include "style/style.hpp"

#include <string>

namespace rapporteur::pandoc {

// A file of its own, in the style's colours, on a ground of its own: so a chart stays legible where a reading system
// turns pages dark.
// `scale` times as large as it is drawn, for a program that makes pixels of it.
std::string svg(const document::Drawing& drawing, const style::Style& style, double scale = 1);

// A part of a page, whose style sheet gives the inks by class: "fill-accent", "stroke-rule". `caption` names it and
// `alternative` stands for it; `id` begins their ids.
std::string inline_svg(const document::Drawing& drawing, const std::string& id, const std::string& caption,
                       const std::string& alternative);

} // namespace rapporteur::pandoc
