#pragma once

// What pandoc leaves undone in an EPUB: accessibility metadata (EPUB Accessibility 1.1, 2.2), roles, landmarks, titles.

#include "document/document.hpp"
#include "support/package.hpp"

namespace rapporteur::pandoc {

Result<void> finish_epub(Package& package, const document::Document& document);

} // namespace rapporteur::pandoc
