#pragma once

// The document that pandoc takes a DOCX's styles from: empty but for them. What it lacks pandoc has itself.

#include "document/document.hpp"
#include "style/style.hpp"
#include "support/package.hpp"

namespace rapporteur::pandoc {

Package reference_document(const style::Style& style, const document::Language& language);

} // namespace rapporteur::pandoc
