#pragma once

// One page's content (ISO 32000-1, 7.8.2): its marked-content sequences painted in order.

#include "pdf/embedded_font.hpp"
#include "typeset/page.hpp"

#include <functional>
#include <string>

namespace rapporteur::pdf {

// The font of a face, made on first use; its name among the page's resources is F and the face's number.
using FontOf = std::function<EmbeddedFont&(fonts::FaceId)>;

std::string content_stream(const typeset::Page& page, const FontOf& font_of);

} // namespace rapporteur::pdf
