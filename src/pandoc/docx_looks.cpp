#include "pandoc/docx_looks.hpp"

#include "pandoc/docx_xml.hpp"

#include <algorithm>
#include <cmath>

namespace rapporteur::pandoc {

namespace {

constexpr int bold_from = 600;

// The place that an ink has in the theme, so that a new theme recolours the report.
const char* theme_colour_of(style::Ink ink) {
    switch (ink) {
    case style::Ink::text:
        return "text1";
    case style::Ink::accent:
        return "accent1";
    case style::Ink::second:
        return "accent2";
    case style::Ink::tint:
        return "background2";
    case style::Ink::paper:
    case style::Ink::on_accent:
        return "background1";
    default:
        return nullptr;
    }
}

bool has(const style::TextStyle& text, const char* feature) {
    return std::find(text.features.begin(), text.features.end(), feature) != text.features.end();
}

} // namespace

void set_fonts(pugi::xml_node run_properties, const std::string& family) {
    pugi::xml_node fonts = run_properties.append_child("w:rFonts");
    for (const char* script : {"w:ascii", "w:hAnsi", "w:cs"}) {
        set_attribute(fonts, script, family);
    }
}

void set_colour(pugi::xml_node run_properties, const style::Style& style, style::Ink ink) {
    run_properties.remove_child("w:color");
    set_value(run_properties, "w:color", hex_of(style, ink));
    if (const char* theme = theme_colour_of(ink)) {
        set_attribute(run_properties.child("w:color"), "w:themeColor", theme);
    }
}

void set_language(pugi::xml_node run_properties, const document::Language& language) {
    run_properties.remove_child("w:lang");
    pugi::xml_node tag = run_properties.append_child("w:lang");
    for (const char* script : {"w:val", "w:eastAsia", "w:bidi"}) {
        set_attribute(tag, script, language);
    }
}

void set_run(pugi::xml_node run_properties, const style::TextStyle& text, const style::Style& style) {
    set_fonts(run_properties, text.family);
    if (text.weight >= bold_from) {
        run_properties.append_child("w:b");
        run_properties.append_child("w:bCs");
    }
    if (text.italic) {
        run_properties.append_child("w:i");
        run_properties.append_child("w:iCs");
    }
    set_colour(run_properties, style, text.ink);
    if (text.tracking != 0) {
        set_value(run_properties, "w:spacing", twentieths(text.tracking * text.size / 1000));
    }
    const std::string half_points = std::to_string(std::lround(text.size * 2));
    set_value(run_properties, "w:sz", half_points);
    set_value(run_properties, "w:szCs", half_points);
    if (has(text, "onum")) {
        set_attribute(run_properties.append_child("w14:numForm"), "w14:val", "oldStyle");
    }
    if (has(text, "tnum")) {
        set_attribute(run_properties.append_child("w14:numSpacing"), "w14:val", "tabular");
    }
}

pugi::xml_node declare(pugi::xml_document& tree, const char* element) {
    pugi::xml_node declaration = tree.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    pugi::xml_node root = tree.append_child(element);
    root.append_attribute("xmlns:w") = word_namespace;
    root.append_attribute("xmlns:r") = relations_namespace;
    root.append_attribute("xmlns:mc") = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    root.append_attribute("xmlns:w14") = "http://schemas.microsoft.com/office/word/2010/wordml";
    root.append_attribute("mc:Ignorable") = "w14";
    return root;
}

} // namespace rapporteur::pandoc
