#include "samples.hpp"
#include "typeset/table_parts.hpp"
#include "typeset/typeset.hpp"

#include <algorithm>
#include <map>

using namespace rapporteur;
using namespace rapporteur::typeset;

namespace {

struct Printed {
    std::vector<Page> pages;
    Layout layout;
};

Result<Printed> printed(const document::Document& document, const style::Style& style) {
    fonts::FontBook book;
    Printed made;
    Result<Layout> layout = typeset::typeset(document, style, book, {[&](Page&& page) {
                                                 made.pages.push_back(std::move(page));
                                                 return Result<void>();
                                             }});
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    made.layout = std::move(*layout);
    return made;
}

Printed print(const document::Document& document, const style::Style& style = samples::house_style()) {
    Result<Printed> made = printed(document, style);
    if (!made) {
        FAIL(to_text(made.error()));
    }
    return std::move(*made);
}

document::Cell cell(const std::string& text) {
    document::Cell made;
    made.lines = {{samples::words(text)}};
    return made;
}

std::string numbered_words(const std::string& stem, int count) {
    std::string text;
    for (int at = 0; at < count; ++at) {
        text += (at == 0 ? "" : " ") + stem + std::to_string(at);
    }
    return text;
}

document::Document with_table(const document::Table& table) {
    document::Document report = samples::report(1, 1);
    report.labels.continued = "continued";
    report.parts.back().blocks.emplace_back(table);
    return report;
}

// The real text of the pages, in the order of the file, hyphens at line ends taken out.
std::string text_of(const Printed& printed) {
    std::string text;
    for (const std::uint32_t sequence : printed.layout.order) {
        for (const MarkedContent& content : printed.pages[sequence].contents) {
            for (const Item& item : content.items) {
                const auto* run = std::get_if<GlyphRun>(&item);
                text += run == nullptr || content.artifact != ArtifactKind::none ? std::string() : run->text + " ";
            }
        }
    }
    for (std::size_t at = text.find("\u00AD "); at != std::string::npos; at = text.find("\u00AD ")) {
        text.erase(at, std::string_view("\u00AD ").size());
    }
    return text;
}

void require_inside(const Printed& printed, const style::Style& style) {
    for (std::size_t at = 3; at < printed.layout.order.size(); ++at) {
        for (const MarkedContent& content : printed.pages[printed.layout.order[at]].contents) {
            for (const Item& item : content.items) {
                if (const auto* run = std::get_if<GlyphRun>(&item);
                    run != nullptr && content.artifact == ArtifactKind::none) {
                    REQUIRE(run->origin.y > style.page.top);
                    REQUIRE(run->origin.y < style.page.height - style.page.bottom + 0.01);
                }
            }
        }
    }
}

std::size_t count_of(const Printed& printed, ElementType type) {
    std::size_t attached = 0;
    for (const Element& element : printed.layout.structure.elements) {
        attached +=
            static_cast<std::size_t>(std::count_if(element.kids.begin(), element.kids.end(), [&](const Kid& kid) {
                return kid.kind == Kid::Kind::element && printed.layout.structure.elements[kid.value].type == type;
            }));
    }
    return attached;
}

std::size_t count_in(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("a row deeper than a page goes on on the next, every line inside the page, as one row of the structure") {
    const style::Style style = samples::house_style();
    document::Table table;
    table.columns.resize(2);
    table.header = document::Row{cell("Body"), cell("What it does")};
    table.rows.push_back({cell(numbered_words("head", 40)), cell(numbered_words("word", 1500))});
    table.rows.push_back({cell("Short"), cell("row")});
    const Printed printed = print(with_table(table));
    require_inside(printed, style);
    REQUIRE(count_of(printed, ElementType::table) == 1);
    REQUIRE(count_of(printed, ElementType::table_row) == 3);
    REQUIRE(count_of(printed, ElementType::table_data) == 2);
    const std::string text = text_of(printed);
    for (int at = 0; at < 1500; ++at) {
        REQUIRE(text.find("word" + std::to_string(at) + " ") != std::string::npos);
    }
}

TEST_CASE("the head stands again on each page on which a divided row goes on") {
    document::Table table;
    table.columns.resize(2);
    table.header = document::Row{cell("Body"), cell("Whatitdoes")};
    table.rows.push_back({cell("One"), cell(numbered_words("word", 1500))});
    const Printed printed = print(with_table(table));
    std::size_t pages = 0;
    std::size_t heads = 0;
    for (const Page& page : printed.pages) {
        bool has_row = false;
        for (const MarkedContent& content : page.contents) {
            for (const Item& item : content.items) {
                const auto* run = std::get_if<GlyphRun>(&item);
                has_row = has_row || (run != nullptr && run->text.find("word") != std::string::npos);
                heads += run != nullptr && run->text == "Whatitdoes" ? 1 : 0;
            }
        }
        pages += has_row ? 1 : 0;
    }
    REQUIRE(pages >= 3);
    REQUIRE(heads == pages);
}

TEST_CASE("no row is printed over the note that it calls, however deep it is") {
    const style::Style style = samples::house_style();
    for (int words = 100; words <= 900; words += 50) {
        document::Document report = samples::report(1, 1);
        document::Note note;
        note.id = "long";
        note.text = {samples::words(numbered_words("note", 120))};
        report.notes.push_back(note);
        document::Table table;
        table.columns.resize(2);
        document::Cell calling = cell(numbered_words("word", words));
        calling.lines.back().emplace_back(document::NoteReference{report.notes.size() - 1});
        table.rows.push_back({cell("One"), calling});
        report.parts.back().blocks.emplace_back(table);
        const Printed printed = print(report);
        require_inside(printed, style);
        for (const Page& page : printed.pages) {
            double lowest = 0;
            double first_of_note = style.page.height;
            for (const MarkedContent& content : page.contents) {
                for (const Item& item : content.items) {
                    const auto* run = std::get_if<GlyphRun>(&item);
                    if (run == nullptr || content.artifact != ArtifactKind::none) {
                        continue;
                    }
                    if (run->text.rfind("word", 0) == 0) {
                        lowest = std::max(lowest, run->origin.y);
                    } else if (run->text.rfind("note", 0) == 0) {
                        first_of_note = std::min(first_of_note, run->origin.y);
                    }
                }
            }
            REQUIRE(lowest < first_of_note);
        }
    }
}

TEST_CASE("what can't be divided and is deeper than a page is an error that names it") {
    document::Document report = samples::report(1, 1);
    document::Figure figure;
    figure.caption = {samples::words("Partners by kind")};
    figure.drawing.width = 100;
    figure.drawing.height = 2000;
    figure.alternative = "Nothing";
    report.parts.back().blocks.emplace_back(figure);
    const Result<Printed> made = printed(report, samples::house_style());
    REQUIRE(!made);
    CHECK(made.error().severity == Severity::error);
    CHECK(made.error().message.find("the drawing “Partners by kind” in “Partner number 0”") != std::string::npos);
    CHECK(made.error().message.find("2000") != std::string::npos);
    CHECK(!made.error().hint.empty());
}

TEST_CASE("a heading is parted from what it leads to before either is printed beyond the page") {
    const style::Style style = samples::house_style();
    document::Document report = samples::report(1, 1);
    document::Figure figure;
    figure.drawing.width = 100;
    figure.drawing.height = style.page.height - style.page.top - style.page.bottom;
    report.parts.back().blocks.emplace_back(samples::heading(2, "deep", "Deep"));
    report.parts.back().blocks.emplace_back(figure);
    require_inside(print(report), style);
}

TEST_CASE("figures, dates and addresses in narrow columns are never broken") {
    const std::string address = "https://www.example.org/en/instruments/index.php?identifier=0123456789abcdef&lang=en";
    const std::vector<std::string> whole = {"2,934,938.80", "99,407,505.25", "EUR\u00A01,143,500.50",
                                            "31\u00A0December\u00A02026", "office@partners.example.org"};
    for (const std::string style : {"house", "large-print", "compact"}) {
        const std::string root = SOURCE_DIR;
        const style::Loaded loaded = style::load(root + "/styles/" + style + ".xml", root + "/schema/style.xsd");
        REQUIRE(loaded.style);
        document::Table table;
        table.caption = {samples::words("Sums")};
        document::Row head = {cell("Municipality")};
        document::Row row = {cell("Municipality of Santarém, see " + address)};
        for (const std::string& words : whole) {
            head.push_back(cell("Received"));
            row.push_back(cell(words));
        }
        table.columns.resize(head.size());
        table.header = head;
        table.rows = {row, row};
        const Printed made = print(with_table(table), *loaded.style);
        require_inside(made, *loaded.style);
        const std::string text = text_of(made);
        INFO(style << ": " << text);
        for (const std::string& words : whole) {
            CHECK(count_in(text, words + " ") == 2);
        }
        CHECK(count_in(text, "Municipality ") >= 3);
    }
}

TEST_CASE("a table whose columns don't fit is split, the row heads and the caption in each part") {
    document::Table table;
    table.caption = {samples::words("Sums")};
    document::Row head = {cell("Partner")};
    document::Row row = {cell("Lantern")};
    for (int column = 0; column < 12; ++column) {
        head.push_back(cell(std::to_string(2015 + column)));
        row.push_back(cell("99,407,505." + std::to_string(10 + column)));
    }
    table.columns.resize(head.size());
    table.header = head;
    table.rows = {row};
    const Printed made = print(with_table(table));
    const std::size_t parts = count_of(made, ElementType::table);
    REQUIRE(parts >= 2);
    REQUIRE(count_of(made, ElementType::table_row) == 2 * parts);
    REQUIRE(count_of(made, ElementType::caption) == parts);
    const std::string text = text_of(made);
    CHECK(count_in(text, "Lantern ") == parts);
    CHECK(count_in(text, "continued") == parts - 1);
    for (int column = 0; column < 12; ++column) {
        CHECK(count_in(text, "99,407,505." + std::to_string(10 + column) + " ") == 1);
    }
}

namespace {

const FitRules three_hundred{300, 0.9, true, true};

ColumnNeed need(double whole, double addresses, double words) {
    return {{whole, addresses, words}, whole};
}

} // namespace

TEST_CASE("columns that fit keep the style's size and whole words") {
    const TableFit fit = fit_table({need(100, 50, 20), need(100, 50, 20)}, three_hundred);
    CHECK(fit.scale == 1);
    REQUIRE(fit.groups.size() == 1);
    CHECK(fit.widths[0][0] >= 110);
}

TEST_CASE("smaller type comes before anything is broken") {
    const TableFit fit = fit_table({need(150, 20, 20), need(150, 20, 20)}, three_hundred);
    CHECK(fit.scale == Approx(0.93));
    REQUIRE(fit.groups.size() == 1);
    CHECK(fit.widths[0][0] >= 0.93 * 150 + 10);
}

TEST_CASE("addresses are broken before words, and words before the table is split") {
    const TableFit at_marks = fit_table({need(150, 60, 10), need(250, 60, 10)}, three_hundred);
    CHECK(at_marks.scale == 1);
    CHECK(at_marks.groups.size() == 1);
    CHECK(at_marks.widths[0][0] >= 70);
    const TableFit divided = fit_table({need(250, 250, 60), need(250, 250, 60)}, three_hundred);
    CHECK(divided.groups.size() == 1);
    FitRules no_hyphens = three_hundred;
    no_hyphens.divides_words = false;
    const TableFit split = fit_table({need(100, 100, 20), need(150, 150, 20), need(150, 150, 20)}, no_hyphens);
    CHECK(split.groups == std::vector<std::vector<std::size_t>>{{0, 1}, {0, 2}});
}

TEST_CASE("a column that nothing makes fit still gets a place") {
    const TableFit fit = fit_table({need(400, 400, 400), need(400, 400, 400)}, three_hundred);
    REQUIRE(fit.groups.size() == 1);
    CHECK(fit.widths[0][0] + fit.widths[0][1] == Approx(300));
}

namespace {

// Rows of so many columns of figures.
document::Table figures(std::size_t columns, std::size_t rows, const std::string& figure) {
    document::Table table;
    table.caption = {samples::words("Figures")};
    table.row_headers = true;
    table.columns.resize(columns + 1);
    table.header = document::Row(columns + 1, cell("Head"));
    for (std::size_t row = 0; row < rows; ++row) {
        document::Row cells(columns + 1, cell(figure));
        cells.front() = cell("Row " + std::to_string(row));
        table.rows.push_back(cells);
    }
    return table;
}

bool is_landscape(const Page& page) {
    return page.width > page.height;
}

} // namespace

TEST_CASE("a table too wide for the page upright stands on a turned page with its heading, and what follows doesn't") {
    const style::Style style = samples::house_style();
    document::Document report = with_table(figures(8, 14, "12,345,678.50"));
    document::Heading heading;
    heading.level = 2;
    heading.id = "money";
    heading.text = {samples::words("Money")};
    report.parts.back().blocks.insert(report.parts.back().blocks.end() - 1, heading);
    document::Paragraph after;
    after.text = {samples::words("After the table")};
    report.parts.back().blocks.emplace_back(after);
    const Printed printed = print(report, style);
    const auto turned = std::find_if(printed.pages.begin(), printed.pages.end(), is_landscape);
    REQUIRE(turned != printed.pages.end());
    CHECK(std::count_if(printed.pages.begin(), printed.pages.end(), is_landscape) == 1);
    CHECK(double{turned->width} == Approx(style.page.height));
    const auto found = std::find_if(printed.layout.destinations.begin(), printed.layout.destinations.end(),
                                    [](const Destination& place) { return place.id == "money"; });
    REQUIRE(found != printed.layout.destinations.end());
    CHECK(found->sequence == turned->sequence);
    CHECK(count_of(printed, ElementType::table) == 1);
    CHECK(count_in(text_of(printed), "12,345,678.50") == 112);
    for (const MarkedContent& content : turned->contents) {
        for (const Item& item : content.items) {
            if (const auto* run = std::get_if<GlyphRun>(&item); run != nullptr && !run->glyphs.empty()) {
                CHECK(run->origin.x >= (style.page.inner + style.page.outer) / 2 - 0.01);
                CHECK(run->origin.x + double{run->glyphs.back().x} <
                      style.page.height - (style.page.inner + style.page.outer) / 2);
                CHECK(run->text != "After");
            }
        }
    }
}

TEST_CASE("a wide table of few rows is split rather than leave a turned page empty") {
    const Printed printed = print(with_table(figures(8, 3, "12,345,678.50")));
    CHECK(std::none_of(printed.pages.begin(), printed.pages.end(), is_landscape));
    CHECK(count_of(printed, ElementType::table) == 2);
}

TEST_CASE("a figure that no page has room for is an error that names its table and column") {
    const Result<Printed> made = printed(with_table(figures(2, 3, std::string(90, '7'))), samples::house_style());
    REQUIRE_FALSE(made);
    CHECK(made.error().message == "the table “Figures” has no room for the figures of its column 3 “Head”");
}

TEST_CASE("a long caption that is repeated on the next page is shortened to the measure") {
    const style::Style style = samples::house_style();
    document::Table table = figures(3, 80, "1,234");
    table.caption = {samples::words(numbered_words("caption", 60))};
    const Printed printed = print(with_table(table), style);
    std::size_t repeated = 0;
    for (const Page& page : printed.pages) {
        for (const MarkedContent& content : page.contents) {
            for (const Item& item : content.items) {
                const auto* run = std::get_if<GlyphRun>(&item);
                if (run != nullptr && content.artifact == ArtifactKind::repeated && !run->glyphs.empty()) {
                    ++repeated;
                    CHECK(run->origin.x + double{run->glyphs.back().x} < style.page.width - style.page.outer);
                }
            }
        }
    }
    CHECK(repeated > 0);
}
