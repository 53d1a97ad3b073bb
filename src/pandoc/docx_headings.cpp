#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"

#include <unordered_map>

namespace rapporteur::pandoc {

namespace {

using document::PartRole;

// The glossary begins a page after the partners; what follows it are a few lines each.
bool begins_page(PartRole role) {
    switch (role) {
    case PartRole::sources:
    case PartRole::colophon:
    case PartRole::brief_head:
        return false;
    default:
        return true;
    }
}

} // namespace

void finish_headings(const pugi::xml_node& body, const document::Document& document) {
    std::unordered_map<std::string, PartRole> roles;
    for (const document::Part& part : document.parts) {
        roles.emplace(bookmark_of(part.id), part.role);
    }
    for (pugi::xml_node heading : body.children("w:p")) {
        if (style_of(heading) != "Heading1") {
            continue;
        }
        const auto role = roles.find(first_bookmark_in(heading));
        if (role != roles.end() && !begins_page(role->second)) {
            const double space_above = role->second == PartRole::brief_head ? 0 : 36;
            pugi::xml_node properties = properties_of(heading);
            set_value(properties, "w:pageBreakBefore", "0"); // the style's is on
            set_attribute(properties.append_child("w:spacing"), "w:before", twentieths(space_above));
        }
    }
}

} // namespace rapporteur::pandoc
