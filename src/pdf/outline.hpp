#pragma once

// Bookmarks (ISO 32000-1, 12.3.3).

#include "pdf/object_writer.hpp"
#include "typeset/page.hpp"

#include <vector>

namespace rapporteur::pdf {

// Writes the outline and gives its root's id. The first level is shown open.
Result<ObjectId> write_outline(ObjectWriter& writer, const std::vector<typeset::OutlineEntry>& entries);

} // namespace rapporteur::pdf
