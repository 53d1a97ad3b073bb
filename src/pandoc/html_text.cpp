#include "pandoc/html_text.hpp"

#include "pandoc/markup.hpp"
#include "pandoc/names.hpp"
#include "pandoc/svg.hpp"
#include "pandoc/xml.hpp"

#include <fmt/format.h>
#include <sstream>

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

std::string words_of(const document::Inlines& inlines) {
    std::string words;
    for (const document::Inline& item : inlines) {
        if (const auto* text = std::get_if<document::Text>(&item)) {
            words += text->text;
        }
    }
    return words;
}

// Each picture that is referred to becomes the drawing itself.
Result<void> draw_figures(const pugi::xml_node& body, const document::Document& document) {
    const std::vector<const document::Figure*> figures = figures_of(document);
    std::size_t number = 0;
    for (const pugi::xpath_node& found : body.select_nodes(".//figure/img")) {
        pugi::xml_node picture = found.node();
        if (number == figures.size() || drawing_name(number) != picture.attribute("src").value()) {
            return surroundings_failed("pandoc", "the HTML that it made has other pictures than the report");
        }
        const document::Figure& figure = *figures[number++];
        pugi::xml_document drawn;
        const std::string id = figure.id.empty() ? fmt::format("drawing-{}", number) : figure.id;
        drawn.load_string(
            inline_svg(drawing_for(figure, Format::html), id, words_of(figure.caption), figure.alternative).c_str());
        picture.parent().insert_copy_before(drawn.document_element(), picture);
        picture.parent().remove_child(picture);
    }
    return {};
}

std::vector<ContentsEntry> mark_parts(const pugi::xml_node& body) {
    std::vector<ContentsEntry> contents;
    for (pugi::xml_node section : body.children("section")) {
        set_attribute(section, "class", "part");
        contents.push_back({section.attribute("id").value(), html_within(section.child("h2"))});
    }
    return contents;
}

std::string take_imprint(pugi::xml_node body) {
    const pugi::xml_node imprint = body.find_child_by_attribute("div", "id", "imprint");
    std::string html = html_within(imprint);
    body.remove_child(imprint);
    return html;
}

} // namespace

std::string html_of(const pugi::xml_node& node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw | pugi::format_no_empty_element_tags, pugi::encoding_utf8);
    return out.str();
}

std::string html_within(const pugi::xml_node& node) {
    std::string html;
    for (const pugi::xml_node& child : node.children()) {
        html += html_of(child);
    }
    return html;
}

Result<HtmlText> html_text(const std::string& body, const document::Document& document) {
    HtmlText text;
    if (!parse(text.tree, "<main id=\"text\" tabindex=\"-1\">" + body + "</main>")) {
        return surroundings_failed("pandoc", "the HTML that it made isn't well-formed");
    }
    finish_markup(text.main(), "h2");
    if (Result<void> drawn = draw_figures(text.main(), document); !drawn) {
        return tl::unexpected(drawn.error());
    }
    text.contents = mark_parts(text.main());
    text.imprint = take_imprint(text.main());
    return text;
}

} // namespace rapporteur::pandoc
