#pragma once

// WordprocessingML as it is read and written here: short ways to the elements that recur. Elements may be added in any
// order; docx_order.hpp puts them into the schema's.

#include "pandoc/xml.hpp"
#include "style/style.hpp"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::pandoc {

constexpr const char* word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* relations_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string twentieths(double points);                         // Word's measure of lengths
std::string emus(double points);                               // DrawingML's: 12,700 a point
std::string hex_of(const style::Style& style, style::Ink ink); // "17496b"

// All elements of that name below a node, in document order; they may then be changed. Not those in properties (w:pPr).
std::vector<pugi::xml_node> all_below(const pugi::xml_node& node, std::string_view name);

// The properties of a paragraph, run, table, row or cell, made where there are none.
pugi::xml_node properties_of(pugi::xml_node node);

// <name w:val="value"/> in place of any that is there.
void set_value(pugi::xml_node parent, const char* name, const std::string& value);
void switch_on(pugi::xml_node parent, const char* name); // <name/>, once

std::string_view style_of(const pugi::xml_node& paragraph);
void set_style(pugi::xml_node paragraph, const char* id);

std::string words_of(const pugi::xml_node& node); // of all runs below, without fields' codes

void add_words(pugi::xml_node parent, const std::string& words);
void add_field_mark(pugi::xml_node parent, const char* kind);    // begin, separate or end
void open_field(pugi::xml_node parent, const std::string& code); // what is shown follows
void add_field(pugi::xml_node parent, const std::string& code, const std::string& shown);

} // namespace rapporteur::pandoc
