#pragma once

// The looks of runs, as the style source has them, in WordprocessingML.

#include "document/document.hpp"
#include "style/style.hpp"

#include <pugixml.hpp>
#include <string>

namespace rapporteur::pandoc {

void set_fonts(pugi::xml_node run_properties, const std::string& family);
void set_colour(pugi::xml_node run_properties, const style::Style& style, style::Ink ink);
void set_language(pugi::xml_node run_properties, const document::Language& language);
void set_run(pugi::xml_node run_properties, const style::TextStyle& text, const style::Style& style);

// A document element of WordprocessingML with the namespaces that we use.
pugi::xml_node declare(pugi::xml_document& tree, const char* element);

} // namespace rapporteur::pandoc
