#pragma once

// What pandoc leaves undone in a DOCX: cover, contents with entries, tables and captions as Word makes them, languages,
// running heads, page numbers, styles that are the house's to the last, properties.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"
#include "support/package.hpp"

namespace rapporteur::pandoc {

Result<void> finish_docx(Package& package, const document::Document& document, const style::Style& style,
                         const Companions& companions);

} // namespace rapporteur::pandoc
