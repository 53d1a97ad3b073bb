#include "pandoc/reference_document.hpp"

#include "pandoc/xml.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using style::TextStyleName;

struct Mapping {
    const char* id;
    const char* name; // of a style that pandoc's document lacks and we add
    TextStyleName text;
    bool keep_with_next;
    double least_before = 0; // points above: a Word page has no grid that keeps blocks apart
    double first_indent = 0;
};

constexpr Mapping mappings[] = {
    {"Normal", "Normal", TextStyleName::body, false},
    {"BodyText", "Body Text", TextStyleName::body, false, 0, 15},
    {"FirstParagraph", "First Paragraph", TextStyleName::body, false},
    {"Compact", "Compact", TextStyleName::list, false},
    {"Title", "Title", TextStyleName::cover_title, true, 160},
    {"Subtitle", "Subtitle", TextStyleName::cover_subtitle, true, 8},
    {"Author", "Author", TextStyleName::cover_holder, true, 36},
    {"Date", "Date", TextStyleName::cover_holder, false, 8},
    {"Heading1", "heading 1", TextStyleName::heading_1, true, 30},
    {"Heading2", "heading 2", TextStyleName::heading_2, true},
    {"Heading3", "heading 3", TextStyleName::heading_3, true},
    {"TOCHeading", "TOC Heading", TextStyleName::heading_1, true},
    {"TOC1", "toc 1", TextStyleName::contents_1, false},
    {"TOC2", "toc 2", TextStyleName::contents_2, false},
    {"FootnoteText", "footnote text", TextStyleName::note, false},
    {"Caption", "caption", TextStyleName::caption, true},
    {"TableCaption", "Table Caption", TextStyleName::caption, true},
    {"ImageCaption", "Image Caption", TextStyleName::caption, false},
    {"Bibliography", "Bibliography", TextStyleName::citation, false},
    {"Lead", "Lead", TextStyleName::lead, true},
    {"Remark", "Remark", TextStyleName::remark, true},
    {"Imprint", "Imprint", TextStyleName::imprint, false, 8},
    {"TableText", "Table Text", TextStyleName::table, false},
    {"Header", "header", TextStyleName::running_head, false},
    {"Footer", "footer", TextStyleName::folio, false},
};

long twentieths(double points) {
    return std::lround(points * 20);
}

pugi::xml_node find_style(const pugi::xml_node& styles, const char* id) {
    return styles.find_child_by_attribute("w:style", "w:styleId", id);
}

// The element `name` of `parent`, made anew and empty.
pugi::xml_node fresh(pugi::xml_node parent, const char* name) {
    parent.remove_child(name);
    return parent.append_child(name);
}

void set_value(pugi::xml_node parent, const char* name, const std::string& value) {
    parent.append_child(name).append_attribute("w:val") = value.c_str();
}

void set_paragraph(pugi::xml_node properties, const style::TextStyle& text, const Mapping& mapping) {
    if (mapping.keep_with_next) {
        properties.append_child("w:keepNext");
        properties.append_child("w:keepLines");
    }
    pugi::xml_node spacing = properties.append_child("w:spacing");
    spacing.append_attribute("w:before") = twentieths(std::max(text.before, mapping.least_before));
    spacing.append_attribute("w:after") = twentieths(text.after);
    spacing.append_attribute("w:line") = twentieths(text.leading);
    spacing.append_attribute("w:lineRule") = "atLeast";
    if (mapping.first_indent > 0) {
        properties.append_child("w:ind").append_attribute("w:firstLine") = twentieths(mapping.first_indent);
    }
    const char* alignment = text.setting == style::Setting::justified
                                ? "both"
                                : (text.setting == style::Setting::centred ? "center" : "start");
    set_value(properties, "w:jc", alignment);
}

void set_run(pugi::xml_node properties, const style::TextStyle& text, const style::Style& style) {
    pugi::xml_node fonts = properties.append_child("w:rFonts");
    for (const char* script : {"w:ascii", "w:hAnsi", "w:cs"}) {
        fonts.append_attribute(script) = text.family.c_str();
    }
    if (text.weight >= 600) {
        properties.append_child("w:b");
    }
    if (text.italic) {
        properties.append_child("w:i");
    }
    const bool on_accent = text.ink == style::Ink::on_accent; // a Word page has no coloured panel behind its title
    set_value(properties, "w:color", style::hexadecimal(style[on_accent ? style::Ink::accent : text.ink]).substr(1));
    const std::string half_points = std::to_string(std::lround(text.size * 2));
    set_value(properties, "w:sz", half_points);
    set_value(properties, "w:szCs", half_points);
}

void set_style(pugi::xml_node styles, const Mapping& mapping, const style::Style& style) {
    pugi::xml_node node = find_style(styles, mapping.id);
    if (!node) {
        node = styles.append_child("w:style");
        node.append_attribute("w:type") = "paragraph";
        node.append_attribute("w:styleId") = mapping.id;
        set_value(node, "w:name", mapping.name);
        set_value(node, "w:basedOn", "Normal");
        node.append_child("w:qFormat");
    }
    const style::TextStyle& text = style[mapping.text];
    pugi::xml_node paragraph = fresh(node, "w:pPr");
    pugi::xml_node run = fresh(node, "w:rPr");
    set_paragraph(paragraph, text, mapping);
    const std::string_view id = mapping.id;
    if (id.substr(0, 7) == "Heading") {
        set_value(paragraph, "w:outlineLvl", std::to_string(id[7] - '1'));
    }
    set_run(run, text, style);
}

pugi::xml_node border(pugi::xml_node borders, const char* side, int eighths, const std::string& colour) {
    pugi::xml_node line = borders.append_child(side);
    line.append_attribute("w:val") = "single";
    line.append_attribute("w:sz") = eighths;
    line.append_attribute("w:space") = 0;
    line.append_attribute("w:color") = colour.c_str();
    return line;
}

// Hairlines between rows, a tinted head, and room in the cells.
void set_table_style(pugi::xml_node styles, const style::Style& style) {
    pugi::xml_node node = find_style(styles, "Table");
    node.remove_child("w:semiHidden");
    const std::string rule = style::hexadecimal(style[style::Ink::rule]).substr(1);
    const std::string accent = style::hexadecimal(style[style::Ink::accent]).substr(1);
    node.remove_child("w:tblPr");
    while (node.remove_child("w:tblStylePr")) {
    }
    pugi::xml_node paragraph = node.append_child("w:pPr");
    pugi::xml_node spacing = paragraph.append_child("w:spacing");
    spacing.append_attribute("w:before") = 40;
    spacing.append_attribute("w:after") = 40;
    set_value(paragraph, "w:jc", "start");
    set_run(node.append_child("w:rPr"), style[TextStyleName::table], style);
    pugi::xml_node table = node.append_child("w:tblPr");
    pugi::xml_node borders = table.append_child("w:tblBorders");
    border(borders, "w:bottom", 4, rule);
    border(borders, "w:insideH", 4, rule);
    pugi::xml_node margins = table.append_child("w:tblCellMar");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right"}) {
        pugi::xml_node margin = margins.append_child(side);
        const bool vertical = std::string_view(side) == "w:top" || std::string_view(side) == "w:bottom";
        margin.append_attribute("w:w") = vertical ? 40 : 100;
        margin.append_attribute("w:type") = "dxa";
    }
    for (const char* which : {"firstRow", "firstCol"}) {
        pugi::xml_node part = node.append_child("w:tblStylePr");
        part.append_attribute("w:type") = which;
        part.append_child("w:rPr").append_child("w:b");
        if (std::string_view(which) == "firstRow") {
            pugi::xml_node cell = part.append_child("w:tcPr");
            border(cell.append_child("w:tcBorders"), "w:bottom", 8, accent);
            pugi::xml_node shading = cell.append_child("w:shd");
            shading.append_attribute("w:val") = "clear";
            shading.append_attribute("w:color") = "auto";
            shading.append_attribute("w:fill") = style::hexadecimal(style[style::Ink::tint]).substr(1).c_str();
        }
    }
}

void set_hyperlink(pugi::xml_node styles, const style::Style& style) {
    if (pugi::xml_node node = find_style(styles, "Hyperlink")) {
        pugi::xml_node run = fresh(node, "w:rPr");
        set_value(run, "w:color", style::hexadecimal(style[style::Ink::accent]).substr(1));
    }
}

} // namespace

Result<void> restyle(Package& package, const style::Style& style) {
    PackagePart* part = package.find("word/styles.xml");
    pugi::xml_document document;
    if (part == nullptr || !parse(document, part->bytes)) {
        return surroundings_failed("pandoc", "its reference document isn't one that we know");
    }
    pugi::xml_node styles = document.document_element();
    for (const Mapping& mapping : mappings) {
        set_style(styles, mapping, style);
    }
    set_table_style(styles, style);
    set_hyperlink(styles, style);
    part->bytes = print(document);
    return {};
}

} // namespace rapporteur::pandoc
