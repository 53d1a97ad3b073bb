#pragma once

// An SVG as libxml2's tree, with its names as SVG has them, whatever their prefixes.

#include "images/svg.hpp"

#include <libxml/tree.h>
#include <memory>
#include <string>
#include <string_view>

namespace rapporteur::images {

struct FreeSvg {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using SvgTree = std::unique_ptr<xmlDoc, FreeSvg>;

// Entities that it declares itself are resolved; one of another file, or one that isn't declared, is a fault.
tl::expected<SvgTree, SvgFault> read_svg(const std::string& bytes);

// Of an element of SVG; empty for all other nodes.
std::string_view svg_name(const xmlNode& node);

// "fill", "xml:space", "href" (XLink's or SVG 2's); empty for other vocabularies' attributes.
std::string svg_name(const xmlAttr& attribute);

std::string value_of(const xmlAttr& attribute);
std::string_view text_of(const xmlNode& node); // of a text node

// The value of the attribute of that name; empty where there is none.
std::string attribute_of(const xmlNode& element, std::string_view name);

// The node after this one in document order, within `root`; null after the last.
const xmlNode* after(const xmlNode* node, const xmlNode* root);

} // namespace rapporteur::images
