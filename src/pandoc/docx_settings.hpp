#pragma once

#include "document/document.hpp"
#include "style/style.hpp"

#include <string>

namespace rapporteur::pandoc {

// word/settings.xml: a document of today's Word, not one in its compatibility mode; hyphenated as the house does.
// Fields are not set to be updated when the document opens, for Word asks its reader a question then.
std::string docx_settings(const style::Style& style, const document::Language& language);

// word/fontTable.xml: the faces, and what kind of face stands in where one isn't installed.
std::string docx_font_table(const style::Style& style);

} // namespace rapporteur::pandoc
