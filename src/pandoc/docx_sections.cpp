#include "pandoc/docx_sections.hpp"

#include "pandoc/ast.hpp"
#include "pandoc/docx_looks.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"
#include "pandoc/xml.hpp"

#include <fmt/format.h>
#include <functional>

namespace rapporteur::pandoc {

namespace {

constexpr const char* header_id = "rIdHeader";
constexpr const char* footer_id = "rIdFooter";
constexpr const char* word_types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

void set_page(pugi::xml_node section, const style::Page& page, double beside) {
    pugi::xml_node size = section.append_child("w:pgSz");
    set_attribute(size, "w:w", twentieths(page.width));
    set_attribute(size, "w:h", twentieths(page.height));
    pugi::xml_node margins = section.append_child("w:pgMar");
    set_attribute(margins, "w:top", twentieths(page.top));
    set_attribute(margins, "w:right", twentieths(beside));
    set_attribute(margins, "w:bottom", twentieths(page.bottom));
    set_attribute(margins, "w:left", twentieths(beside));
    set_attribute(margins, "w:header", twentieths(page.top / 2));
    set_attribute(margins, "w:footer", twentieths(page.bottom / 2));
    set_attribute(margins, "w:gutter", "0");
}

double text_margin(const style::Page& page) {
    return (page.inner + page.outer) / 2;
}

std::string in_part(const char* element, const document::Language& language,
                    const std::function<void(pugi::xml_node)>& write) {
    pugi::xml_document tree;
    pugi::xml_node root = declare(tree, element);
    write(root.append_child("w:p"));
    set_languages(root, language);
    return print(tree);
}

} // namespace

double cover_margin(const style::Style& style) {
    return style.page.inner / 1.5;
}

void set_cover_section(pugi::xml_node section, const style::Style& style) {
    set_page(section, style.page, cover_margin(style));
}

void set_plain_section(pugi::xml_node section, const style::Style& style) {
    set_page(section, style.page, text_margin(style.page));
}

void set_text_section(pugi::xml_node section, const style::Style& style, const document::Language& language) {
    for (const auto& [element, id] :
         {std::pair("w:headerReference", header_id), std::pair("w:footerReference", footer_id)}) {
        pugi::xml_node reference = section.append_child(element);
        set_attribute(reference, "w:type", "default");
        set_attribute(reference, "r:id", id);
    }
    set_page(section, style.page, text_margin(style.page));
    if (is_right_to_left(language)) {
        section.append_child("w:bidi");
    }
}

void set_columns(pugi::xml_node section, const style::Page& page, const style::Brief& brief) {
    const double measure = page.width - 2 * text_margin(page);
    pugi::xml_node columns = section.insert_child_after("w:cols", section.child("w:pgMar"));
    set_attribute(columns, "w:num", "2");
    set_attribute(columns, "w:equalWidth", "0");
    pugi::xml_node text = columns.append_child("w:col");
    set_attribute(text, "w:w", twentieths(measure - brief.side - brief.gutter));
    set_attribute(text, "w:space", twentieths(brief.gutter));
    set_attribute(columns.append_child("w:col"), "w:w", twentieths(brief.side));
    set_value(section, "w:type", "continuous");
    section.insert_move_before(section.child("w:type"), section.child("w:pgSz"));
}

std::vector<DocxPart> furniture(const document::Document& document) {
    const document::Metadata& about = document.metadata;
    // The heading by its level: its style's name is another in each language of Word's menus.
    std::string header = in_part("w:hdr", about.language, [&](pugi::xml_node paragraph) {
        set_style(paragraph, "Header");
        add_field(paragraph, "STYLEREF 1", about.title);
    });
    std::string footer = in_part("w:ftr", about.language, [&](pugi::xml_node paragraph) {
        set_style(paragraph, "Footer");
        add_words(paragraph, fmt::format("{} · {}", about.title, about.shown_year));
        paragraph.append_child("w:r").append_child("w:tab");
        add_field(paragraph, "PAGE", "1");
    });
    return {{"word/header1.xml", std::string(word_types) + "header+xml", "header", header_id, std::move(header)},
            {"word/footer1.xml", std::string(word_types) + "footer+xml", "footer", footer_id, std::move(footer)}};
}

} // namespace rapporteur::pandoc
