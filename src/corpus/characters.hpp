#pragma once

// Characters that are no part of any text: control characters, which terminals obey; private-use and unassigned ones
// and replacement characters; and direction marks that aren't closed within their text (UAX #9), which turn what
// follows around; and more marks on one letter than any language has.

#include "corpus/findings.hpp"
#include "support/limits.hpp"
#include "xml/source_file.hpp"

#include <pugixml.hpp>

namespace rapporteur::corpus {

// Adds what is wrong in a file's texts and attributes, each once, at its element.
void check_characters(const xml::SourceFile& file, const pugi::xml_node& root, Findings& findings,
                      const Limits& limits);

} // namespace rapporteur::corpus
