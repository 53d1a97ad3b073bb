#pragma once

// A page of HTML that needs nothing beside it.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"

namespace rapporteur::pandoc {

// `body` is what pandoc makes of the Document: a fragment.
Result<std::string> html_page(const std::string& body, const document::Document& document, const style::Style& style,
                              const Companions& companions);

} // namespace rapporteur::pandoc
