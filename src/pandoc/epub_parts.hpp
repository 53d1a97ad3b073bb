#pragma once

// An EPUB's parts, each finished in a file of its own; epub_package.cpp tells the story.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "support/package.hpp"

#include <pugixml.hpp>
#include <string>
#include <unordered_map>

namespace rapporteur::pandoc {

constexpr const char* epub_cover = "text/cover.xhtml";
constexpr const char* epub_title_page = "text/title_page.xhtml";

// Where each id is, as the navigation leads to it: "text/ch005.xhtml#ecosoc".
using EpubPlaces = std::unordered_map<std::string, std::string>;

// Pandoc makes a chapter of what comes before the first heading, named after the title and listed in the contents. This
// moves what it holds to the title page, where an imprint belongs, and takes the chapter out of the package.
Result<void> move_imprint_to_title_page(Package& package);

// What every document of the book has: a head with no more than it needs, the language in both attributes.
void finish_page(pugi::xml_document& tree, const document::Document& document);

void finish_chapter(pugi::xml_document& tree, const document::Document& document);
void finish_cover(pugi::xml_document& tree, const document::Document& document, const Companions& companions);
void finish_title_page(pugi::xml_document& tree, const document::Document& document, const Companions& companions);
void finish_navigation(pugi::xml_document& tree, const document::Document& document, const Companions& companions,
                       EpubPlaces places);
void finish_package_document(pugi::xml_document& tree, const document::Document& document,
                             const Companions& companions);

// The marks of the pages that begin with a leaf other than text, put first in `body`.
void add_page_marks(pugi::xml_node body, const document::Document& document, const Companions& companions, Leaf leaf);
void add_page_mark(pugi::xml_node body, const document::Document& document, const PageStart& page);

} // namespace rapporteur::pandoc
