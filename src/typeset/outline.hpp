#pragma once

#include "document/document.hpp"
#include "typeset/page.hpp"

#include <vector>

namespace rapporteur::typeset {

// An entry for every heading, in reading order.
std::vector<OutlineEntry> outline_of(const document::Document& document);

} // namespace rapporteur::typeset
