#pragma once

#include <string>

namespace rapporteur::images {

// The ICC profile itself where it is a good one of so many components that a publication may carry, else nothing: then
// the dots mean what they would without it.
std::string usable_profile(std::string profile, int components);

// The same profile rebuilt from what converts colours: without its name, its maker, its words and what else a program
// wrote into it; nothing where usable_profile() gives nothing. Done again, it gives the same bytes.
std::string rebuilt_profile(const std::string& profile, int components);

} // namespace rapporteur::images
