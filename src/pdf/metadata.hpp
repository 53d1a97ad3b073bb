#pragma once

// What the file says of itself, twice in the same words: XMP (ISO 16684-1) and the information dictionary.

#include "pdf/object_writer.hpp"
#include "pdf/pdf.hpp"

namespace rapporteur::pdf {

// Claims PDF/A-3a and PDF/UA-1, whose property comes with the extension schema that ISO 19005-3, 6.6.2.3 asks for.
Result<ObjectId> write_xmp(ObjectWriter& writer, const Description& description);
Result<ObjectId> write_information(ObjectWriter& writer, const Description& description);

} // namespace rapporteur::pdf
