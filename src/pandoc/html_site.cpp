#include "pandoc/html_site.hpp"

#include "pandoc/html_parts.hpp"
#include "pandoc/html_places.hpp"
#include "pandoc/html_text.hpp"
#include "pandoc/style_sheet.hpp"
#include "pandoc/xml.hpp"
#include "support/xml_escape.hpp"

#include <fmt/format.h>
#include <unordered_map>

namespace rapporteur::pandoc {

namespace {

constexpr const char* front = "index.html";
constexpr const char* style_file = "style.css";
constexpr const char* find_file = "find.js";
constexpr const char* places_file = "places.js";

std::string page_of(const std::string& part) {
    return part == "index" ? "index-of-terms.html" : part + ".html"; // the front has the other name
}

// Where every id of the report is: its page.
using Pages = std::unordered_map<std::string, std::string>;

Pages pages_of(const HtmlText& text) {
    Pages pages;
    for (const pugi::xml_node& section : text.main().children("section")) {
        const std::string page = page_of(section.attribute("id").value());
        pages.emplace(section.attribute("id").value(), page);
        for (const pugi::xml_node& element : elements_below(section)) {
            if (const pugi::xml_attribute id = element.attribute("id")) {
                pages.emplace(id.value(), page);
            }
        }
    }
    return pages;
}

// On a page of its own a part's heading is the first, and links into other parts name their pages.
void settle(const pugi::xml_node& section, const Pages& pages) {
    const std::string page = page_of(section.attribute("id").value());
    for (pugi::xml_node element : elements_below(section)) {
        const std::string name = element.name();
        if (name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6') {
            element.set_name(("h" + std::string(1, static_cast<char>(name[1] - 1))).c_str());
        }
        const std::string target = element.attribute("href").value();
        if (name == "a" && !target.empty() && target[0] == '#') {
            const auto found = pages.find(target.substr(1));
            if (found != pages.end() && found->second != page) {
                set_attribute(element, "href", found->second + target);
            }
        }
    }
}

std::vector<Translation> translations_of(const std::string& page, const Companions& companions) {
    std::vector<Translation> translations;
    for (const Translation& translation : companions.translations) {
        const std::string folder = translation.file.substr(0, translation.file.rfind(".html"));
        translations.push_back({translation.language, fmt::format("../{}/{}", folder, page)});
    }
    return translations;
}

Frame frame_of_site(const document::Document& document) {
    Frame frame; // without a policy: a page from a disk has no origin that one could name
    frame.head = fmt::format("<link rel=\"stylesheet\" href=\"{}\">\n", style_file);
    frame.tools = find_form(document, places_file);
    frame.scripts = fmt::format("<script src=\"{}\"></script>\n", find_file);
    return frame;
}

std::string front_page(const HtmlText& text, const document::Document& document, const style::Style& style,
                       const Companions& companions) {
    Frame frame = frame_of_site(document);
    frame.title = title_of(document.metadata);
    frame.head += linked_data_script(document);
    frame.translations = translations_of(front, companions);
    frame.masthead = masthead_of_report(document, frame.translations);
    frame.main = "<main id=\"text\" tabindex=\"-1\">\n<nav class=\"part\" aria-labelledby=\"contents\">\n" +
                 fmt::format("<h2 id=\"contents\">{}</h2>\n<ol class=\"parts\">\n", escaped(document.labels.contents));
    for (const ContentsEntry& entry : text.contents) {
        frame.main += fmt::format("<li><a href=\"{}\">{}</a></li>\n", page_of(entry.id), entry.title);
    }
    frame.main += "</ol>\n</nav>\n</main>";
    frame.footer = text.imprint;
    return html_frame(frame, document, style);
}

// To the part before and the part after.
std::string turning_nav(const std::vector<ContentsEntry>& contents, std::size_t at, const document::Labels& labels) {
    std::string html = fmt::format("<nav class=\"turn\" aria-label=\"{}\">\n", escaped(labels.turn_pages));
    const auto add = [&](const char* relation, const std::string& label, const ContentsEntry& entry) {
        html += fmt::format("<a rel=\"{}\" href=\"{}\"><span>{}</span> {}</a>\n", relation, page_of(entry.id),
                            escaped(label), entry.title);
    };
    if (at > 0) {
        add("prev", labels.part_before, contents[at - 1]);
    }
    if (at + 1 < contents.size()) {
        add("next", labels.part_after, contents[at + 1]);
    }
    return html + "</nav>\n";
}

// The way back to the contents, and what stands on this page.
std::string part_nav(const pugi::xml_node& section, const document::Labels& labels) {
    std::string html = fmt::format("<nav aria-label=\"{0}\">\n<p><a href=\"{1}\">{0}</a></p>\n<ol>\n",
                                   escaped(labels.contents), front);
    for (const pugi::xml_node& inner : section.children("section")) {
        html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(inner.attribute("id").value()),
                            html_within(inner.child("h2")));
    }
    return html + "</ol>\n</nav>\n";
}

std::string part_page(const pugi::xml_node& section, std::size_t number, const HtmlText& text,
                      const document::Document& document, const style::Style& style, const Companions& companions) {
    const std::string page = page_of(section.attribute("id").value());
    Frame frame = frame_of_site(document);
    frame.title = fmt::format("{} – {}", text_of(section.child("h1")), title_of(document.metadata));
    frame.translations = translations_of(page, companions);
    frame.masthead = masthead_of_part(document, frame.translations, front);
    frame.tools += part_nav(section, document.labels);
    frame.main = "<main id=\"text\" tabindex=\"-1\">\n" + html_of(section) + "\n" +
                 turning_nav(text.contents, number, document.labels) + "</main>";
    frame.footer = text.imprint;
    return html_frame(frame, document, style);
}

} // namespace

Result<Package> html_site(const std::string& body, const document::Document& document, const style::Style& style,
                          const Companions& companions) {
    const Result<HtmlText> text = html_text(body, document);
    if (!text) {
        return tl::unexpected(text.error());
    }
    Package site;
    site.parts.push_back({front, front_page(*text, document, style, companions)});
    site.parts.push_back({style_file, page_style_sheet(style)});
    site.parts.push_back({find_file, std::string(find_script())});
    const Pages pages = pages_of(*text);
    Places places;
    std::size_t number = 0;
    for (const pugi::xml_node& section : text->main().children("section")) {
        const std::string page = page_of(section.attribute("id").value());
        settle(section, pages);
        places.add(section, page);
        site.parts.push_back({page, part_page(section, number++, *text, document, style, companions)});
    }
    site.parts.push_back({places_file, places.script()});
    return site;
}

} // namespace rapporteur::pandoc
