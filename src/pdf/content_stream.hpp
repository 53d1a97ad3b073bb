#pragma once

// One page's content (ISO 32000-1, 7.8.2): its marked-content sequences painted in order.

#include "pdf/text_object.hpp"
#include "typeset/page.hpp"

#include <functional>
#include <string>

namespace rapporteur::pdf {

// The number by which a raster is named among the page's resources.
using ImageOf = std::function<std::size_t(const document::Raster&)>;

std::string content_stream(const typeset::Page& page, const FontOf& font_of, const ImageOf& image_of);

} // namespace rapporteur::pdf
