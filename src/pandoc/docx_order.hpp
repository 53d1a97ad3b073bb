#pragma once

// The order in which WordprocessingML's schema wants properties (ECMA-376 part 1, annex A.1). Word takes a document
// whose properties stand otherwise for a damaged one; pandoc's do in places.

#include <pugixml.hpp>

namespace rapporteur::pandoc {

// Sorts the properties of everything below; of an element that may stand only once, the first stays.
void order_properties(const pugi::xml_node& root);

} // namespace rapporteur::pandoc
