#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::pandoc {

// A part of a package as a tree, white space kept, and back.
bool parse(pugi::xml_document& document, const std::string& bytes);
std::string print(const pugi::xml_document& document);

// The elements below a node, in document order.
std::vector<pugi::xml_node> elements_below(const pugi::xml_node& node);

// Words of a node and all below it.
std::string text_of(const pugi::xml_node& node);

void set_attribute(pugi::xml_node node, const char* name, const std::string& value);
bool has_class(const pugi::xml_node& node, std::string_view name);

// Puts an element's children where it stands, in its place.
void unwrap(pugi::xml_node node);

} // namespace rapporteur::pandoc
