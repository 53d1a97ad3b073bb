#include "pandoc/docx_numbering.hpp"

#include "pandoc/docx_looks.hpp"
#include "pandoc/docx_xml.hpp"
#include "pandoc/xml.hpp"

#include <array>

namespace rapporteur::pandoc {

namespace {

constexpr const char* bullet_kind = "1";
constexpr const char* numeral_kind = "2";

struct Level {
    const char* format;
    const char* text;
};

void add_level(pugi::xml_node kind, std::size_t depth, const Level& level, double step, const char* style) {
    pugi::xml_node node = kind.append_child("w:lvl");
    set_attribute(node, "w:ilvl", std::to_string(depth));
    set_value(node, "w:start", "1");
    set_value(node, "w:numFmt", level.format);
    if (style != nullptr) {
        set_value(node, "w:pStyle", style);
    }
    set_value(node, "w:lvlText", level.text);
    set_value(node, "w:lvlJc", "left");
    pugi::xml_node indent = node.append_child("w:pPr").append_child("w:ind");
    set_attribute(indent, "w:left", twentieths(step * static_cast<double>(depth + 1)));
    set_attribute(indent, "w:hanging", twentieths(step));
}

// Three levels deep, for those who go on writing.
void add_kind(pugi::xml_node numbering, const char* id, const char* style, const std::array<Level, 3>& levels,
              double step) {
    pugi::xml_node kind = numbering.append_child("w:abstractNum");
    set_attribute(kind, "w:abstractNumId", id);
    set_value(kind, "w:multiLevelType", "hybridMultilevel");
    for (std::size_t depth = 0; depth < levels.size(); ++depth) {
        add_level(kind, depth, levels[depth], step, depth == 0 ? style : nullptr);
    }
}

pugi::xml_node add_number(pugi::xml_node numbering, std::size_t id, const char* kind) {
    pugi::xml_node number = numbering.append_child("w:num");
    set_attribute(number, "w:numId", std::to_string(id));
    set_value(number, "w:abstractNumId", kind);
    return number;
}

} // namespace

std::string docx_numbering(const style::Style& style, std::size_t ordered_lists) {
    pugi::xml_document tree;
    pugi::xml_node numbering = declare(tree, "w:numbering");
    const double step = style[style::TextStyleName::list].indent;
    add_kind(numbering, bullet_kind, "ListBullet", {{{"bullet", "•"}, {"bullet", "–"}, {"bullet", "·"}}}, step);
    add_kind(numbering, numeral_kind, "ListNumber",
             {{{"decimal", "%1."}, {"lowerLetter", "%2."}, {"lowerRoman", "%3."}}}, step);
    add_number(numbering, 1, bullet_kind);
    add_number(numbering, 2, numeral_kind);
    for (std::size_t list = 0; list < ordered_lists; ++list) {
        pugi::xml_node restart =
            add_number(numbering, first_list_number + list, numeral_kind).append_child("w:lvlOverride");
        set_attribute(restart, "w:ilvl", "0");
        set_value(restart, "w:startOverride", "1");
    }
    return print(tree);
}

} // namespace rapporteur::pandoc
