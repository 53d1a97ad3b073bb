#include "pandoc/epub_parts.hpp"
#include "pandoc/xml.hpp"

#include <algorithm>

namespace rapporteur::pandoc {

namespace {

void add_meta(pugi::xml_node metadata, const char* property, const std::string& value) {
    pugi::xml_node meta = metadata.append_child("meta");
    meta.append_attribute("property") = property;
    meta.text().set(value.c_str());
}

bool has_figures(const document::Document& document) {
    return std::any_of(document.parts.begin(), document.parts.end(), [](const document::Part& part) {
        return std::any_of(part.blocks.begin(), part.blocks.end(), [](const document::Block& block) {
            return std::holds_alternative<document::Figure>(block) || std::holds_alternative<document::Picture>(block);
        });
    });
}

// EPUB Accessibility 1.1, 2.2: schema.org's properties, as far as the Document itself bears them out. Conformance
// (dcterms:conformsTo) and a certifier are not claimed: they speak of an evaluation, and none happens here.
void add_accessibility(pugi::xml_node metadata, const document::Document& document, const Companions& companions) {
    for (const pugi::xpath_node& given : metadata.select_nodes("*[starts-with(@property, 'schema:')]")) {
        metadata.remove_child(given.node()); // pandoc 3's guess
    }
    const bool figures = has_figures(document);
    add_meta(metadata, "schema:accessMode", "textual");
    if (figures) {
        add_meta(metadata, "schema:accessMode", "visual");
    }
    add_meta(metadata, "schema:accessModeSufficient", "textual");
    if (figures) {
        add_meta(metadata, "schema:accessModeSufficient", "textual,visual");
    }
    std::vector<const char*> features = {
        "structuralNavigation", "tableOfContents", "readingOrder", "ARIA", "displayTransformability", "index"};
    if (!companions.pages.empty()) {
        features.insert(features.end(), {"pageBreakMarkers", "pageNavigation"});
    }
    if (figures) {
        features.push_back("alternativeText");
    }
    for (const char* feature : features) {
        add_meta(metadata, "schema:accessibilityFeature", feature);
    }
    add_meta(metadata, "schema:accessibilityHazard", "none"); // nothing in it moves, flashes or sounds
    add_meta(metadata, "schema:accessibilitySummary", document.labels.accessibility);
}

// Whose page numbers the page list tells. (The PDF shares this edition's identifier.)
void add_page_source(pugi::xml_node metadata, const Companions& companions) {
    if (companions.pages.empty()) {
        return;
    }
    pugi::xml_node source = metadata.append_child("dc:source");
    source.append_attribute("id") = "pages";
    source.text().set(companions.pdf.c_str());
    add_meta(metadata, "pageBreakSource", companions.pdf);
}

} // namespace

void finish_package_document(pugi::xml_document& tree, const document::Document& document,
                             const Companions& companions) {
    pugi::xml_node package = tree.document_element();
    pugi::xml_node metadata = package.child("metadata");
    set_attribute(package, "xml:lang", document.metadata.language);
    add_page_source(metadata, companions);
    add_accessibility(metadata, document, companions);
    package.remove_child("guide"); // EPUB 2's landmarks
    // The contents is a page that one can turn to, after the title page.
    pugi::xml_node spine = package.child("spine");
    const pugi::xml_node title_page = spine.find_child_by_attribute("itemref", "idref", "title_page_xhtml");
    pugi::xml_node contents =
        title_page ? spine.insert_child_after("itemref", title_page) : spine.prepend_child("itemref");
    contents.append_attribute("idref") = "nav";
}

} // namespace rapporteur::pandoc
