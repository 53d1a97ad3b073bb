#include "pandoc/html_parts.hpp"
#include "pandoc/style_sheet.hpp"
#include "support/xml_escape.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rapporteur::pandoc {

namespace {

// The page asks nothing of anybody: what this forbids, a browser doesn't fetch, whatever is put into the page later.
constexpr const char* nothing_from_outside =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

std::string named(const char* name, const std::string& content) {
    return content.empty() ? std::string() : fmt::format("<meta name=\"{}\" content=\"{}\">\n", name, escaped(content));
}

std::string property(const char* name, const std::string& content) {
    return content.empty() ? std::string()
                           : fmt::format("<meta property=\"{}\" content=\"{}\">\n", name, escaped(content));
}

// Open Graph writes languages its own way: en_GB, but also en.
std::string open_graph_language(std::string language) {
    std::replace(language.begin(), language.end(), '-', '_');
    return language;
}

std::string title_of(const document::Metadata& about) {
    return fmt::format("{}{}{} {}. {}", about.title, about.subtitle.empty() ? "" : ": ", about.subtitle, about.year,
                       about.holder);
}

// The Open Graph protocol, ogp.me.
std::string social_metadata(const document::Document& document, const Companions& companions) {
    const document::Metadata& about = document.metadata;
    std::string html = property("og:type", "article") +
                       property("og:title", fmt::format("{} {}", about.title, about.year)) +
                       property("og:description", about.description) + property("og:site_name", about.holder) +
                       property("og:locale", open_graph_language(about.language));
    for (const Translation& translation : companions.translations) {
        if (translation.language != about.language) {
            html += property("og:locale:alternate", open_graph_language(translation.language));
        }
    }
    return html + property("article:published_time", about.date) + named("twitter:card", "summary");
}

// A square of the house's colour, so that no browser asks a server for one.
std::string icon(const style::Style& style) {
    const std::string colour = style::hexadecimal(style[style::Ink::accent]).substr(1);
    return fmt::format(
        R"(<link rel="icon" href="data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20)"
        R"(viewBox=%220%200%208%208%22%3E%3Crect%20width=%228%22%20height=%228%22%20fill=%22%23{}%22/%3E)"
        R"(%3C/svg%3E">)"
        "\n",
        colour);
}

} // namespace

std::string html_head(const document::Document& document, const style::Style& style, const Companions& companions) {
    const document::Metadata& about = document.metadata;
    std::string html = "<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", nothing_from_outside);
    html += fmt::format("<title>{}</title>\n", escaped(title_of(about)));
    html += named("description", about.description) + named("author", about.holder) +
            named("keywords", fmt::format("{}", fmt::join(about.subjects, ", "))) + named("color-scheme", "light dark");
    html += named("theme-color", style::hexadecimal(style[style::Ink::accent]));
    html += social_metadata(document, companions);
    for (const Translation& translation : companions.translations) {
        if (translation.language != about.language) {
            html += fmt::format("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n", escaped(translation.language),
                                escaped(translation.file));
        }
    }
    html += icon(style);
    html += fmt::format("<script type=\"application/ld+json\">{}</script>\n", linked_data(document));
    html += fmt::format("<style>\n{}</style>\n", page_style_sheet(style));
    return html;
}

} // namespace rapporteur::pandoc
