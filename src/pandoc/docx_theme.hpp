#pragma once

#include "style/style.hpp"

#include <string>

namespace rapporteur::pandoc {

// word/theme/theme1.xml: the style source's colours and faces where Word's menus look for them.
std::string docx_theme(const style::Style& style);

} // namespace rapporteur::pandoc
