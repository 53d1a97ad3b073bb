#pragma once

// The pieces of a page of HTML, each written in a file of its own; html_page.cpp puts them together.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::pandoc {

struct ContentsEntry {
    std::string id;
    std::string title; // HTML
};

// Between <head> and </head>.
std::string html_head(const document::Document& document, const style::Style& style, const Companions& companions);

// The organisations and what the holder is to each, as schema.org's JSON-LD.
std::string linked_data(const document::Document& document);

// The title as on the cover, and the way to the report in other languages.
std::string masthead(const document::Document& document, const Companions& companions);

// The find box, which shows only where scripts run, and the contents.
std::string page_tools(const document::Document& document, const std::vector<ContentsEntry>& contents);

// Makes the find box work, on the page itself and without a server.
std::string_view find_script();

} // namespace rapporteur::pandoc
