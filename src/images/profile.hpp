#pragma once

#include <string>

namespace rapporteur::images {

// The ICC profile itself where it is a good one of so many components that a publication may carry, else nothing: then
// the dots mean what they would without it.
std::string usable_profile(std::string profile, int components);

} // namespace rapporteur::images
