#pragma once

#include <pugixml.hpp>
#include <string>

namespace rapporteur::edition {

// A corpus's tree (see xml/xml.hpp) as XML in one form, whatever its author's was: an element a line, two spaces for
// each that it stands in; of a text, line breaks and runs of spaces as one of them; no comments, no instructions, no
// namespace but those that are used. So the form of a file doesn't show what was taken out of it.
std::string written_xml(const pugi::xml_document& document);

} // namespace rapporteur::edition
