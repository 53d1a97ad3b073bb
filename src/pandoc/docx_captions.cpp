#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

void number_caption(pugi::xml_node caption, const std::string& label, std::size_t number, const std::string& bookmark) {
    set_style(caption, "Caption");
    std::vector<pugi::xml_node> words;
    for (const pugi::xml_node& child : caption.children()) {
        if (std::string_view(child.name()) != "w:pPr") {
            words.push_back(child);
        }
    }
    open_bookmark(caption, bookmark);
    add_words(caption, label + "\u00A0");
    add_field(caption, fmt::format("SEQ {} \\* ARABIC", label), std::to_string(number));
    close_bookmark(caption, bookmark);
    add_words(caption, ". ");
    for (const pugi::xml_node& child : words) {
        caption.append_move(child);
    }
}

} // namespace rapporteur::pandoc
