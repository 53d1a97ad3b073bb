#pragma once

#include "typeset/page.hpp"

namespace rapporteur::typeset {

// Gives a page a margin with marks at its corners, where a printer cuts. They stay clear of the bleed.
void add_crop_marks(Page& page);

} // namespace rapporteur::typeset
