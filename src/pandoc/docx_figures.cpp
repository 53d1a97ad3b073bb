#include "pandoc/docx_looks.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"
#include "pandoc/shown.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

// How large it is shown, in points.
struct Size {
    double width = 0;
    double height = 0;
};

Size size_of(const document::Figure& figure) {
    return {figure.drawing.width, figure.drawing.height};
}

Size size_of(const document::Picture& picture) {
    return {picture.width, picture.height};
}

void set_size(pugi::xml_node extent, const Size& size) {
    set_attribute(extent, "cx", emus(size.width));
    set_attribute(extent, "cy", emus(size.height));
}

void set_drawing(const pugi::xml_node& drawing, const Size& size, const std::string& alternative,
                 const std::string& name) {
    pugi::xml_node inline_drawing = drawing.child("wp:inline");
    for (const char* distance :
         {"distT", "distB", "distL", "distR"}) { // unstated, some programs take an eighth of an inch
        set_attribute(inline_drawing, distance, "0");
    }
    set_size(inline_drawing.child("wp:extent"), size);
    for (const pugi::xml_node& frame : all_below(drawing, "a:xfrm")) {
        set_size(frame.child("a:ext"), size);
    }
    for (const char* element : {"wp:docPr", "pic:cNvPr"}) {
        for (const pugi::xml_node& properties : all_below(drawing, element)) {
            set_attribute(properties, "name", name);
            set_attribute(properties, "descr", alternative);
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
    const std::vector<Shown> from = shown_in(document);
    const std::vector<pugi::xml_node> drawings = all_below(body, "w:drawing");
    if (drawings.size() != from.size()) {
        return surroundings_failed(
            "pandoc", fmt::format("the DOCX that it made has {} drawings instead of {}", drawings.size(), from.size()));
    }
    std::size_t number = 0;
    for (std::size_t at = 0; at < drawings.size(); ++at) {
        const std::string name = fmt::format("{} {}", document.labels.figure, at + 1);
        std::visit([&](const auto* one) { set_drawing(drawings[at], size_of(*one), one->alternative, name); },
                   from[at]);
        if (const auto* const* brought = std::get_if<const document::Picture*>(&from[at]);
            brought != nullptr && !(*brought)->language.empty()) { // the one that its alternative is read in
            set_language(properties_of(drawings[at].parent()), (*brought)->language);
        }
        const pugi::xml_node paragraph = paragraph_around(drawings[at]);
        set_style(paragraph, "Figure");
        if (const auto* const* brought = std::get_if<const document::Picture*>(&from[at]);
            brought != nullptr && !(*brought)->caption.empty()) {
            set_style(paragraph.next_sibling("w:p"), "Caption");
        }
        const auto* const* charted = std::get_if<const document::Figure*>(&from[at]);
        if (charted == nullptr || (*charted)->caption.empty()) {
            continue;
        }
        const document::Figure& figure = **charted;
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
