#pragma once

// Files that travel inside the PDF, associated with it (ISO 19005-3, 6.8; ISO 19005-4, 6.9; ISO 32000-2, 7.11.4).

#include "pdf/object_writer.hpp"
#include "pdf/pdf.hpp"
#include "pdf/standard.hpp"

namespace rapporteur::pdf {

struct WrittenAttachments {
    std::string associated; // references to all of them, for the catalogue's AF; empty for none
    ObjectId names = 0;     // the name tree of embedded files
};

Result<WrittenAttachments> write_attachments(ObjectWriter& writer, const Description& description,
                                             const Conventions& conventions);

} // namespace rapporteur::pdf
