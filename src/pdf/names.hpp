#pragma once

// Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7), split into leaves that stay far below libharu's and
// readers' limits.

#include "pdf/object_writer.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::pdf {

// Writes the tree and gives its root's id. Values are PDF syntax. Entries come sorted by key.
Result<ObjectId> write_name_tree(ObjectWriter& writer, const std::vector<std::pair<std::string, std::string>>& entries);
Result<ObjectId> write_number_tree(ObjectWriter& writer,
                                   const std::vector<std::pair<std::uint32_t, std::string>>& entries);

} // namespace rapporteur::pdf
