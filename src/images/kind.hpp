#pragma once

#include <string_view>

namespace rapporteur::images {

enum class Kind : unsigned char { jpeg, png, svg, other };

// What the first bytes say.
Kind kind_of(std::string_view bytes);

// For messages: "a JPEG", "a GIF, which isn't printed", "no picture".
std::string_view described(std::string_view bytes);

} // namespace rapporteur::images
