#pragma once

// The contents: each heading with leaders and the number of its page.

#include "typeset/blocks.hpp"

namespace rapporteur::typeset {

// Sets the headings of the document up to `levels` into the galley. A heading that `pages` doesn't have gets a number
// of the widest sort, so that the contents' depth can be measured before the pages are known.
Result<void> set_contents(Compositor& compositor, int levels, const PageNumbers& pages, const Flow& flow);

} // namespace rapporteur::typeset
