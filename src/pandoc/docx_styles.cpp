#include "pandoc/docx_styles.hpp"

#include "pandoc/ast.hpp"
#include "pandoc/docx_looks.hpp"
#include "pandoc/docx_order.hpp"
#include "pandoc/docx_paragraph_styles.hpp"
#include "pandoc/docx_table_style.hpp"
#include "pandoc/docx_xml.hpp"
#include "pandoc/xml.hpp"

#include <algorithm>

namespace rapporteur::pandoc {

namespace {

using style::TextStyleName;

pugi::xml_node add_style(pugi::xml_node styles, const char* type, const char* id, const char* name, int priority) {
    pugi::xml_node node = styles.append_child("w:style");
    node.append_attribute("w:type") = type;
    node.append_attribute("w:styleId") = id;
    set_value(node, "w:name", name);
    set_value(node, "w:uiPriority", std::to_string(priority));
    return node;
}

// A brief's lines are as deep as in print, whatever a word processor thinks of a face's height: it has one page. A line
// that a picture stands in is as deep as the picture.
const char* line_rule_of(const ParagraphStyle& look, document::Form form) {
    const bool holds_pictures = std::string_view(look.id) == "Figure";
    return form == document::Form::brief && !holds_pictures ? "exact" : "atLeast";
}

void set_spacing(pugi::xml_node properties, const style::TextStyle& text, const ParagraphStyle& look,
                 document::Form form) {
    pugi::xml_node spacing = properties.append_child("w:spacing");
    set_attribute(spacing, "w:before", twentieths(std::max(text.before, look.least_before)));
    set_attribute(spacing, "w:after", twentieths(std::max(text.after, look.least_after)));
    set_attribute(spacing, "w:line", twentieths(text.leading));
    set_attribute(spacing, "w:lineRule", line_rule_of(look, form));
    pugi::xml_node indent = properties.append_child("w:ind");
    set_attribute(indent, "w:left", twentieths(look.hanging));
    if (look.hanging > 0) {
        set_attribute(indent, "w:hanging", twentieths(look.hanging));
    } else {
        set_attribute(indent, "w:firstLine", twentieths(look.first_line));
    }
}

const char* alignment_of(style::Setting setting) {
    switch (setting) {
    case style::Setting::justified:
        return "both";
    case style::Setting::centred:
        return "center";
    case style::Setting::ragged:
        break;
    }
    return "left"; // the leading edge: right where a paragraph runs from right to left
}

void add_paragraph_style(pugi::xml_node styles, const ParagraphStyle& look, const style::Style& style,
                         document::Form form) {
    const style::TextStyle& text = style[look.text];
    pugi::xml_node node = add_style(styles, "paragraph", look.id, look.name, look.priority);
    if (look.ours) {
        node.append_attribute("w:customStyle") = "1";
    }
    set_value(node, "w:basedOn", "Normal");
    if (look.next != nullptr) {
        set_value(node, "w:next", look.next);
    }
    node.append_child("w:qFormat");
    pugi::xml_node properties = node.append_child("w:pPr");
    if (look.keep == Keep::with_next) {
        properties.append_child("w:keepNext");
        properties.append_child("w:keepLines");
    }
    set_spacing(properties, text, look, form);
    set_value(properties, "w:jc", alignment_of(text.setting));
    if (!text.hyphenate) {
        properties.append_child("w:suppressAutoHyphens");
    }
    if (look.outline > 0) {
        set_value(properties, "w:outlineLvl", std::to_string(look.outline - 1));
    }
    set_run(node.append_child("w:rPr"), text, style);
}

pugi::xml_node style_named(const pugi::xml_node& styles, const char* id) {
    return styles.find_child_by_attribute("w:style", "w:styleId", id);
}

pugi::xml_node paragraph_of(const pugi::xml_node& styles, const char* id) {
    return style_named(styles, id).child("w:pPr");
}

void add_tab(pugi::xml_node properties, double at, const char* leader) {
    pugi::xml_node tab = properties.append_child("w:tabs").append_child("w:tab");
    set_attribute(tab, "w:val", "right");
    set_attribute(tab, "w:leader", leader);
    set_attribute(tab, "w:pos", twentieths(at));
}

// Entries of the contents: their numbers at the edge, the words short of it.
void set_contents(const pugi::xml_node& styles, const style::Style& style) {
    constexpr double room_for_numbers = 30;
    constexpr double step = 15;         // from level to level
    constexpr double space_between = 4; // where the PDF has more, so that a contents of a page keeps to one in Word too
    constexpr double line = 1.25;       // of the size
    double left = 0;
    for (const auto& [id, name] :
         {std::pair("TOC1", TextStyleName::contents_1), std::pair("TOC2", TextStyleName::contents_2)}) {
        pugi::xml_node properties = paragraph_of(styles, id);
        pugi::xml_node spacing = properties.child("w:spacing");
        set_attribute(spacing, "w:before", twentieths(std::min(style[name].before, space_between)));
        set_attribute(spacing, "w:line", twentieths(std::min(style[name].leading, style[name].size * line)));
        add_tab(properties, docx_measure(style), "dot");
        set_attribute(properties.child("w:ind"), "w:left", twentieths(left));
        set_attribute(properties.child("w:ind"), "w:right", twentieths(room_for_numbers));
        left += step;
    }
}

// What stands on the cover carries the panel's colour itself, so that it is read where a program leaves the panel out.
void set_cover(const pugi::xml_node& styles, const style::Style& style) {
    for (const char* id : {"CoverHolder", "Title", "Subtitle"}) {
        pugi::xml_node shading = paragraph_of(styles, id).append_child("w:shd");
        set_attribute(shading, "w:val", "clear");
        set_attribute(shading, "w:color", "auto");
        set_attribute(shading, "w:fill", hex_of(style, style::Ink::accent));
        set_attribute(shading, "w:themeFill", "accent1");
    }
    set_colour(style_named(styles, "CoverNotice").child("w:rPr"), style, style::Ink::accent);
}

void set_furniture(const pugi::xml_node& styles, const style::Style& style) {
    set_value(paragraph_of(styles, "Header"), "w:jc", "right");
    add_tab(paragraph_of(styles, "Footer"), docx_measure(style), "none");
}

void set_lists(const pugi::xml_node& styles) {
    for (const auto& [id, number] : {std::pair("ListBullet", "1"), std::pair("ListNumber", "2")}) {
        pugi::xml_node properties = paragraph_of(styles, id);
        set_value(properties.append_child("w:numPr"), "w:numId", number);
        properties.remove_child("w:ind"); // the numbering's own
        properties.append_child("w:contextualSpacing");
    }
}

// The looks of Word's own character styles, and of pandoc's.
void add_character_styles(pugi::xml_node styles, const style::Style& style) {
    pugi::xml_node base = add_style(styles, "character", "DefaultParagraphFont", "Default Paragraph Font", 1);
    base.append_attribute("w:default") = "1";
    base.append_child("w:semiHidden");
    base.append_child("w:unhideWhenUsed");
    const auto add = [&](const char* id, const char* name, int priority) {
        pugi::xml_node node = add_style(styles, "character", id, name, priority);
        set_value(node, "w:basedOn", "DefaultParagraphFont");
        return node.append_child("w:rPr");
    };
    pugi::xml_node call = add("FootnoteReference", "footnote reference", 39);
    set_value(call, "w:vertAlign", "superscript");
    set_attribute(call.append_child("w14:numForm"), "w14:val", "lining");
    pugi::xml_node link = add("Hyperlink", "Hyperlink", 40);
    set_colour(link, style, style::Ink::accent);
    set_value(link, "w:u", "single");
    set_attribute(link.child("w:u"), "w:color", hex_of(style, style::Ink::rule));
    add("PageNumber", "page number", 40);
}

void add_normal(pugi::xml_node styles, const style::Style& style, const document::Language& language) {
    pugi::xml_node node = add_style(styles, "paragraph", "Normal", "Normal", 0);
    node.append_attribute("w:default") = "1";
    node.append_child("w:qFormat");
    pugi::xml_node properties = node.append_child("w:pPr");
    properties.append_child("w:widowControl");
    if (is_right_to_left(language)) {
        properties.append_child("w:bidi");
    }
    set_run(node.append_child("w:rPr"), style[TextStyleName::body], style);
}

void add_defaults(pugi::xml_node styles, const style::Style& style, const document::Language& language) {
    pugi::xml_node defaults = styles.append_child("w:docDefaults");
    pugi::xml_node run = defaults.append_child("w:rPrDefault").append_child("w:rPr");
    set_fonts(run, style[TextStyleName::body].family);
    set_language(run, language);
    defaults.append_child("w:pPrDefault").append_child("w:pPr");
    // Word's own styles that aren't told here stay out of its list until someone asks for them.
    pugi::xml_node latent = styles.append_child("w:latentStyles");
    for (const auto& [name, value] :
         {std::pair("w:defLockedState", "0"), std::pair("w:defUIPriority", "99"), std::pair("w:defSemiHidden", "1"),
          std::pair("w:defUnhideWhenUsed", "1"), std::pair("w:defQFormat", "0"), std::pair("w:count", "376")}) {
        latent.append_attribute(name) = value;
    }
}

} // namespace

double docx_measure(const style::Style& style) {
    return style.page.width - style.page.inner - style.page.outer;
}

std::string docx_styles(const style::Style& style, const document::Language& language, document::Form form) {
    pugi::xml_document tree;
    pugi::xml_node styles = declare(tree, "w:styles");
    add_defaults(styles, style, language);
    add_normal(styles, style, language);
    for (const ParagraphStyle& look : paragraph_styles) {
        add_paragraph_style(styles, look, style, form);
    }
    paragraph_of(styles, "Heading1").append_child("w:pageBreakBefore");
    set_contents(styles, style);
    set_cover(styles, style);
    set_furniture(styles, style);
    set_lists(styles);
    add_character_styles(styles, style);
    add_table_styles(styles, style);
    order_properties(tree);
    return print(tree);
}

} // namespace rapporteur::pandoc
