#include "document/digits.hpp"
#include "pandoc/epub_parts.hpp"
#include "pandoc/names.hpp"
#include "pandoc/xml.hpp"

#include <algorithm>
#include <functional>

namespace rapporteur::pandoc {

namespace {

constexpr const char* chapter_name = "EPUB/text/ch001.xhtml";
constexpr const char* chapter_item = "ch001_xhtml";
constexpr const char* chapter_file = "text/ch001.xhtml";

Result<void> edit(Package& package, const char* name, const std::function<void(pugi::xml_document&)>& change) {
    PackagePart* part = package.find(name);
    pugi::xml_document tree;
    if (part == nullptr || !parse(tree, part->bytes)) {
        return surroundings_failed("pandoc", std::string("the EPUB that it made lacks a well-formed ") + name);
    }
    change(tree);
    part->bytes = print(tree);
    return {};
}

bool leads_to_chapter(const pugi::xml_node& node, const char* attribute) {
    return std::string_view(node.attribute(attribute).value()).substr(0, std::string_view(chapter_file).size()) ==
           chapter_file;
}

void drop_from_package_document(pugi::xml_document& tree) {
    pugi::xml_node package = tree.document_element();
    pugi::xml_node manifest = package.child("manifest");
    pugi::xml_node spine = package.child("spine");
    manifest.remove_child(manifest.find_child_by_attribute("item", "id", chapter_item));
    spine.remove_child(spine.find_child_by_attribute("itemref", "idref", chapter_item));
}

void drop_from_navigation(pugi::xml_document& tree) {
    for (const pugi::xpath_node& found : tree.select_nodes("//li[a]")) {
        pugi::xml_node entry = found.node();
        if (leads_to_chapter(entry.child("a"), "href")) {
            entry.parent().remove_child(entry);
        }
    }
}

void drop_from_ncx(pugi::xml_document& tree) {
    for (const pugi::xpath_node& found : tree.select_nodes("//navPoint")) {
        pugi::xml_node entry = found.node();
        if (leads_to_chapter(entry.child("content"), "src")) {
            entry.parent().remove_child(entry);
        }
    }
}

} // namespace

Result<void> move_imprint_to_title_page(Package& package) {
    pugi::xml_document chapter;
    Result<void> done = edit(package, chapter_name, [&](pugi::xml_document& tree) { chapter.reset(tree); });
    if (done) {
        done = edit(package, "EPUB/text/title_page.xhtml", [&](pugi::xml_document& tree) {
            pugi::xml_node page = tree.document_element().child("body").child("section");
            const pugi::xml_node section = chapter.document_element().child("body").child("section");
            for (const pugi::xml_node& block : section.children("div")) {
                page.append_copy(block);
            }
        });
    }
    done = done ? edit(package, "EPUB/content.opf", drop_from_package_document) : done;
    done = done ? edit(package, "EPUB/nav.xhtml", drop_from_navigation) : done;
    done = done ? edit(package, "EPUB/toc.ncx", drop_from_ncx) : done;
    if (done) {
        package.parts.erase(std::find_if(package.parts.begin(), package.parts.end(),
                                         [](const PackagePart& part) { return part.name == chapter_name; }));
    }
    return done;
}

void add_page_mark(pugi::xml_node body, const document::Document& document, const PageStart& page) {
    pugi::xml_node mark = body.prepend_child("div");
    mark.append_attribute("id") = page_id(page.label).c_str();
    mark.append_attribute("class") = page_mark_class;
    mark.append_attribute("epub:type") = "pagebreak";
    mark.append_attribute("role") = "doc-pagebreak";
    mark.append_attribute("aria-label") =
        (document.labels.page + " " + document::in_digits(page.label, document.labels)).c_str();
}

void add_page_marks(pugi::xml_node body, const document::Document& document, const Companions& companions, Leaf leaf) {
    for (auto page = companions.pages.rbegin(); page != companions.pages.rend(); ++page) {
        if (page->leaf == leaf) {
            add_page_mark(body, document, *page);
        }
    }
}

void finish_cover(pugi::xml_document& tree, const document::Document& document, const Companions& companions) {
    finish_page(tree, document);
    pugi::xml_node html = tree.document_element();
    pugi::xml_node body = html.child("body");
    const document::Metadata& about = document.metadata;
    html.child("head").child("title").text().set(document.labels.cover.c_str());
    set_attribute(body, "epub:type", "cover");
    if (pugi::xml_node picture = body.select_node("//*[local-name()='svg']").node()) {
        set_attribute(picture, "role", "img");
        set_attribute(picture, "aria-label",
                      document.labels.cover + ": " + about.title + ", " + about.subtitle + ", " + about.shown_year +
                          ". " + about.holder);
    }
    add_page_marks(body, document, companions, Leaf::cover);
}

void finish_title_page(pugi::xml_document& tree, const document::Document& document, const Companions& companions) {
    finish_page(tree, document);
    pugi::xml_node body = tree.document_element().child("body");
    pugi::xml_node section = body.child("section");
    for (const char* said_elsewhere : {"publisher", "date"}) { // by the author, who publishes, and the imprint
        section.remove_child(section.find_child_by_attribute("p", "class", said_elsewhere));
    }
    if (!document.metadata.notice.empty()) {
        const pugi::xml_node author = section.find_child_by_attribute("p", "class", "author");
        pugi::xml_node notice = section.insert_child_after("p", author);
        notice.append_attribute("class") = "notice";
        notice.text().set(document.metadata.notice.c_str());
    }
    add_page_marks(body, document, companions, Leaf::title_page);
}

} // namespace rapporteur::pandoc
