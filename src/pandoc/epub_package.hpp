#pragma once

// What pandoc leaves undone in an EPUB: roles and languages in its chapters, the title page, navigation (landmarks,
// figures, tables, the PDF's pages) and the metadata of the package.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "support/package.hpp"

namespace rapporteur::pandoc {

Result<void> finish_epub(Package& package, const document::Document& document, const Companions& companions);

} // namespace rapporteur::pandoc
