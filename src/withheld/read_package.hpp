#pragma once

#include "withheld/sought.hpp"

namespace rapporteur::withheld {

// Bytes that are no text, as they stand; what is in UTF-16 among them too, as far as it is Latin.
Reading binary(std::string_view bytes, const std::string& where);

// A file by its name's ending: XML and HTML by their nodes, other text as it stands; pictures and fonts by how they
// begin, as bytes.
Result<std::vector<Reading>> read_part(const std::string& name, std::string_view bytes);

// All parts of an EPUB or DOCX.
Result<std::vector<Reading>> read_package_parts(std::string_view bytes, const std::string& name);

} // namespace rapporteur::withheld
