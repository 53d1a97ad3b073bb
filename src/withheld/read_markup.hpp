#pragma once

#include "withheld/sought.hpp"

namespace rapporteur::withheld {

// All that XML says: its text, what its attributes tell readers, and the rest of it. Fails where it isn't well-formed.
Result<std::vector<Reading>> read_xml(std::string_view bytes, const std::string& where);

// The same of HTML, which need not be well-formed, with the files that are in it as data: addresses.
Result<std::vector<Reading>> read_html(std::string_view bytes, const std::string& where);

} // namespace rapporteur::withheld
