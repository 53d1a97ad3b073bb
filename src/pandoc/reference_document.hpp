#pragma once

// The DOCX's looks: pandoc's own reference document restyled from the style source.

#include "style/style.hpp"
#include "support/package.hpp"

namespace rapporteur::pandoc {

// `package` is what pandoc prints as reference.docx.
Result<void> restyle(Package& package, const style::Style& style);

} // namespace rapporteur::pandoc
