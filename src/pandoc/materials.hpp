#pragma once

// What pandoc finds in its folder beside the AST: drawings, the style sheet and cover of an EPUB, the reference
// document of a DOCX.

#include "pandoc/pandoc.hpp"
#include "support/process.hpp"

namespace rapporteur::pandoc {

// Puts them into `base.folder` and gives the arguments that name them. `base` is a run of pandoc there.
Result<std::vector<std::string>> lay_out_materials(const document::Document& document, const style::Style& style,
                                                   Format format, const Companions& companions, const Command& base);

} // namespace rapporteur::pandoc
