#pragma once

// The sheets before the text: the cover and the inner title page with the imprint.

#include "typeset/press.hpp"

namespace rapporteur::typeset {

Result<void> print_cover(Compositor& compositor, Press& press, ElementId section);
Result<void> print_title_page(Compositor& compositor, Press& press, ElementId section);

} // namespace rapporteur::typeset
