#pragma once

// The one way in which corpora, styles and words are parsed.
//
// Namespaces in XML 1.0 lets a file bind any prefix to a namespace, so that <r:contact> may be the corpus's <contact>.
// read() resolves the prefixes once: whoever walks the tree compares local names and can't miss an element for its
// prefix. Paths are normalised once too, so that every reader looks for the same file.

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace rapporteur::xml {

// Parses and resolves. In the tree,
// - elements of urn:rapporteur:corpus:1, urn:rapporteur:style:1 and urn:rapporteur:words:1 have their local names;
// - XInclude's <include> is `include`, which is no element of those three;
// - the `href` of an include and the `file` of a photo are normalised paths (see normalised_path);
// - elements of other namespaces, which no valid file has, keep the names that they have;
// - a text that comments or CDATA sections part is one node.
// What is said of xml_node::offset_debug stays true of all of them.
pugi::xml_parse_result read(pugi::xml_document& document, const std::string& bytes,
                            unsigned options = pugi::parse_default | pugi::parse_ws_pcdata);

// Makes a tree of read() one that can be printed: its names mean the same namespaces again, by the prefixes that this
// project writes (none for its own, xi: for XInclude).
void bind_names(pugi::xml_document& document);

// A path without white space around it, without `.` and without doubled slashes: " ./partners//x.xml" and
// "partners/x.xml" are one file.
std::string normalised_path(std::string_view written);

} // namespace rapporteur::xml
