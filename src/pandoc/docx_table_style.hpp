#pragma once

#include "style/style.hpp"

#include <pugixml.hpp>

namespace rapporteur::pandoc {

constexpr const char* docx_table_style = "RapporteurTable"; // its id

// Hairlines between rows, a tinted heading row under a line of the house's colour, row headers in bold, and bands of a
// lighter tint for tables that ask for them.
void add_table_styles(pugi::xml_node styles, const style::Style& style);

} // namespace rapporteur::pandoc
