#pragma once

// What is deflated once and then written into many files.

#include <string>
#include <string_view>

namespace rapporteur::pdf {

// Zlib's form; empty where there is no memory for it.
std::string deflated(std::string_view bytes);

} // namespace rapporteur::pdf
