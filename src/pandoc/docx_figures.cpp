#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

std::vector<const document::Figure*> figures_of(const document::Document& document) {
    std::vector<const document::Figure*> figures;
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            if (const auto* figure = std::get_if<document::Figure>(&block)) {
                figures.push_back(figure);
            }
        }
    }
    return figures;
}

void set_size(pugi::xml_node extent, const document::Drawing& drawing) {
    set_attribute(extent, "cx", emus(drawing.width));
    set_attribute(extent, "cy", emus(drawing.height));
}

void set_drawing(const pugi::xml_node& drawing, const document::Figure& figure, const std::string& name) {
    pugi::xml_node inline_drawing = drawing.child("wp:inline");
    for (const char* distance :
         {"distT", "distB", "distL", "distR"}) { // unstated, some programs take an eighth of an inch
        set_attribute(inline_drawing, distance, "0");
    }
    set_size(inline_drawing.child("wp:extent"), figure.drawing);
    for (const pugi::xml_node& frame : all_below(drawing, "a:xfrm")) {
        set_size(frame.child("a:ext"), figure.drawing);
    }
    for (const char* element : {"wp:docPr", "pic:cNvPr"}) {
        for (const pugi::xml_node& properties : all_below(drawing, element)) {
            set_attribute(properties, "name", name);
            set_attribute(properties, "descr", figure.alternative);
        }
    }
}

pugi::xml_node paragraph_around(pugi::xml_node node) {
    while (node && std::string_view(node.name()) != "w:p") {
        node = node.parent();
    }
    return node;
}

} // namespace

Result<void> finish_figures(const pugi::xml_node& body, const document::Document& document) {
    const std::vector<const document::Figure*> from = figures_of(document);
    const std::vector<pugi::xml_node> drawings = all_below(body, "w:drawing");
    if (drawings.size() != from.size()) {
        return surroundings_failed(
            "pandoc", fmt::format("the DOCX that it made has {} drawings instead of {}", drawings.size(), from.size()));
    }
    std::size_t number = 0;
    for (std::size_t at = 0; at < drawings.size(); ++at) {
        const document::Figure& figure = *from[at];
        const pugi::xml_node paragraph = paragraph_around(drawings[at]);
        set_drawing(drawings[at], figure, fmt::format("{} {}", document.labels.figure, at + 1));
        set_style(paragraph, "Figure");
        if (figure.caption.empty()) {
            continue;
        }
        const std::string bookmark = bookmark_of(figure.id);
        drop_bookmark(paragraph, bookmark);
        const pugi::xml_node caption = paragraph.next_sibling("w:p");
        number_caption(caption, document.labels.figure, ++number, bookmark);
        if (figure.data) { // the numbers stand beneath
            switch_on(properties_of(caption), "w:keepNext");
        }
    }
    return {};
}

} // namespace rapporteur::pandoc
