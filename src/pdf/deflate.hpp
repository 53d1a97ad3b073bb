#pragma once

// What is deflated once and then written into many files.

#include "support/diagnostic.hpp"

#include <string>
#include <string_view>

namespace rapporteur::pdf {

// Zlib's form. Fails (surroundings) where there is no memory for it.
Result<std::string> deflated(std::string_view bytes);

} // namespace rapporteur::pdf
