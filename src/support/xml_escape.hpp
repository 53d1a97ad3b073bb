#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// Text as it stands between tags or in an attribute's double quotes (XML 1.0, 2.4).
std::string escaped(std::string_view text);

} // namespace rapporteur
