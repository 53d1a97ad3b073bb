#pragma once

// What the file says of itself, in XMP (ISO 16684-1) and, where the standard has one,
// in the same words in the information dictionary.

#include "pdf/object_writer.hpp"
#include "pdf/pdf.hpp"
#include "pdf/standard.hpp"

namespace rapporteur::pdf {

Result<ObjectId> write_xmp(ObjectWriter& writer, const Description& description, const Conventions& conventions);
Result<ObjectId> write_information(ObjectWriter& writer, const Description& description);

} // namespace rapporteur::pdf
