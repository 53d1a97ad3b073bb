#pragma once

#include "withheld/sought.hpp"

#include <functional>
#include <set>

namespace rapporteur::withheld {

// Whole files that say nothing secret.
using OpenFiles = std::set<std::string, std::less<>>;

// All that a PDF says, told page by page and object by object. Fails where it can't be read, and where a page shows a
// glyph whose meaning the file doesn't tell. Streams that hold an open file, byte for byte, aren't read.
Result<std::vector<Reading>> read_pdf(const std::string& bytes, const std::string& name, const OpenFiles& open);

} // namespace rapporteur::withheld
