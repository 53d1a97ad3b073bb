#include "pandoc/docx_settings.hpp"

#include "pandoc/docx_looks.hpp"
#include "pandoc/docx_xml.hpp"
#include "pandoc/xml.hpp"

#include <algorithm>

namespace rapporteur::pandoc {

namespace {

constexpr const char* compatibility_uri = "http://schemas.microsoft.com/office/word";
constexpr const char* word_2013_and_later = "15";

void add_compatibility(pugi::xml_node settings) {
    pugi::xml_node compatibility = settings.append_child("w:compat");
    for (const auto& [name, value] :
         {std::pair("compatibilityMode", word_2013_and_later),
          std::pair("overrideTableStyleFontSizeAndJustification", "1"), std::pair("enableOpenTypeFeatures", "1"),
          std::pair("doNotFlipMirrorIndents", "1"), std::pair("differentiateMultirowTableHeaders", "1")}) {
        pugi::xml_node setting = compatibility.append_child("w:compatSetting");
        set_attribute(setting, "w:name", name);
        set_attribute(setting, "w:uri", compatibility_uri);
        set_attribute(setting, "w:val", value);
    }
}

void add_note_separators(pugi::xml_node settings) {
    pugi::xml_node notes = settings.append_child("w:footnotePr");
    for (const char* id : {"-1", "0"}) { // as pandoc numbers them
        set_attribute(notes.append_child("w:footnote"), "w:id", id);
    }
}

// What the schema's twelve theme colours are called in the document.
void add_colour_mapping(pugi::xml_node settings) {
    pugi::xml_node mapping = settings.append_child("w:clrSchemeMapping");
    for (const auto& [name, value] :
         {std::pair("w:bg1", "light1"), std::pair("w:t1", "dark1"), std::pair("w:bg2", "light2"),
          std::pair("w:t2", "dark2"), std::pair("w:accent1", "accent1"), std::pair("w:accent2", "accent2"),
          std::pair("w:accent3", "accent3"), std::pair("w:accent4", "accent4"), std::pair("w:accent5", "accent5"),
          std::pair("w:accent6", "accent6"), std::pair("w:hyperlink", "hyperlink"),
          std::pair("w:followedHyperlink", "followedHyperlink")}) {
        set_attribute(mapping, name, value);
    }
}

} // namespace

// In the order of CT_Settings.
std::string docx_settings(const style::Style& style, const document::Language& language) {
    pugi::xml_document tree;
    pugi::xml_node settings = declare(tree, "w:settings");
    set_attribute(settings.append_child("w:zoom"), "w:percent", "100");
    set_value(settings, "w:defaultTabStop", twentieths(style.grid * 2));
    settings.append_child("w:autoHyphenation");
    set_value(settings, "w:consecutiveHyphenLimit", "2");
    settings.append_child("w:doNotHyphenateCaps");
    set_value(settings, "w:characterSpacingControl", "doNotCompress");
    add_note_separators(settings);
    add_compatibility(settings);
    set_value(settings, "w:themeFontLang", language);
    add_colour_mapping(settings);
    set_value(settings, "w:decimalSymbol", ".");
    set_value(settings, "w:listSeparator", ",");
    return print(tree);
}

std::string docx_font_table(const style::Style& style) {
    pugi::xml_document tree;
    pugi::xml_node table = declare(tree, "w:fonts");
    std::vector<std::string> families;
    for (const style::TextStyle& text : style.texts) {
        if (std::find(families.begin(), families.end(), text.family) == families.end()) {
            families.push_back(text.family);
        }
    }
    const std::string& book_face = style[style::TextStyleName::body].family;
    for (const std::string& family : families) {
        pugi::xml_node font = table.append_child("w:font");
        set_attribute(font, "w:name", family);
        set_value(font, "w:family", family == book_face ? "roman" : "swiss");
        set_value(font, "w:pitch", "variable");
    }
    return print(tree);
}

} // namespace rapporteur::pandoc
