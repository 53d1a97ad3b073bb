#pragma once

// The report as a folder of pages, one for each part and a front that leads to them.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"
#include "support/package.hpp"

namespace rapporteur::pandoc {

// The files of the folder: index.html, a page for each part, and beside them the style sheet, the script of the find
// box and what it looks through. `body` is what pandoc makes of the Document: a fragment. Translations are folders
// beside this one, whose pages have the same names.
Result<Package> html_site(const std::string& body, const document::Document& document, const style::Style& style,
                          const Companions& companions);

} // namespace rapporteur::pandoc
