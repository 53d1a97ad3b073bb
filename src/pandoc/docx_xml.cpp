#include "pandoc/docx_xml.hpp"

#include <cmath>

namespace rapporteur::pandoc {

std::string twentieths(double points) {
    return std::to_string(std::lround(points * 20));
}

std::string emus(double points) {
    return std::to_string(std::lround(points * 12700));
}

std::string hex_of(const style::Style& style, style::Ink ink) {
    return style::hexadecimal(style[ink]).substr(1);
}

namespace {

// Half of a document's elements are properties of its runs and paragraphs, which nobody looks for from above.
bool holds_text(std::string_view element) {
    return !(element.substr(0, 2) == "w:" && element.substr(element.size() - 2) == "Pr");
}

// As deep as pandoc's blocks stand in each other.
void gather_below(const pugi::xml_node& node, std::string_view name, std::vector<pugi::xml_node>& found) {
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        const std::string_view here = child.name();
        if (here == name) {
            found.push_back(child);
        }
        if (holds_text(here)) {
            gather_below(child, name, found);
        }
    }
}

} // namespace

std::vector<pugi::xml_node> all_below(const pugi::xml_node& node, std::string_view name) {
    std::vector<pugi::xml_node> found;
    gather_below(node, name, found);
    return found;
}

pugi::xml_node properties_of(pugi::xml_node node) {
    const std::string name = node.name() == std::string_view("w:tbl") ? "w:tblPr" : std::string(node.name()) + "Pr";
    const pugi::xml_node found = node.child(name.c_str());
    return found ? found : node.prepend_child(name.c_str());
}

void set_value(pugi::xml_node parent, const char* name, const std::string& value) {
    pugi::xml_node child = parent.child(name);
    if (!child) {
        child = parent.append_child(name);
    }
    set_attribute(child, "w:val", value);
}

void switch_on(pugi::xml_node parent, const char* name) {
    if (!parent.child(name)) {
        parent.append_child(name);
    }
}

std::string_view style_of(const pugi::xml_node& paragraph) {
    return paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
}

void set_style(pugi::xml_node paragraph, const char* id) {
    pugi::xml_node properties = properties_of(paragraph);
    while (properties.remove_child("w:pStyle")) {
    }
    set_value(properties, "w:pStyle", id);
}

std::string words_of(const pugi::xml_node& node) {
    std::string words;
    for (const pugi::xml_node& text : all_below(node, "w:t")) {
        words += text.child_value();
    }
    return words;
}

void add_words(pugi::xml_node parent, const std::string& words) {
    pugi::xml_node text = parent.append_child("w:r").append_child("w:t");
    text.append_attribute("xml:space") = "preserve";
    text.text().set(words.c_str());
}

void add_field_mark(pugi::xml_node parent, const char* kind) {
    parent.append_child("w:r").append_child("w:fldChar").append_attribute("w:fldCharType") = kind;
}

void open_field(pugi::xml_node parent, const std::string& code) {
    add_field_mark(parent, "begin");
    pugi::xml_node instruction = parent.append_child("w:r").append_child("w:instrText");
    instruction.append_attribute("xml:space") = "preserve";
    instruction.text().set((" " + code + " ").c_str());
    add_field_mark(parent, "separate");
}

void add_field(pugi::xml_node parent, const std::string& code, const std::string& shown) {
    open_field(parent, code);
    add_words(parent, shown);
    add_field_mark(parent, "end");
}

} // namespace rapporteur::pandoc
