#include "document/digits.hpp"
#include "pandoc/epub_parts.hpp"
#include "pandoc/names.hpp"
#include "pandoc/xml.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using document::PartRole;

struct Entry {
    std::string id;
    std::string label;
    document::Language language; // empty: the document's
};

struct Captioned {
    std::vector<Entry> figures;
    std::vector<Entry> tables;
};

Captioned captioned_in(const document::Document& document) {
    Captioned found;
    const auto add_table = [&](const document::Table& table) {
        if (!table.caption.empty() && !table.id.empty()) {
            found.tables.push_back({table.id, words_of(table.caption), table.language});
        }
    };
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            if (const auto* table = std::get_if<document::Table>(&block)) {
                add_table(*table);
            } else if (const auto* figure = std::get_if<document::Figure>(&block)) {
                if (!figure->caption.empty() && !figure->id.empty()) {
                    found.figures.push_back({figure->id, words_of(figure->caption), figure->language});
                }
                if (figure->data) {
                    add_table(*figure->data);
                }
            }
        }
    }
    return found;
}

pugi::xml_node add_entry(pugi::xml_node list, const std::string& target, const std::string& label) {
    pugi::xml_node link = list.append_child("li").append_child("a");
    link.append_attribute("href") = target.c_str();
    link.text().set(label.c_str());
    return link;
}

// A list of its own on the page of contents: the figures, the tables.
void add_list(pugi::xml_node body, const char* type, const std::string& title, const std::vector<Entry>& entries,
              const EpubPlaces& places) {
    if (entries.empty()) {
        return;
    }
    const std::string title_id = fmt::format("{}-title", type);
    pugi::xml_node nav = body.append_child("nav");
    nav.append_attribute("epub:type") = type;
    nav.append_attribute("id") = type;
    nav.append_attribute("aria-labelledby") = title_id.c_str();
    pugi::xml_node heading = nav.append_child("h2");
    heading.append_attribute("id") = title_id.c_str();
    heading.text().set(title.c_str());
    pugi::xml_node list = nav.append_child("ol");
    for (const Entry& entry : entries) {
        if (const auto place = places.find(entry.id); place != places.end()) {
            pugi::xml_node link = add_entry(list, place->second, entry.label);
            if (!entry.language.empty()) {
                link.append_attribute("lang") = entry.language.c_str();
            }
        }
    }
}

pugi::xml_node add_hidden_list(pugi::xml_node body, const char* type, const std::string& title) {
    pugi::xml_node nav = body.append_child("nav");
    nav.append_attribute("epub:type") = type;
    nav.append_attribute("id") = type;
    nav.append_attribute("hidden") = "hidden";
    nav.append_attribute("aria-label") = title.c_str();
    return nav.append_child("ol");
}

void add_page_list(pugi::xml_node body, const document::Document& document, const Companions& companions,
                   const EpubPlaces& places) {
    if (companions.pages.empty()) {
        return;
    }
    pugi::xml_node list = add_hidden_list(body, "page-list", document.labels.list_of_pages);
    set_attribute(list.parent(), "role", "doc-pagelist");
    for (const PageStart& page : companions.pages) {
        if (const auto place = places.find(page_id(page.label)); place != places.end()) {
            add_entry(list, place->second, document::in_digits(page.label, document.labels));
        }
    }
}

void add_landmarks(pugi::xml_node body, const document::Document& document, const Companions& companions,
                   const Captioned& captioned, const EpubPlaces& places) {
    const document::Labels& labels = document.labels;
    pugi::xml_node list = add_hidden_list(body, "landmarks", labels.landmarks);
    const auto add = [&](const char* type, const std::string& target, const std::string& label) {
        set_attribute(add_entry(list, target, label), "epub:type", type);
    };
    if (!companions.cover.empty()) {
        add("cover", epub_cover, labels.cover);
    }
    add("titlepage", epub_title_page, labels.title_page);
    add("toc", "#toc", labels.contents);
    if (!captioned.figures.empty()) {
        add("loi", "#loi", labels.list_of_figures);
    }
    if (!captioned.tables.empty()) {
        add("lot", "#lot", labels.list_of_tables);
    }
    bool text_began = false;
    for (const document::Part& part : document.parts) {
        const auto place = places.find(part.id);
        const auto* heading = part.blocks.empty() ? nullptr : std::get_if<document::Heading>(&part.blocks.front());
        if (place == places.end() || heading == nullptr) {
            continue;
        }
        if (!text_began) {
            text_began = true;
            add("bodymatter", place->second, labels.start_of_text);
        }
        if (part.role == PartRole::glossary || part.role == PartRole::sources || part.role == PartRole::index) {
            const char* type = part.role == PartRole::glossary  ? "glossary"
                               : part.role == PartRole::sources ? "bibliography"
                                                                : "index";
            add(type, place->second, words_of(heading->text));
        }
    }
}

} // namespace

void finish_navigation(pugi::xml_document& tree, const document::Document& document, const Companions& companions,
                       EpubPlaces places) {
    pugi::xml_node html = tree.document_element();
    html.child("head").child("title").text().set(document.labels.contents.c_str());
    pugi::xml_node body = html.child("body");
    body.remove_child(body.find_child_by_attribute("nav", "epub:type", "landmarks"));
    pugi::xml_node contents = body.find_child_by_attribute("nav", "epub:type", "toc");
    set_attribute(contents, "role", "doc-toc");
    set_attribute(contents, "aria-labelledby", "toc-title");
    for (auto page = companions.pages.rbegin(); page != companions.pages.rend(); ++page) {
        if (page->leaf == Leaf::text && document.parts[page->part].role == PartRole::contents) {
            add_page_mark(body, document, *page);
            places[page_id(page->label)] = "nav.xhtml#" + page_id(page->label);
        }
    }
    const Captioned captioned = captioned_in(document);
    add_list(body, "loi", document.labels.list_of_figures, captioned.figures, places);
    add_list(body, "lot", document.labels.list_of_tables, captioned.tables, places);
    add_page_list(body, document, companions, places);
    add_landmarks(body, document, companions, captioned, places);
    finish_page(tree, document);
}

} // namespace rapporteur::pandoc
