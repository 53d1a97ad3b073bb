#pragma once

// A Document with something of everything, and a style to publish it in.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "support/files.hpp"
#include "support/package.hpp"
#include "support/process.hpp"

#include "catch.hpp"

namespace rapporteur::samples {

inline document::Text words(std::string text, document::TextRole role = document::TextRole::plain,
                            std::string link = {}, std::string language = {}) {
    document::Text made;
    made.text = std::move(text);
    made.role = role;
    made.link = std::move(link);
    made.language = std::move(language);
    return made;
}

inline document::Heading heading(int level, std::string id, std::string text) {
    document::Heading made;
    made.level = level;
    made.id = std::move(id);
    made.text = {words(std::move(text))};
    return made;
}

inline document::Document everything() {
    using namespace document;
    Document made;
    made.metadata.identifier = "urn:uuid:00000000-0000-8000-8000-000000000001";
    made.metadata.title = "Sample <&> title";
    made.metadata.subtitle = "A subtitle";
    made.metadata.holder = "Holder";
    made.metadata.holder_short = "H";
    made.metadata.year = 2026;
    made.metadata.shown_year = "2026";
    made.metadata.date = "2026-11-24";
    made.metadata.language = "en";
    made.metadata.description = "What it is about";
    made.metadata.subjects = {"one", "two"};
    made.metadata.file_stem = "sample-2026-en";
    made.metadata.organisations = {
        {"one", "The first partner", {}, "FP", "https://one.example/", true, {{"member", true, "1993", "2001-05"}}},
        {"two", "Le </script> second", "fr", {}, {}, false, {{"memorandum", false, "2012", {}}}}};
    made.labels.contents = "Contents of it";
    made.labels.accessibility = "It has headings.";
    made.labels.cover = "The cover";
    made.labels.title_page = "The title page";
    made.labels.landmarks = "Landmarks";
    made.labels.start_of_text = "Beginning";
    made.labels.page = "Page";
    made.labels.note = "Note";
    made.labels.back_to_text = "Back to the call of note";
    made.labels.list_of_figures = "Figures of it";
    made.labels.list_of_tables = "Tables of it";
    made.labels.list_of_pages = "Pages in print";
    made.labels.languages = "Languages of it";
    made.labels.skip_to_text = "Skip";
    made.labels.find = "Find in it";
    made.labels.places_found = "Found:";
    made.labels.nothing_found = "Nothing";
    made.labels.turn_pages = "Turn";
    made.labels.part_before = "Before:";
    made.labels.part_after = "After:";
    Paragraph imprint;
    imprint.role = ParagraphRole::imprint;
    imprint.text = {words("Printed nowhere.")};
    made.imprint.push_back(imprint);

    Part contents;
    contents.role = PartRole::contents;
    contents.blocks = {heading(1, "contents", "Contents of it"), Contents{1}};
    made.parts.push_back(contents);

    Part part;
    part.role = PartRole::partner;
    part.id = "one";
    part.blocks.emplace_back(heading(1, "one", "The first partner"));
    Paragraph lead;
    lead.role = ParagraphRole::lead;
    lead.text = {words("A lead with "), words("emphasis", TextRole::emphasis), words(" and "),
                 words("ECOSOC", TextRole::acronym), NoteReference{0}};
    part.blocks.emplace_back(lead);
    Paragraph body;
    body.id = "body-1";
    body.text = {words("A body that sees "),
                 words("the second", TextRole::plain, "#two"),
                 words(", says "),
                 words("حقوق الطفل", TextRole::plain, {}, "ar"),
                 words(" and "),
                 words("droits", TextRole::plain, {}, "fr"),
                 words("."),
                 NoteReference{1}};
    part.blocks.emplace_back(body);
    part.blocks.emplace_back(heading(2, "one-rights", "Rights"));
    List list;
    list.items = {{"", {words("First item")}, ""}, {"", {words("Second item")}, "fr"}};
    part.blocks.emplace_back(list);
    Table table;
    table.id = "table-1";
    table.caption = {words("A caption")};
    table.columns.resize(2);
    table.columns[1].alignment = Alignment::end;
    const auto cell = [](const char* text) { return Cell{{{words(text)}}, {}}; };
    table.header = Row{cell("Name"), cell("Number")};
    table.rows = {{cell("Nine"), cell("9")}, {cell("Empty"), Cell{}}};
    part.blocks.emplace_back(table);
    made.parts.push_back(part);

    Part second;
    second.role = PartRole::partner;
    second.id = "two";
    second.blocks.emplace_back(heading(1, "two", "The second partner"));
    Figure figure;
    figure.id = "figure-1";
    figure.caption = {words("A picture of numbers")};
    figure.alternative = "Nine and nine make “eighteen”.";
    figure.drawing = {100,
                      50,
                      {document::Rectangle{{0, 0}, 50, 50, Ink::accent, 0},
                       Label{{60, 20}, "nine & nine", {}, 8, Anchor::start, Ink::text, false}}};
    second.blocks.emplace_back(figure);
    made.parts.push_back(second);

    Part index;
    index.role = PartRole::index;
    index.id = "index";
    index.blocks.emplace_back(heading(1, "index", "Index"));
    index.blocks.emplace_back(Index{{{{words("ECOSOC")}, {"one", "one-rights", "two"}}}});
    made.parts.push_back(index);
    made.notes = {{"n1", {words("The first note.")}, {}}, {"n2", {words("The second note.")}, {}}};
    return made;
}

// The same Document's PDF: a cover, a title page, contents, and three pages of text.
inline pandoc::Companions companions() {
    pandoc::Companions made;
    made.pdf = "sample-2026-en.pdf";
    made.cover = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"30\" viewBox=\"0 0 20 30\">"
                 "<rect width=\"20\" height=\"20\" fill=\"#17496b\"/></svg>";
    made.pages = {
        {"1", pandoc::Leaf::cover, 0, 0, 0}, {"2", pandoc::Leaf::title_page, 0, 0, 0},
        {"3", pandoc::Leaf::text, 0, 0, 0},  {"4", pandoc::Leaf::text, 1, 0, 0}, // the first partner's heading
        {"5", pandoc::Leaf::text, 1, 4, 2},                                      // the second item of its list
        {"6", pandoc::Leaf::text, 1, 5, 2},                                      // the second row of its table
        {"7", pandoc::Leaf::text, 2, 1, 0},                                      // the second partner's figure
        {"8", pandoc::Leaf::text, 3, 1, 1}};                                     // the index's only entry
    made.translations = {{"en", "sample-2026-en.html"}, {"fr", "sample-2026-fr.html"}};
    return made;
}

inline style::Style house_style() {
    const std::string root = SOURCE_DIR;
    const style::Loaded loaded = style::load(root + "/styles/house.xml", root + "/schema/style.xsd");
    REQUIRE(loaded.style);
    return *loaded.style;
}

inline std::string published(const document::Document& document, pandoc::Format format) {
    const TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    const Result<pandoc::Pandoc> pandoc = pandoc::find();
    REQUIRE(pandoc);
    const Result<void> made =
        pandoc::publish(document, house_style(), format, companions(), *pandoc, folder.path() / "made");
    if (!made) {
        FAIL(to_text(made.error()));
    }
    return read_file(folder.path() / "made").value();
}

} // namespace rapporteur::samples
