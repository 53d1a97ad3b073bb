#include "pandoc/html_page.hpp"

#include "pandoc/html_parts.hpp"
#include "pandoc/html_text.hpp"
#include "pandoc/style_sheet.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

// The page asks nothing of anybody: what this forbids, a browser doesn't fetch, whatever is put into the page later.
constexpr const char* nothing_from_outside =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

} // namespace

Result<std::string> html_page(const std::string& body, const document::Document& document, const style::Style& style,
                              const Companions& companions) {
    const Result<HtmlText> text = html_text(body, document);
    if (!text) {
        return tl::unexpected(text.error());
    }
    Frame frame;
    frame.title = title_of(document.metadata);
    frame.policy = nothing_from_outside;
    frame.head = linked_data_script(document) + fmt::format("<style>\n{}</style>\n", page_style_sheet(style));
    frame.translations = companions.translations;
    frame.masthead = masthead_of_report(document, frame.translations);
    const bool wants_finding = document.metadata.form == document::Form::report; // a brief is read at a glance
    frame.tools = (wants_finding ? find_form(document, {}) : std::string()) + contents_nav(document, text->contents);
    frame.main = html_of(text->main());
    frame.footer = text->imprint;
    frame.scripts = wants_finding ? fmt::format("<script>\n{}</script>\n", find_script()) : std::string();
    return html_frame(frame, document, style);
}

} // namespace rapporteur::pandoc
