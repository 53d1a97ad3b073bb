#pragma once

// The sheets before the text: the cover and the inner title page, with the imprint at its foot or, where there is a
// sheet more to be filled, at the foot of the cover's inside.

#include "typeset/press.hpp"

namespace rapporteur::typeset {

Result<void> print_cover(Compositor& compositor, Press& press, ElementId section);
Result<void> print_imprint(Compositor& compositor, Press& press, ElementId section);

enum class Imprint : std::uint8_t { at_its_foot, elsewhere };
Result<void> print_title_page(Compositor& compositor, Press& press, ElementId section, Imprint imprint);

} // namespace rapporteur::typeset
