#pragma once

// The report's text as pages show it: what pandoc makes of the Document, finished.

#include "document/document.hpp"
#include "support/diagnostic.hpp"

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace rapporteur::pandoc {

struct ContentsEntry {
    std::string id;
    std::string title; // HTML
};

struct HtmlText {
    pugi::xml_document tree; // <main>, which holds a section.part for each part
    std::vector<ContentsEntry> contents;
    std::string imprint; // HTML

    pugi::xml_node main() const { return tree.document_element(); }
};

// `body` is pandoc's fragment.
Result<HtmlText> html_text(const std::string& body, const document::Document& document);

// An element as HTML has it, and what stands in it. (None of the elements that have no end tag occurs in the text.)
std::string html_of(const pugi::xml_node& node);
std::string html_within(const pugi::xml_node& node);

} // namespace rapporteur::pandoc
