#pragma once

// word/styles.xml: the named styles of a Word report, made from the style source. Names that Word knows ("heading 1",
// "toc 1", "footnote text") are spelled as it spells them, so that its contents, captions and notes find them in every
// language of its menus.

#include "document/document.hpp"
#include "style/style.hpp"

#include <string>

namespace rapporteur::pandoc {

std::string docx_styles(const style::Style& style, const document::Language& language, document::Form form);

// Points from margin to margin: a Word page has the same margins left and right, between them the PDF's measure.
double docx_measure(const style::Style& style);

} // namespace rapporteur::pandoc
