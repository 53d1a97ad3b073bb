#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// Bytes as text (RFC 4648, 4), on one line.
std::string base64(std::string_view bytes);

// The bytes again; white space within doesn't count. Nothing where it is no such text.
std::optional<std::string> from_base64(std::string_view text);

} // namespace rapporteur
