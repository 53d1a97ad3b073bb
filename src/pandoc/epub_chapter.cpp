#include "pandoc/epub_parts.hpp"
#include "pandoc/markup.hpp"
#include "pandoc/xml.hpp"

#include <unicode/uloc.h>

namespace rapporteur::pandoc {

namespace {

using document::PartRole;

// EPUB's structural semantics and DPUB-ARIA's roles say the same, to reading systems and to assistive technology.
struct Meaning {
    const char* type;
    const char* role;
    const char* matter; // which third of the book
};

Meaning meaning_of(PartRole role) {
    switch (role) {
    case PartRole::introduction:
        return {"introduction", "doc-introduction", "bodymatter"};
    case PartRole::glossary:
        return {"glossary", "doc-glossary", "backmatter"};
    case PartRole::sources:
        return {"bibliography", "doc-bibliography", "backmatter"};
    case PartRole::index:
        return {"index", "doc-index", "backmatter"};
    case PartRole::colophon:
        return {"colophon", "doc-colophon", "backmatter"};
    case PartRole::contents:
    case PartRole::glance:
    case PartRole::timeline:
    case PartRole::donor:
    case PartRole::partner:
    case PartRole::brief_head:
    case PartRole::brief_card:
    case PartRole::brief_text:
        break;
    }
    return {"chapter", "doc-chapter", "bodymatter"};
}

const document::Part* part_of(const document::Document& document, const std::string& id) {
    for (const document::Part& part : document.parts) {
        if (part.id == id) {
            return &part;
        }
    }
    return nullptr;
}

} // namespace

void finish_page(pugi::xml_document& tree, const document::Document& document) {
    pugi::xml_node html = tree.document_element();
    const std::string& language = document.metadata.language;
    set_attribute(html, "lang", language);
    set_attribute(html, "xml:lang", language);
    if (uloc_isRightToLeft(language.c_str()) != 0) {
        set_attribute(html, "dir", "rtl");
    }
    for (pugi::xml_node element : elements_below(html.child("body"))) {
        if (const pugi::xml_attribute own = element.attribute("lang")) {
            set_attribute(element, "xml:lang", own.value());
        }
    }
    pugi::xml_node head = html.child("head");
    head.remove_child("style"); // for what pandoc may write and we don't
    head.remove_child(head.find_child_by_attribute("meta", "name", "generator"));
}

void finish_chapter(pugi::xml_document& tree, const document::Document& document) {
    finish_page(tree, document);
    pugi::xml_node html = tree.document_element();
    pugi::xml_node body = html.child("body");
    finish_markup(body, "h1");
    pugi::xml_node section = body.child("section");
    html.child("head").child("title").text().set(text_of(section.child("h1")).c_str());
    if (const document::Part* part = part_of(document, section.attribute("id").value())) {
        const Meaning meaning = meaning_of(part->role);
        set_attribute(body, "epub:type", meaning.matter);
        set_attribute(section, "epub:type", meaning.type);
        set_attribute(section, "role", meaning.role);
    }
}

} // namespace rapporteur::pandoc
