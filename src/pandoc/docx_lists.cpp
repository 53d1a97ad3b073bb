#include "pandoc/docx_numbering.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"

#include <set>
#include <unordered_map>

namespace rapporteur::pandoc {

namespace {

// The numbers, in pandoc's numbering, of lists with bullets.
std::set<std::string> bullets_of(const pugi::xml_node& numbering) {
    std::set<std::string> bullets;
    for (const pugi::xml_node& number : numbering.children("w:num")) {
        const char* kind = number.child("w:abstractNumId").attribute("w:val").value();
        const pugi::xml_node known = numbering.find_child_by_attribute("w:abstractNum", "w:abstractNumId", kind);
        if (std::string_view(known.child("w:lvl").child("w:numFmt").attribute("w:val").value()) == "bullet") {
            bullets.insert(number.attribute("w:numId").value());
        }
    }
    return bullets;
}

std::string index_of(const document::Document& document) {
    for (const document::Part& part : document.parts) {
        if (part.role == document::PartRole::index) {
            return bookmark_of(part.id);
        }
    }
    return {};
}

} // namespace

std::string finish_lists(const pugi::xml_node& body, const pugi::xml_node& numbering,
                         const document::Document& document, const style::Style& style) {
    const std::set<std::string> bullets = bullets_of(numbering);
    const std::string index = index_of(document);
    std::unordered_map<std::string, std::size_t> ordered; // pandoc's number of a list → ours
    bool in_index = false;
    for (pugi::xml_node paragraph : body.children("w:p")) {
        if (style_of(paragraph) == "Heading1") {
            in_index = !index.empty() && first_bookmark_in(paragraph) == index;
        }
        pugi::xml_node properties = paragraph.child("w:pPr");
        const std::string number = properties.child("w:numPr").child("w:numId").attribute("w:val").value();
        if (number.empty()) {
            continue;
        }
        properties.remove_child("w:numPr");
        if (in_index || bullets.count(number) > 0) {
            set_style(paragraph, in_index ? "Index1" : "ListBullet");
            continue;
        }
        set_style(paragraph, "ListNumber");
        const auto [known, is_new] = ordered.emplace(number, first_list_number + ordered.size());
        pugi::xml_node own = properties.append_child("w:numPr");
        set_value(own, "w:ilvl", "0");
        set_value(own, "w:numId", std::to_string(known->second));
    }
    return docx_numbering(style, ordered.size());
}

} // namespace rapporteur::pandoc
