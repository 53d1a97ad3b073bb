#pragma once

// The sections of a DOCX: cover and title page bare, the text with running heads and numbered pages.

#include "document/document.hpp"
#include "pandoc/docx_parts.hpp"
#include "style/style.hpp"

#include <pugixml.hpp>
#include <vector>

namespace rapporteur::pandoc {

double cover_margin(const style::Style& style); // points, left and right

// `section` is an empty w:sectPr.
void set_cover_section(pugi::xml_node section, const style::Style& style);
void set_plain_section(pugi::xml_node section, const style::Style& style);
void set_text_section(pugi::xml_node section, const style::Style& style, const document::Language& language);

// The section's text in two columns, the second for a brief's card, on the page where the section before it ends.
void set_columns(pugi::xml_node section, const style::Page& page, const style::Brief& brief);

// The heads and feet that the section of the text names.
std::vector<DocxPart> furniture(const document::Document& document);

} // namespace rapporteur::pandoc
