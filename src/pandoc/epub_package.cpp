#include "pandoc/epub_package.hpp"

#include "pandoc/epub_imprint.hpp"
#include "pandoc/xml.hpp"

#include <algorithm>
#include <unicode/uloc.h>

namespace rapporteur::pandoc {

namespace {

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) {
        attribute = node.append_attribute(name);
    }
    attribute = value.c_str();
}

void add_meta(pugi::xml_node metadata, const char* property, const std::string& value) {
    pugi::xml_node meta = metadata.append_child("meta");
    meta.append_attribute("property") = property;
    meta.text().set(value.c_str());
}

bool has_figures(const document::Document& document) {
    return std::any_of(document.parts.begin(), document.parts.end(), [](const document::Part& part) {
        return std::any_of(part.blocks.begin(), part.blocks.end(), [](const document::Block& block) {
            return std::holds_alternative<document::Figure>(block);
        });
    });
}

// Schema.org's properties, as far as the Document itself bears them out.
void add_accessibility(pugi::xml_node metadata, const document::Document& document) {
    add_meta(metadata, "schema:accessMode", "textual");
    if (has_figures(document)) {
        add_meta(metadata, "schema:accessMode", "visual");
    }
    add_meta(metadata, "schema:accessModeSufficient", "textual");
    for (const char* feature : {"structuralNavigation", "tableOfContents", "readingOrder", "index"}) {
        add_meta(metadata, "schema:accessibilityFeature", feature);
    }
    if (has_figures(document)) {
        add_meta(metadata, "schema:accessibilityFeature", "alternativeText");
    }
    add_meta(metadata, "schema:accessibilityHazard", "none");
    add_meta(metadata, "schema:accessibilitySummary", document.labels.accessibility);
}

void finish_package_document(pugi::xml_document& tree, const document::Document& document) {
    pugi::xml_node package = tree.document_element();
    pugi::xml_node metadata = package.child("metadata");
    set_attribute(package, "xml:lang", document.metadata.language);
    add_accessibility(metadata, document);
    package.remove_child("guide"); // EPUB 2's landmarks
    // The contents is a page that one can turn to, after the title page.
    pugi::xml_node spine = package.child("spine");
    const pugi::xml_node title_page = spine.find_child_by_attribute("itemref", "idref", "title_page_xhtml");
    pugi::xml_node contents =
        title_page ? spine.insert_child_after("itemref", title_page) : spine.prepend_child("itemref");
    contents.append_attribute("idref") = "nav";
}

std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xpath_node& found : node.select_nodes(".//text()")) {
        text += found.node().value();
    }
    return text;
}

void set_languages(pugi::xml_node html, const std::string& language) {
    set_attribute(html, "lang", language);
    set_attribute(html, "xml:lang", language);
    if (uloc_isRightToLeft(language.c_str()) != 0) {
        set_attribute(html, "dir", "rtl");
    }
    for (const pugi::xpath_node& found : html.select_nodes("body//*[@lang]")) {
        set_attribute(found.node(), "xml:lang", found.node().attribute("lang").value());
    }
}

void set_roles(const pugi::xml_node& html) {
    for (const pugi::xpath_node& found : html.select_nodes("//a[@*[name()='epub:type']='noteref']")) {
        set_attribute(found.node(), "role", "doc-noteref");
    }
    for (const pugi::xpath_node& found : html.select_nodes("//section[@*[name()='epub:type']='footnotes']")) {
        set_attribute(found.node(), "role", "doc-endnotes");
        set_attribute(found.node(), "epub:type", "endnotes");
        for (const pugi::xpath_node& note : found.node().select_nodes("ol/li")) {
            set_attribute(note.node(), "epub:type", "endnote");
        }
    }
}

// Cells that head a column or a row say which.
void set_scopes(const pugi::xml_node& html) {
    for (const pugi::xpath_node& found : html.select_nodes("//thead//th")) {
        set_attribute(found.node(), "scope", "col");
    }
    for (const pugi::xpath_node& found : html.select_nodes("//tbody//th")) {
        set_attribute(found.node(), "scope", "row");
    }
}

void finish_chapter(pugi::xml_document& tree, const document::Document& document, const std::string& name) {
    pugi::xml_node html = tree.document_element();
    set_languages(html, document.metadata.language);
    set_roles(html);
    set_scopes(html);
    pugi::xml_node title = html.child("head").child("title");
    const pugi::xml_node heading = html.select_node("//h1").node();
    if (heading) {
        title.text().set(text_of(heading).c_str());
    }
    if (name == "EPUB/text/cover.xhtml") {
        title.text().set(document.labels.cover.c_str());
        if (pugi::xml_node picture = html.select_node("//*[local-name()='svg']").node()) {
            set_attribute(picture, "role", "img");
            set_attribute(picture, "aria-label", document.labels.cover + ": " + document.metadata.title);
        }
        set_attribute(html.child("body"), "epub:type", "cover");
    }
}

void add_landmark(pugi::xml_node list, const char* type, const std::string& target, const std::string& label) {
    pugi::xml_node link = list.append_child("li").append_child("a");
    link.append_attribute("epub:type") = type;
    link.append_attribute("href") = target.c_str();
    link.text().set(label.c_str());
}

void finish_navigation(pugi::xml_document& tree, const document::Document& document) {
    pugi::xml_node html = tree.document_element();
    set_languages(html, document.metadata.language);
    html.child("head").child("title").text().set(document.labels.contents.c_str());
    pugi::xml_node body = html.child("body");
    for (pugi::xml_node nav : body.children("nav")) {
        const std::string_view type = nav.attribute("epub:type").value();
        if (type == "toc") {
            set_attribute(nav, "role", "doc-toc");
        } else if (type == "landmarks") {
            set_attribute(nav, "aria-label", document.labels.landmarks);
            nav.remove_child("ol");
            pugi::xml_node list = nav.append_child("ol");
            add_landmark(list, "cover", "text/cover.xhtml", document.labels.cover);
            add_landmark(list, "titlepage", "text/title_page.xhtml", document.labels.title_page);
            add_landmark(list, "toc", "#toc", document.labels.contents);
            const pugi::xml_node first = body.select_node("nav//ol//a").node();
            add_landmark(list, "bodymatter", first.attribute("href").value(), document.labels.start_of_text);
        }
    }
}

bool ends_with(const std::string& text, std::string_view ending) {
    return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

} // namespace

Result<void> finish_epub(Package& package, const document::Document& document) {
    if (!document.imprint.empty()) {
        if (Result<void> moved = move_imprint_to_title_page(package); !moved) {
            return moved;
        }
    }
    for (PackagePart& part : package.parts) {
        const bool is_package_document = ends_with(part.name, ".opf");
        const bool is_navigation = ends_with(part.name, "nav.xhtml");
        if (!is_package_document && !ends_with(part.name, ".xhtml")) {
            continue;
        }
        pugi::xml_document tree;
        if (!parse(tree, part.bytes)) {
            return surroundings_failed("pandoc",
                                       "the EPUB that it made holds " + part.name + ", which isn't well-formed");
        }
        if (is_package_document) {
            finish_package_document(tree, document);
        } else if (is_navigation) {
            finish_navigation(tree, document);
        } else {
            finish_chapter(tree, document, part.name);
        }
        part.bytes = print(tree);
    }
    if (package.find("EPUB/content.opf") == nullptr || package.find("mimetype") == nullptr) {
        return surroundings_failed("pandoc", "the EPUB that it made lacks its package document");
    }
    const auto mimetype = std::find_if(package.parts.begin(), package.parts.end(),
                                       [](const PackagePart& part) { return part.name == "mimetype"; });
    mimetype->bytes = "application/epub+zip";
    std::rotate(package.parts.begin(), mimetype, mimetype + 1);
    return {};
}

} // namespace rapporteur::pandoc
