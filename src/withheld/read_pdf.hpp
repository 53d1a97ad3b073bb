#pragma once

#include "withheld/sought.hpp"

namespace rapporteur::withheld {

// All that a PDF says, told page by page and object by object. Fails where it can't be read, and where a page shows a
// glyph whose meaning the file doesn't tell.
Result<std::vector<Reading>> read_pdf(const std::string& bytes, const std::string& name);

} // namespace rapporteur::withheld
