#pragma once

// The structure tree as the file holds it (ISO 32000-2, 14.7 and 14.8), with the parent tree that leads from content
// back to elements and the tree of element ids.

#include "pdf/object_writer.hpp"
#include "pdf/references.hpp"
#include "pdf/standard.hpp"
#include "typeset/page.hpp"

#include <span>
#include <vector>

namespace rapporteur::pdf {

// What the structure needs to know of a page that was written; by sequence.
struct PageLinks {
    ObjectId page = 0;
    double height = 0;
    ObjectId first_link = 0;          // ids of its annotations follow each other
    std::uint32_t struct_parents = 0; // its key in the parent tree; those of its links follow
    std::uint32_t links = 0;
};

struct WrittenStructure {
    ObjectId root = 0;
    std::vector<ObjectId> elements; // by ElementId; 0 for one that nothing was placed in
};

Result<WrittenStructure> write_structure(ObjectWriter& writer, const Conventions& conventions,
                                         const typeset::StructureTree& tree, std::span<const Reference> references,
                                         std::span<const PageLinks> pages);

} // namespace rapporteur::pdf
