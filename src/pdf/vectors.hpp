#pragma once

// A drawing that another program wrote as a page of PDF, taken over as a form XObject (ISO 32000-2, 8.10).

#include "pdf/object_writer.hpp"

#include <optional>
#include <string>

namespace rapporteur::pdf {

// The first page of `file`, on the unit square, as an image is. Nothing where that page brings what a PDF/A of ours may
// not have: fonts, which would want to be whole and to say what their letters mean, or inks (ISO 19005-3, 6.2.4.3).
Result<std::optional<ObjectId>> write_vectors(ObjectWriter& writer, const std::string& file);

} // namespace rapporteur::pdf
