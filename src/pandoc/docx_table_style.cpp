#include "pandoc/docx_table_style.hpp"

#include "pandoc/docx_looks.hpp"
#include "pandoc/docx_xml.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

constexpr const char* margin_above = "50"; // twentieths of a point
constexpr const char* margin_beside = "100";

void add_border(pugi::xml_node borders, const char* side, int eighths, const std::string& colour) {
    pugi::xml_node line = borders.append_child(side);
    set_attribute(line, "w:val", "single");
    set_attribute(line, "w:sz", std::to_string(eighths));
    set_attribute(line, "w:space", "0");
    set_attribute(line, "w:color", colour);
}

void add_margins(pugi::xml_node table, const char* above, const char* beside) {
    pugi::xml_node margins = table.append_child("w:tblCellMar");
    for (const auto& [side, width] : {std::pair("w:top", above), std::pair("w:left", beside),
                                      std::pair("w:bottom", above), std::pair("w:right", beside)}) {
        pugi::xml_node margin = margins.append_child(side);
        set_attribute(margin, "w:w", width);
        set_attribute(margin, "w:type", "dxa");
    }
}

void add_shading(pugi::xml_node cell, const std::string& fill) {
    pugi::xml_node shading = cell.append_child("w:shd");
    set_attribute(shading, "w:val", "clear");
    set_attribute(shading, "w:color", "auto");
    set_attribute(shading, "w:fill", fill);
}

// Half way from the tint to the paper.
std::string light_tint(const style::Style& style) {
    const style::Colour tint = style[style::Ink::tint];
    const style::Colour paper = style[style::Ink::paper];
    const auto half = [](std::uint8_t one, std::uint8_t other) { return (one + other + 1) / 2; };
    return fmt::format("{:02x}{:02x}{:02x}", half(tint.red, paper.red), half(tint.green, paper.green),
                       half(tint.blue, paper.blue));
}

pugi::xml_node add_part(pugi::xml_node style_node, const char* which) {
    pugi::xml_node part = style_node.append_child("w:tblStylePr");
    set_attribute(part, "w:type", which);
    return part;
}

void add_bold(pugi::xml_node part) {
    pugi::xml_node run = part.append_child("w:rPr");
    run.append_child("w:b");
    run.append_child("w:bCs");
}

void add_house_table(pugi::xml_node styles, const style::Style& style) {
    pugi::xml_node node = styles.append_child("w:style");
    node.append_attribute("w:type") = "table";
    node.append_attribute("w:customStyle") = "1";
    node.append_attribute("w:styleId") = docx_table_style;
    set_value(node, "w:name", "Rapporteur Table");
    set_value(node, "w:basedOn", "TableNormal");
    set_value(node, "w:uiPriority", "38");
    node.append_child("w:qFormat");
    pugi::xml_node table = node.append_child("w:tblPr");
    set_value(table, "w:tblStyleRowBandSize", "1");
    pugi::xml_node borders = table.append_child("w:tblBorders");
    const std::string rule = hex_of(style, style::Ink::rule);
    add_border(borders, "w:top", 4, rule);
    add_border(borders, "w:bottom", 4, rule);
    add_border(borders, "w:insideH", 4, rule);
    add_margins(table, margin_above, margin_beside);

    pugi::xml_node head = add_part(node, "firstRow");
    add_bold(head);
    pugi::xml_node cell = head.append_child("w:tcPr");
    add_border(cell.append_child("w:tcBorders"), "w:bottom", 8, hex_of(style, style::Ink::accent));
    add_shading(cell, hex_of(style, style::Ink::tint));
    add_bold(add_part(node, "firstCol"));
    add_shading(add_part(node, "band2Horz").append_child("w:tcPr"), light_tint(style));
}

} // namespace

void add_table_styles(pugi::xml_node styles, const style::Style& style) {
    pugi::xml_node base = styles.append_child("w:style");
    base.append_attribute("w:type") = "table";
    base.append_attribute("w:default") = "1";
    base.append_attribute("w:styleId") = "TableNormal";
    set_value(base, "w:name", "Normal Table");
    set_value(base, "w:uiPriority", "99");
    base.append_child("w:semiHidden");
    base.append_child("w:unhideWhenUsed");
    add_margins(base.append_child("w:tblPr"), "0", "108");
    pugi::xml_node no_list = styles.append_child("w:style");
    no_list.append_attribute("w:type") = "numbering";
    no_list.append_attribute("w:default") = "1";
    no_list.append_attribute("w:styleId") = "NoList";
    set_value(no_list, "w:name", "No List");
    set_value(no_list, "w:uiPriority", "99");
    no_list.append_child("w:semiHidden");
    no_list.append_child("w:unhideWhenUsed");
    add_house_table(styles, style);
}

} // namespace rapporteur::pandoc
