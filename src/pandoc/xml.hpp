#pragma once

#include <pugixml.hpp>
#include <string>

namespace rapporteur::pandoc {

// A part of a package as a tree, white space kept, and back.
bool parse(pugi::xml_document& document, const std::string& bytes);
std::string print(const pugi::xml_document& document);

} // namespace rapporteur::pandoc
