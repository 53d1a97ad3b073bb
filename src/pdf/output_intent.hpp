#pragma once

// The colours' meaning: sRGB, as an output intent (ISO 19005-3, 6.2.3).

#include "pdf/object_writer.hpp"

namespace rapporteur::pdf {

// Writes the profile and gives the id of the output intent's dictionary.
Result<ObjectId> write_output_intent(ObjectWriter& writer);

} // namespace rapporteur::pdf
