#include "pandoc/docx_column_widths.hpp"
#include "pandoc/docx_order.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/xml.hpp"

#include "samples.hpp"

#include <numeric>

using namespace rapporteur;

namespace {

std::string ordered(const char* xml) {
    pugi::xml_document tree;
    REQUIRE(tree.load_string(xml));
    pandoc::order_properties(tree);
    const std::string printed = pandoc::print(tree);
    return printed.substr(printed.find("?>") + 2); // without the declaration
}

document::Cell cell(const char* text) {
    document::Cell made;
    made.lines = {{samples::words(text)}};
    return made;
}

double sum(const std::vector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

} // namespace

TEST_CASE("properties are put into the schema's order, wherever they are") {
    CHECK(ordered("<w:p><w:pPr><w:jc/><w:numPr/><w:pStyle/><w:rPr><w:lang/><w:b/></w:rPr></w:pPr></w:p>") ==
          "<w:p><w:pPr><w:pStyle/><w:numPr/><w:jc/><w:rPr><w:b/><w:lang/></w:rPr></w:pPr></w:p>");
    CHECK(ordered("<w:tbl><w:tblPr><w:tblLook/><w:tblW/><w:tblStyle/></w:tblPr></w:tbl>") ==
          "<w:tbl><w:tblPr><w:tblStyle/><w:tblW/><w:tblLook/></w:tblPr></w:tbl>");
}

TEST_CASE("of a property that stands twice the first stays, but a section may name many heads") {
    CHECK(ordered("<w:pPr><w:pStyle w:val=\"a\"/><w:jc/><w:pStyle w:val=\"b\"/></w:pPr>") ==
          "<w:pPr><w:pStyle w:val=\"a\"/><w:jc/></w:pPr>");
    CHECK(ordered("<w:sectPr><w:pgSz/><w:headerReference/><w:headerReference/></w:sectPr>") ==
          "<w:sectPr><w:headerReference/><w:headerReference/><w:pgSz/></w:sectPr>");
}

TEST_CASE("what isn't properties keeps its order") {
    CHECK(ordered("<w:p><w:r/><w:hyperlink/><w:r/></w:p>") == "<w:p><w:r/><w:hyperlink/><w:r/></w:p>");
}

TEST_CASE("columns fill the measure, and each has room for its longest word") {
    document::Table table;
    table.columns.resize(3);
    table.header = document::Row{cell("Date"), cell("Responsibilities"), cell("What was done")};
    table.rows = {{cell("1993"), cell("none"), cell(std::string(400, 'a').replace(5, 1, " ").c_str())}};
    const std::vector<double> widths = pandoc::column_widths(table, 379, 8.5).points;
    REQUIRE(widths.size() == 3);
    CHECK(sum(widths) == Approx(379));
    CHECK(widths[1] > 16 * 5.0); // the heading's one word
    CHECK(widths[0] > 4 * 5.0);
    CHECK(widths[2] > widths[0]);
}

TEST_CASE("the names in a table of facts take no more than they need") {
    document::Table table;
    table.role = document::TableRole::facts;
    table.columns.resize(2);
    table.rows = {{cell("Full name"), cell("A short one")}, {cell("Since"), cell("1993")}};
    const std::vector<double> widths = pandoc::column_widths(table, 379, 8.5).points;
    CHECK(sum(widths) == Approx(379));
    CHECK(widths[0] < 80);
}

TEST_CASE("where the longest figures don't fit beside each other, the type is smaller and none is broken") {
    document::Table table;
    table.columns.resize(8);
    table.rows = {document::Row(8, cell("99,407,505.25"))};
    const pandoc::ColumnWidths found = pandoc::column_widths(table, 379, 8.5);
    CHECK(found.scale < 1);
    CHECK(sum(found.points) == Approx(379));
    for (const double width : found.points) {
        CHECK(width > 13 * 0.5 * 8.5 * found.scale);
    }
    CHECK(pandoc::column_widths(table, 900, 8.5).scale == 1);
}

TEST_CASE("in a narrow column no e-mail address is broken, nor a date within a range of dates") {
    document::Table table;
    table.role = document::TableRole::facts;
    table.row_headers = true;
    table.columns.resize(2);
    table.rows = {{cell("Grants desk (invented)"), cell("grants@example.org")},
                  {cell("Relationship"), cell("1\u00A0April\u00A02024–31\u00A0March\u00A02028")}};
    const pandoc::ColumnWidths found = pandoc::column_widths(table, 152, 8);
    CHECK(sum(found.points) == Approx(152));
    CHECK(found.scale > 0.8);
    CHECK(found.points[1] - 11 > 18 * 0.5 * 8 * found.scale);
}

TEST_CASE("bookmarks have names that Word's fields can take") {
    CHECK(pandoc::bookmark_of("council-of-europe.2") == "council_of_europe__2");
}
