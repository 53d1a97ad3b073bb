#pragma once

// The texts that a bag carries about itself.

#include "archive/archive.hpp"

namespace rapporteur::archive {

std::string bag_info(const About& about, const std::string& payload_oxum); // RFC 8493, 2.2.2
std::string readme(const About& about);

} // namespace rapporteur::archive
