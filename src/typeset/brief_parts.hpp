#pragma once

// The pieces of a brief's sheet that only a brief has.

#include "typeset/blocks.hpp"

namespace rapporteur::typeset {

// The band across the head, in the house's colour: what this is and whose, the partner's name, the occasion.
// `compositor` has the measure of the whole sheet.
Result<Slab> set_band(Compositor& compositor, const document::Part& head, ElementId section);

// A table of two columns for a narrow measure: each row's name above what it says. Needs no note.
Result<void> set_card_table(Compositor& compositor, const document::Table& table, const Flow& flow);

// Lines to write on by hand, from `top` to `bottom` (points on the sheet, as wide as the measure); nothing where there
// is room for too few.
Result<std::optional<Slab>> writing_lines(Compositor& compositor, double top, double bottom);

// A thin rule in the muted ink, from `start`, both in points of the measure.
Slab short_rule(const Compositor& compositor, double start, double length);

// What shows of a slab, once more: artifacts, which nobody is read again.
Slab only_shown(const Slab& slab);

} // namespace rapporteur::typeset
