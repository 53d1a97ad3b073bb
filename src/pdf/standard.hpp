#pragma once

// What differs between the sets of standards that a file can keep to. The rest of the room asks the conventions of one,
// never which one it is.

#include "pdf/pdf.hpp"

#include <span>
#include <string_view>

namespace rapporteur::pdf {

// A structure type as the file names it (ISO 32000-2, 14.8.6).
struct StructureType {
    std::string_view name;
    std::size_t space = 0; // index into Conventions::namespaces; of no meaning where there are none
};

struct Conventions {
    std::string_view version;                     // after "%PDF-"
    bool has_information = false;                 // an information dictionary beside XMP
    bool refers = false;                          // Ref between elements, structure destinations
    std::span<const std::string_view> namespaces; // none: every type is that of PDF 1.7
    std::string_view claims;                      // XMP: the standards that the file keeps to
    std::string_view claims_of_files;             // and those that it keeps to where files travel in it

    StructureType type_of(typeset::ElementType type) const;
    std::string_view name_of(Relationship relationship) const;
};

const Conventions& conventions_of(Standard standard);

} // namespace rapporteur::pdf
