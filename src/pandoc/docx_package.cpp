#include "pandoc/docx_package.hpp"

#include "pandoc/names.hpp"
#include "pandoc/svg.hpp"
#include "pandoc/xml.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <unicode/uloc.h>

namespace rapporteur::pandoc {

namespace {

constexpr const char* word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* relations_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string style_of(const pugi::xml_node& paragraph) {
    return paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
}

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) {
        attribute = node.append_attribute(name);
    }
    attribute = value.c_str();
}

std::string text_of(const pugi::xml_node& paragraph) {
    std::string text;
    for (const pugi::xpath_node& found : paragraph.select_nodes(".//w:t")) {
        text += found.node().child_value();
    }
    return text;
}

struct Entry {
    std::string bookmark;
    std::string title;
};

// Headings of the first level with the bookmarks that pandoc set before them.
std::vector<Entry> entries_of(const pugi::xml_node& body) {
    std::vector<Entry> entries;
    std::string bookmark;
    for (const pugi::xml_node& node : body.children()) {
        const std::string_view name = node.name();
        if (name == "w:bookmarkStart") {
            bookmark = node.attribute("w:name").value();
        } else if (name == "w:p" && style_of(node) == "Heading1") {
            entries.push_back({bookmark, text_of(node)});
        }
    }
    return entries;
}

void add_field_mark(pugi::xml_node paragraph, const char* type) {
    paragraph.append_child("w:r").append_child("w:fldChar").append_attribute("w:fldCharType") = type;
}

void add_text(pugi::xml_node parent, const std::string& text) {
    pugi::xml_node words = parent.append_child("w:r").append_child("w:t");
    words.append_attribute("xml:space") = "preserve";
    words.text().set(text.c_str());
}

// Pandoc's field of contents shows nothing until Word fills it: this is what it would fill in.
void fill_contents(const pugi::xml_node& contents, const std::vector<Entry>& entries) {
    pugi::xml_node inside = contents.child("w:sdtContent");
    pugi::xml_node empty = inside.last_child();
    const pugi::xml_node heading = inside.first_child();
    if (!heading.child("w:pPr").child("w:pageBreakBefore")) {
        pugi::xml_node properties = heading.child("w:pPr");
        properties.insert_child_after("w:pageBreakBefore", properties.child("w:pStyle"));
    }
    inside.remove_child(empty);
    bool first = true;
    for (const Entry& entry : entries) {
        pugi::xml_node paragraph = inside.append_child("w:p");
        paragraph.append_child("w:pPr").append_child("w:pStyle").append_attribute("w:val") = "TOC1";
        if (first) {
            add_field_mark(paragraph, "begin");
            pugi::xml_node instruction = paragraph.append_child("w:r").append_child("w:instrText");
            instruction.append_attribute("xml:space") = "preserve";
            instruction.text().set("TOC \\o \"1-1\" \\h \\z \\u");
            add_field_mark(paragraph, "separate");
            first = false;
        }
        pugi::xml_node link = paragraph.append_child("w:hyperlink");
        link.append_attribute("w:anchor") = entry.bookmark.c_str();
        add_text(link, entry.title);
    }
    pugi::xml_node last = inside.append_child("w:p");
    add_field_mark(last, "end");
    last.append_child("w:r").append_child("w:br").append_attribute("w:type") = "page";
}

// Title, then imprint, then contents: pandoc puts the contents first.
void order_front(pugi::xml_node body, const std::vector<Entry>& entries) {
    const pugi::xml_node contents = body.child("w:sdt");
    if (!contents) {
        return;
    }
    pugi::xml_node last_imprint;
    for (const pugi::xml_node& node : body.children("w:p")) {
        if (style_of(node) == "Heading1") {
            break;
        }
        if (style_of(node) == "Imprint") {
            last_imprint = node;
        }
    }
    fill_contents(contents, entries);
    if (last_imprint) {
        body.insert_move_after(contents, last_imprint);
    }
}

// A short table stays on one page: each row but the last is kept with the next.
void keep_whole(const pugi::xml_node& table) {
    constexpr std::ptrdiff_t most_rows = 14;
    const auto rows = table.children("w:tr");
    if (std::distance(rows.begin(), rows.end()) > most_rows) {
        return;
    }
    for (const pugi::xpath_node& found : table.select_nodes("w:tr[position() < last()]//w:pPr")) {
        const pugi::xml_node properties = found.node();
        pugi::xml_node(properties).insert_child_after("w:keepNext", properties.child("w:pStyle"));
    }
}

void finish_tables(const pugi::xml_node& body) {
    for (const pugi::xpath_node& found : body.select_nodes(".//w:tbl")) {
        const pugi::xml_node table = found.node();
        pugi::xml_node look = table.child("w:tblPr").child("w:tblLook");
        set_attribute(look, "w:firstColumn", "1");
        const bool has_head = static_cast<bool>(table.child("w:tr").child("w:trPr").child("w:tblHeader"));
        set_attribute(look, "w:val", has_head ? "00A0" : "0080");
        pugi::xml_node width = table.child("w:tblPr").child("w:tblW");
        set_attribute(width, "w:type", "pct");
        set_attribute(width, "w:w", "5000");
        for (pugi::xml_node row : table.children("w:tr")) {
            pugi::xml_node properties = row.child("w:trPr");
            if (!properties) {
                properties = row.prepend_child("w:trPr");
            }
            properties.prepend_child("w:cantSplit");
        }
        for (const pugi::xpath_node& paragraph : table.select_nodes(".//w:pPr")) {
            // Pandoc aligns each cell's paragraph itself; only an end that was asked for is kept.
            pugi::xml_node alignment = paragraph.node().child("w:jc");
            if (std::string_view(alignment.attribute("w:val").value()) == "left") {
                paragraph.node().remove_child(alignment);
            }
            set_attribute(paragraph.node().child("w:pStyle"), "w:val", "TableText");
        }
        keep_whole(table);
    }
}

// A picture stands without indent and stays with its caption, and the caption with the numbers beneath it.
void finish_figures(const pugi::xml_node& body) {
    for (const pugi::xpath_node& found : body.select_nodes("w:p[.//w:drawing]")) {
        pugi::xml_node properties = found.node().child("w:pPr");
        set_attribute(properties.child("w:pStyle"), "w:val", "CaptionedFigure");
        properties.insert_child_after("w:keepNext", properties.child("w:pStyle"));
        pugi::xml_node caption = found.node().next_sibling("w:p");
        if (style_of(caption) == "ImageCaption") {
            caption.child("w:pPr").insert_child_after("w:keepNext", caption.child("w:pPr").child("w:pStyle"));
        }
    }
}

void set_section(pugi::xml_node body, const style::Style& style) {
    const auto twentieths = [](double points) { return std::to_string(std::lround(points * 20)); };
    body.remove_child("w:sectPr");
    pugi::xml_node section = body.append_child("w:sectPr");
    for (const auto& [element, id] :
         {std::pair("w:headerReference", "rIdHeader"), std::pair("w:footerReference", "rIdFooter")}) {
        pugi::xml_node reference = section.append_child(element);
        reference.append_attribute("w:type") = "default";
        reference.append_attribute("r:id") = id;
    }
    pugi::xml_node size = section.append_child("w:pgSz");
    set_attribute(size, "w:w", twentieths(style.page.width));
    set_attribute(size, "w:h", twentieths(style.page.height));
    pugi::xml_node margins = section.append_child("w:pgMar");
    set_attribute(margins, "w:top", twentieths(style.page.top));
    set_attribute(margins, "w:right", twentieths(style.page.inner));
    set_attribute(margins, "w:bottom", twentieths(style.page.bottom));
    set_attribute(margins, "w:left", twentieths(style.page.inner));
    set_attribute(margins, "w:header", twentieths(style.page.top / 2));
    set_attribute(margins, "w:footer", twentieths(style.page.bottom / 2));
    set_attribute(margins, "w:gutter", "0");
    section.append_child("w:titlePg"); // none on the cover
}

std::string field(const std::string& instruction, const std::string& shown) {
    return fmt::format(
        R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>)"
        R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>)",
        instruction, escaped(shown));
}

std::string furniture(const char* element, const char* style, const std::string& inside) {
    return fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?><w:{0} xmlns:w="{1}" xmlns:r="{2}"><w:p><w:pPr><w:pStyle w:val="{3}"/>)"
        R"(<w:jc w:val="end"/></w:pPr>{4}</w:p></w:{0}>)",
        element, word_namespace, relations_namespace, style, inside);
}

Result<void> add_furniture(Package& package, const document::Document& document) {
    package.parts.push_back(
        {"word/header1.xml", furniture("hdr", "Header", field("STYLEREF \"heading 1\"", document.metadata.title))});
    package.parts.push_back({"word/footer1.xml", furniture("ftr", "Footer", field("PAGE", "1"))});
    PackagePart* relations = package.find("word/_rels/document.xml.rels");
    PackagePart* types = package.find("[Content_Types].xml");
    pugi::xml_document relations_tree;
    pugi::xml_document types_tree;
    if (relations == nullptr || types == nullptr || !parse(relations_tree, relations->bytes) ||
        !parse(types_tree, types->bytes)) {
        return surroundings_failed("pandoc", "the DOCX that it made lacks a part");
    }
    for (const char* kind : {"header", "footer"}) {
        const bool header = std::string_view(kind) == "header";
        pugi::xml_node relation = relations_tree.document_element().append_child("Relationship");
        relation.append_attribute("Id") = header ? "rIdHeader" : "rIdFooter";
        relation.append_attribute("Type") = fmt::format("{}/{}", relations_namespace, kind).c_str();
        relation.append_attribute("Target") = fmt::format("{}1.xml", kind).c_str();
        pugi::xml_node type = types_tree.document_element().append_child("Override");
        type.append_attribute("PartName") = fmt::format("/word/{}1.xml", kind).c_str();
        type.append_attribute("ContentType") =
            fmt::format("application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml", kind).c_str();
    }
    relations->bytes = print(relations_tree);
    types->bytes = print(types_tree);
    return {};
}

bool is_right_to_left(const std::string& language) {
    return uloc_isRightToLeft(language.c_str()) != 0;
}

void set_language(pugi::xml_node run_properties, const std::string& language) {
    run_properties.remove_child("w:lang");
    pugi::xml_node tag = run_properties.append_child("w:lang");
    tag.append_attribute("w:val") = language.c_str();
    tag.append_attribute("w:eastAsia") = language.c_str();
    tag.append_attribute("w:bidi") = language.c_str();
}

Result<void> set_languages(Package& package, const std::string& language) {
    PackagePart* part = package.find("word/styles.xml");
    pugi::xml_document tree;
    if (part == nullptr || !parse(tree, part->bytes)) {
        return surroundings_failed("pandoc", "the DOCX that it made lacks its styles");
    }
    pugi::xml_node styles = tree.document_element();
    set_language(styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"), language);
    const std::string_view prefix = language_style;
    for (pugi::xml_node node : styles.children("w:style")) {
        const std::string name = node.child("w:name").attribute("w:val").value();
        if (name.compare(0, prefix.size(), prefix) == 0) {
            pugi::xml_node properties = node.child("w:rPr");
            if (!properties) {
                properties = node.append_child("w:rPr");
            }
            const std::string own = name.substr(prefix.size());
            if (is_right_to_left(own)) {
                properties.append_child("w:rtl");
            }
            set_language(properties, own);
        }
    }
    part->bytes = print(tree);
    return {};
}

} // namespace

Result<void> finish_docx(Package& package, const document::Document& document, const style::Style& style) {
    PackagePart* part = package.find("word/document.xml");
    pugi::xml_document tree;
    if (part == nullptr || !parse(tree, part->bytes)) {
        return surroundings_failed("pandoc", "the DOCX that it made lacks its text");
    }
    pugi::xml_node body = tree.document_element().child("w:body");
    order_front(body, entries_of(body));
    finish_tables(body);
    finish_figures(body);
    set_section(body, style);
    part->bytes = print(tree);
    Result<void> finished = set_languages(package, document.metadata.language);
    return finished ? add_furniture(package, document) : finished;
}

} // namespace rapporteur::pandoc
