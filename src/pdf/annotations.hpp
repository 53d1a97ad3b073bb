#pragma once

// Link annotations (ISO 32000-1, 12.5.6.5), each with the description that ISO 14289-1, 7.18.5 asks for.

#include "pdf/object_writer.hpp"
#include "typeset/page.hpp"

namespace rapporteur::pdf {

struct WrittenLink {
    ObjectId id = 0;
    std::uint32_t struct_parent = 0; // its key in the parent tree
};

Result<void> write_link(ObjectWriter& writer, const typeset::LinkArea& link, const typeset::Page& page,
                        ObjectId page_id, const WrittenLink& as);

} // namespace rapporteur::pdf
