#pragma once

// The pieces that pages of HTML are put together from, each written in a file of its own.

#include "document/document.hpp"
#include "pandoc/html_text.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::pandoc {

// What differs from page to page; all but the titles and names is HTML.
struct Frame {
    std::string title;
    std::string policy;                    // what a browser may fetch for it: Content-Security-Policy; empty: not told
    std::string head;                      // style sheets, linked data
    std::vector<Translation> translations; // of this page
    std::string masthead;
    std::string tools; // the find box and the contents
    std::string main;
    std::string footer;
    std::string scripts;
};

// The whole page.
std::string html_frame(const Frame& frame, const document::Document& document, const style::Style& style);

// Between <head> and </head>.
std::string html_head(const Frame& frame, const document::Document& document, const style::Style& style);
std::string title_of(const document::Metadata& about);

// The organisations and what the holder is to each, as schema.org's JSON-LD in its script element.
std::string linked_data_script(const document::Document& document);

// The title as on the cover, and the way to the report in other languages; above a page of a site, the way to its
// front.
std::string masthead_of_report(const document::Document& document, const std::vector<Translation>& translations);
std::string masthead_of_part(const document::Document& document, const std::vector<Translation>& translations,
                             const std::string& front);

// The find box, which shows only where scripts run. It finds what stands on the page, or where a file of `places` is
// named, on every page of the site.
std::string find_form(const document::Document& document, const std::string& places);
std::string_view find_script();

std::string contents_nav(const document::Document& document, const std::vector<ContentsEntry>& contents);

} // namespace rapporteur::pandoc
