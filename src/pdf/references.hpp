#pragma once

// Which element refers to which (ISO 32000-2, 14.7.2, Ref): a Reference, which is an entry of the contents or the
// call of a note, to what its link leads to, a note back to each of its calls (ISO 14289-2, 8.2.5.8 and 8.2.5.14).

#include "typeset/page.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::pdf {

// A link within the document.
struct InternalLink {
    typeset::ElementId element = 0; // its Link
    std::string target;             // an id of the layout's destinations
};

using Reference = std::pair<typeset::ElementId, typeset::ElementId>; // from, to

// Sorted by the element that refers, each once.
std::vector<Reference> references_of(const typeset::Layout& layout, std::span<const InternalLink> links);

} // namespace rapporteur::pdf
