#pragma once

#include "typeset/compositor.hpp"

namespace rapporteur::typeset {

// An artifact of words on one line, no wider than `width`: where they are wider, as many of the first words as fit, or
// of the first word's letters, and an ellipsis. Its baseline begins at the origin.
Result<SetLabel> set_shortened(Compositor& compositor, const std::string& text, style::TextStyleName style,
                               ArtifactKind kind, double width);

} // namespace rapporteur::typeset
