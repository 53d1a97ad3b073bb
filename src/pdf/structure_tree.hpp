#pragma once

// The structure tree as the file holds it (ISO 32000-1, 14.7 and 14.8), with the parent tree that leads from content
// back to elements and the tree of element ids.

#include "pdf/object_writer.hpp"
#include "typeset/page.hpp"

#include <span>
#include <vector>

namespace rapporteur::pdf {

// What the structure needs to know of a page that was written; by sequence.
struct PageLinks {
    ObjectId page = 0;
    double height = 0;
    ObjectId first_link = 0; // ids of its annotations follow each other
    std::uint32_t struct_parents = 0; // its key in the parent tree; those of its links follow
    std::uint32_t links = 0;
};

// Writes everything and gives the id of the structure tree's root.
Result<ObjectId> write_structure(ObjectWriter& writer, const typeset::StructureTree& tree,
                                 std::span<const PageLinks> pages);

} // namespace rapporteur::pdf
