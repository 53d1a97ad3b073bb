#include "pandoc/html_parts.hpp"
#include "support/xml_escape.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uloc.h>

namespace rapporteur::pandoc {

namespace {

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

// The Open Graph protocol, ogp.me.
std::string social_metadata(const Frame& frame, const document::Document& document) {
    const document::Metadata& about = document.metadata;
    std::string html = property("og:type", "article") + property("og:title", frame.title) +
                       property("og:description", about.description) + property("og:site_name", about.holder) +
                       property("og:locale", open_graph_language(about.language));
    for (const Translation& translation : frame.translations) {
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

std::string title_of(const document::Metadata& about) {
    return fmt::format("{}{}{} {}. {}", about.title, about.subtitle.empty() ? "" : ": ", about.subtitle,
                       about.shown_year, about.holder);
}

std::string html_head(const Frame& frame, const document::Document& document, const style::Style& style) {
    const document::Metadata& about = document.metadata;
    std::string html = "<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    if (!frame.policy.empty()) {
        html += fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", frame.policy);
    }
    html += fmt::format("<title>{}</title>\n", escaped(frame.title));
    html += named("description", about.description) + named("author", about.holder) +
            named("keywords", fmt::format("{}", fmt::join(about.subjects, ", "))) + named("color-scheme", "light dark");
    html += named("theme-color", style::hexadecimal(style[style::Ink::accent]));
    html += social_metadata(frame, document);
    for (const Translation& translation : frame.translations) {
        if (translation.language != about.language) {
            html += fmt::format("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n", escaped(translation.language),
                                escaped(translation.file));
        }
    }
    return html + icon(style) + frame.head;
}

std::string html_frame(const Frame& frame, const document::Document& document, const style::Style& style) {
    const std::string& language = document.metadata.language;
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\"{}>\n<head>\n{}</head>\n<body>\n"
                       "<a class=\"skip\" href=\"#text\">{}</a>\n{}"
                       "<div class=\"sheet columns\">\n<div class=\"tools\"><div>\n{}</div></div>\n{}\n</div>\n"
                       "<footer class=\"sheet\">\n{}</footer>\n{}</body>\n</html>\n",
                       escaped(language), uloc_isRightToLeft(language.c_str()) != 0 ? " dir=\"rtl\"" : "",
                       html_head(frame, document, style), escaped(document.labels.skip_to_text), frame.masthead,
                       frame.tools, frame.main, frame.footer, frame.scripts);
}

} // namespace rapporteur::pandoc
