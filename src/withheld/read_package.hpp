#pragma once

#include "withheld/sought.hpp"

namespace rapporteur::withheld {

// A file by its name's ending: XML and HTML by their nodes, other text as it stands, of pictures and fonts the words in
// their bytes.
Result<std::vector<Reading>> read_part(const std::string& name, std::string_view bytes);

// All parts of an EPUB or DOCX.
Result<std::vector<Reading>> read_package_parts(std::string_view bytes, const std::string& name);

} // namespace rapporteur::withheld
