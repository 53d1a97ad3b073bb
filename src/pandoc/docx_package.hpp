#pragma once

// What pandoc leaves undone in a DOCX: contents with entries, rows that stay whole, languages, running heads, page
// numbers.

#include "document/document.hpp"
#include "style/style.hpp"
#include "support/package.hpp"

namespace rapporteur::pandoc {

Result<void> finish_docx(Package& package, const document::Document& document, const style::Style& style);

} // namespace rapporteur::pandoc
