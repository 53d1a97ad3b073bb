#pragma once

// One page's content (ISO 32000-1, 7.8.2): its marked-content sequences painted in order.

#include "pdf/text_object.hpp"
#include "typeset/page.hpp"

#include <string>

namespace rapporteur::pdf {

std::string content_stream(const typeset::Page& page, const FontOf& font_of);

} // namespace rapporteur::pdf
