#include "pandoc/docx_sections.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"
#include "pandoc/xml.hpp"

#include <algorithm>

namespace rapporteur::pandoc {

namespace {

using document::PartRole;

// The paragraph that a part begins with, where that is a heading.
pugi::xml_node first_of(const pugi::xml_node& body, const document::Part& part) {
    const auto* heading = part.blocks.empty() ? nullptr : std::get_if<document::Heading>(&part.blocks.front());
    const std::string bookmark = heading == nullptr ? std::string() : bookmark_of(heading->id);
    return bookmark.empty()
               ? pugi::xml_node()
               : body.find_child([&](const pugi::xml_node& node) { return first_bookmark_in(node) == bookmark; });
}

void begin_column(pugi::xml_node paragraph) {
    pugi::xml_node run = paragraph.insert_child_after("w:r", properties_of(paragraph));
    set_attribute(run.append_child("w:br"), "w:type", "column");
}

// A word processor has its own mind about lines and notes: it takes some more of them than the page that was measured.
void spare_margins(pugi::xml_node section) {
    constexpr int spared = 20 * 20; // twentieths of a point
    for (const char* side : {"w:top", "w:bottom"}) {
        pugi::xml_attribute margin = section.child("w:pgMar").attribute(side);
        margin.set_value(std::max(margin.as_int() - spared, spared));
    }
}

} // namespace

bool stands_in_columns(const document::Document& document, const Companions& companions) {
    return document.metadata.form == document::Form::brief && companions.pages.size() <= 1 &&
           part_of(document, PartRole::brief_card) != nullptr;
}

void set_in_columns(pugi::xml_node body, const document::Document& document, const style::Style& style) {
    const document::Part* head = part_of(document, PartRole::brief_head);
    pugi::xml_node last_of_head = head == nullptr ? pugi::xml_node() : first_of(body, *head);
    const pugi::xml_node card = first_of(body, *part_of(document, PartRole::brief_card));
    if (!last_of_head || !card) {
        return;
    }
    for (std::size_t at = 1; at < head->blocks.size(); ++at) {
        last_of_head = last_of_head.next_sibling();
    }
    begin_column(card);
    pugi::xml_node across = properties_of(last_of_head).append_child("w:sectPr");
    set_text_section(across, style, document.metadata.language);
    pugi::xml_node in_two = body.child("w:sectPr");
    // Where sections run from right to left, LibreOffice gives the first column the second one's width.
    across.remove_child("w:bidi");
    in_two.remove_child("w:bidi");
    set_columns(in_two, style.page, *style.brief);
    spare_margins(across);
    spare_margins(in_two);
}

} // namespace rapporteur::pandoc
