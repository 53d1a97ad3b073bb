#include "pandoc/dark.hpp"
#include "samples.hpp"

#include <nlohmann/json.hpp>

using namespace rapporteur;

namespace {

std::string page() {
    static const std::string made = samples::published(samples::everything(), pandoc::Format::html);
    return made;
}

bool holds(const std::string& text, const std::string& wanted) {
    INFO(wanted);
    return text.find(wanted) != std::string::npos;
}

std::string between(const std::string& text, const std::string& start, const std::string& end) {
    const std::size_t from = text.find(start);
    REQUIRE(from != std::string::npos);
    const std::size_t to = text.find(end, from);
    REQUIRE(to != std::string::npos);
    return text.substr(from + start.size(), to - from - start.size());
}

nlohmann::json linked_data(const std::string& html) {
    return nlohmann::json::parse(between(html, "<script type=\"application/ld+json\">", "</script>"));
}

} // namespace

TEST_CASE("a page says what the Document says, in its order, its title above its parts") {
    const std::string html = page();
    std::size_t at = 0;
    for (const char* wanted : {"<!DOCTYPE html>",
                               "<html lang=\"en\">",
                               "<h1>Sample &lt;&amp;&gt; title</h1>",
                               "<nav aria-labelledby=\"contents\">",
                               "<h2 id=\"contents\">Contents of it</h2>",
                               "<main",
                               "<section id=\"one\" class=\"part\">",
                               "<h2>The first partner</h2>",
                               "A lead with ",
                               "<span lang=\"ar\" dir=\"rtl\">حقوق الطفل</span>",
                               "<h3>Rights</h3>",
                               "First item",
                               "<caption>A caption</caption>",
                               "<th scope=\"col\">Name</th>",
                               "<th scope=\"row\">Nine</th>",
                               "The first note.",
                               "<h2>The second partner</h2>",
                               "<figcaption>",
                               "A picture of numbers",
                               "<h2>Index</h2>",
                               "</main>",
                               "<footer",
                               "Printed nowhere."}) {
        INFO(wanted);
        at = html.find(wanted, at);
        REQUIRE(at != std::string::npos);
    }
}

TEST_CASE("a page needs nothing beside it") {
    const std::string html = page();
    CHECK_FALSE(holds(html, "src="));
    CHECK_FALSE(holds(html, "<img"));
    CHECK_FALSE(holds(html, "url("));
    CHECK_FALSE(holds(html, "@import"));
    CHECK_FALSE(holds(html, "rel=\"stylesheet\""));
    CHECK(holds(html, "Content-Security-Policy"));
    CHECK(holds(html, "<svg viewBox="));
}

TEST_CASE("a page leads to its other languages, and to none where it is alone") {
    CHECK(holds(page(), "<link rel=\"alternate\" hreflang=\"fr\" href=\"sample-2026-fr.html\">"));
    CHECK(holds(page(), "<a lang=\"fr\" hreflang=\"fr\" href=\"sample-2026-fr.html\">Français</a>"));
    CHECK(holds(page(), "<span lang=\"en\" aria-current=\"true\">English</span>"));
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    REQUIRE(pandoc::publish(samples::everything(), samples::house_style(), pandoc::Format::html, {},
                            pandoc::find().value(), folder.path() / "alone.html"));
    const std::string alone = read_file(folder.path() / "alone.html").value();
    CHECK_FALSE(holds(alone, "hreflang"));
    CHECK_FALSE(holds(alone, "Languages of it"));
}

TEST_CASE("a page marks where the PDF's pages begin, and its notes lead back") {
    CHECK(holds(page(), "id=\"page-4\" class=\"page\" data-page=\"4\""));
    CHECK(holds(page(), "<a href=\"#n1\" id=\"call-1\" class=\"note-call\" dir=\"ltr\" role=\"doc-noteref\""));
    CHECK(holds(page(), "<aside id=\"n1\" class=\"note\" role=\"doc-footnote\">"));
    CHECK(holds(page(), "<a href=\"#call-1\" class=\"note-back\" role=\"doc-backlink\""));
    CHECK_FALSE(holds(page(), "epub:type"));
}

TEST_CASE("machines find the organisations and what the holder is to each") {
    const nlohmann::json graph = linked_data(page())["@graph"];
    REQUIRE(graph.size() == 4);
    CHECK(graph[0]["@type"] == "Report");
    CHECK(graph[0]["about"] == nlohmann::json::parse(R"([{"@id":"#one"},{"@id":"#two"}])"));
    CHECK(graph[1]["memberOf"] ==
          nlohmann::json::parse(R"([{"@type":"OrganizationRole","roleName":"member","startDate":"1993",)"
                                R"("endDate":"2001-05","memberOf":{"@id":"#one"}}])")); // a memorandum is no membership
    CHECK(graph[2] == nlohmann::json::parse(R"({"@type":"NGO","@id":"#one","name":"The first partner",)"
                                            R"("alternateName":"FP","url":"https://one.example/"})"));
    CHECK(graph[3]["name"]["@language"] == "fr");
    CHECK(graph[3]["name"]["@value"] == "Le </script> second"); // which doesn't end the script
}

TEST_CASE("a page in a right-to-left language says so") {
    document::Document document = samples::everything();
    document.metadata.language = "ar";
    CHECK(holds(samples::published(document, pandoc::Format::html), "<html lang=\"ar\" dir=\"rtl\">"));
}

TEST_CASE("the number of a note reads apart from the words and the figures beside it") {
    document::Document document = samples::everything();
    document::Paragraph figure;
    figure.text = {samples::words("EUR 410,000"), document::NoteReference{0}};
    document.parts[1].blocks.emplace_back(figure);
    const std::string page = samples::published(document, pandoc::Format::html);
    CHECK(holds(page, "410,000\u202F<sup><a"));
    CHECK(holds(page, "class=\"note-call\" dir=\"ltr\""));
    document.metadata.language = "ar";
    const std::string arabic = samples::published(document, pandoc::Format::html);
    CHECK(holds(arabic, "class=\"note-call\" dir=\"rtl\""));
}

TEST_CASE("every colour for a dark ground reads on it, whatever the style's") {
    style::Style style = samples::house_style();
    for (const style::Colour accent : {style[style::Ink::accent], style::Colour{0, 0, 0}, style::Colour{120, 0, 60}}) {
        style.palette[static_cast<std::size_t>(style::Ink::accent)] = accent;
        const style::Style dark = pandoc::on_dark(style);
        const auto on_paper = [&](style::Ink ink) { return style::contrast(dark[ink], dark[style::Ink::paper]); };
        CHECK(on_paper(style::Ink::text) >= 12);
        CHECK(on_paper(style::Ink::muted) >= 6.5);
        CHECK(on_paper(style::Ink::accent) >= 7);
        CHECK(on_paper(style::Ink::second) >= 5.5);
        CHECK(style::contrast(pandoc::found_colour(dark), dark[style::Ink::text]) >= 7);
        CHECK(style::contrast(pandoc::found_colour(style), style[style::Ink::text]) >= 7);
        const style::Colour middle = pandoc::on_any_ground(accent);
        CHECK(style::contrast(middle, {255, 255, 255}) >= 4.5);
        CHECK(style::contrast(middle, {0, 0, 0}) >= 4.5);
    }
}
