#pragma once

// What of SVG (1.1 and 2) draws a picture that stands still, by its names: all else is left out of a rebuilt one.

#include <string_view>

namespace rapporteur::images {

bool is_svg_element(std::string_view name);    // one that draws, or that others draw with
bool is_svg_attribute(std::string_view name);  // of its geometry and its paint; not ids, classes, links and styles
bool is_svg_property(std::string_view name);   // of CSS: all presentation attributes
bool is_never_rendered(std::string_view name); // drawn only where something else refers to it: a gradient, a symbol
bool holds_svg_text(std::string_view name);    // whose text is drawn

} // namespace rapporteur::images
