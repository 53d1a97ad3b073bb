#pragma once

#include "style/style.hpp"

#include <string>

namespace rapporteur::pandoc {

// The EPUB's style sheet. Sizes are relative and text takes the reader's own colours, so that it can be enlarged, and
// read on a dark ground.
std::string style_sheet(const style::Style& style);

} // namespace rapporteur::pandoc
