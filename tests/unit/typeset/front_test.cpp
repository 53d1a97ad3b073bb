// The sheets before the text, and running heads: words of any length have their place, or an error names them.

#include "samples.hpp"
#include "typeset/typeset.hpp"

#include <algorithm>

using namespace rapporteur;
using namespace rapporteur::typeset;

namespace {

struct Sheets {
    std::vector<Page> pages;
    std::optional<Diagnostic> fault;
};

Sheets sheets_of(const document::Document& document) {
    const style::Style style = samples::house_style();
    fonts::FontBook book;
    Sheets sheets;
    const Result<Layout> layout = typeset::typeset(document, style, book, {[&](Page&& page) {
                                                       sheets.pages.push_back(std::move(page));
                                                       return Result<void>();
                                                   }});
    if (!layout) {
        sheets.fault = layout.error();
    }
    return sheets;
}

document::Document titled(const std::string& title) {
    document::Document made = samples::report(1, 1);
    made.metadata.title = title;
    made.metadata.shown_year = "2026";
    made.imprint = {samples::paragraph({samples::words(samples::prose)})};
    return made;
}

const Page& leaf_of(const Sheets& sheets, Leaf leaf) {
    return *std::find_if(sheets.pages.begin(), sheets.pages.end(), [&](const Page& page) { return page.leaf == leaf; });
}

std::vector<GlyphRun> runs_of(const Page& page) {
    std::vector<GlyphRun> runs;
    for (const MarkedContent& content : page.contents) {
        for (const Item& item : content.items) {
            if (const auto* run = std::get_if<GlyphRun>(&item)) {
                runs.push_back(*run);
            }
        }
    }
    return runs;
}

std::string text_of(const std::vector<GlyphRun>& runs) {
    std::string text;
    for (const GlyphRun& run : runs) {
        text += run.text;
    }
    return text;
}

std::string repeated(const std::string& words, int times) {
    std::string made = words;
    for (int at = 1; at < times; ++at) {
        made += " " + words;
    }
    return made;
}

// White words on the panel of the house's colour, below each other and within its edges.
void require_on_panel(const Page& cover, const style::Style& style) {
    double before = 0;
    for (const GlyphRun& run : runs_of(cover)) {
        CHECK(run.origin.y > style.page.top);
        CHECK(run.origin.y < 0.62 * style.page.height - 12);
        CHECK(run.origin.y >= before);
        before = run.origin.y;
        for (const Glyph& glyph : run.glyphs) {
            const double x = run.origin.x + double{glyph.x};
            CHECK(x > 0);
            CHECK(x < style.page.width - style.page.inner / 2);
        }
    }
}

} // namespace

TEST_CASE("a title of any length stands whole on the cover's panel, in smaller type where it must") {
    const style::Style style = samples::house_style();
    const double usual = style[style::TextStyleName::cover_title].size;
    const auto [title, is_smaller] = GENERATE(table<std::string, bool>({
        {"Partnerships", false},
        {"Report on the partnerships of Defence for Children International and of its national sections", false},
        {repeated("Report on the partnerships of Defence for Children International", 5), true},
        {"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", true},
        {"虚构海洋理事会与虚构灯笼基金及虚构港口网络之年度伙伴关系报告以及各国分会的报告", false},
    }));
    const Sheets sheets = sheets_of(titled(title));
    REQUIRE_FALSE(sheets.fault);
    const Page& cover = leaf_of(sheets, Leaf::cover);
    require_on_panel(cover, style);
    std::string shown = text_of(runs_of(cover));
    std::string whole = title;
    for (const std::string& not_of_a_title : {std::string(" "), std::string("\u00AD")}) {
        for (std::string* text : {&shown, &whole}) {
            for (std::size_t at = text->find(not_of_a_title); at != std::string::npos;
                 at = text->find(not_of_a_title)) {
                text->erase(at, not_of_a_title.size());
            }
        }
    }
    CHECK(shown.find(whole) != std::string::npos);
    double largest = 0;
    for (const GlyphRun& run : runs_of(cover)) {
        largest = std::max(largest, double{run.size});
    }
    CHECK((largest < usual - 1) == is_smaller);
    CHECK(largest >= usual / 2 - 0.01);
}

TEST_CASE("long subtitles and holders' names have their place too") {
    document::Document report = titled("Partnerships");
    report.metadata.subtitle = repeated("Annual report on what was done together", 4);
    report.metadata.holder = repeated("A federation of organisations for the rights of children", 4);
    const Sheets sheets = sheets_of(report);
    REQUIRE_FALSE(sheets.fault);
    require_on_panel(leaf_of(sheets, Leaf::cover), samples::house_style());
}

TEST_CASE("on the title page a long title ends above the imprint") {
    document::Document report = titled(repeated("Report on the partnerships of Defence for Children International", 5));
    report.imprint.assign(4, samples::paragraph({samples::words(samples::prose)}));
    const Sheets sheets = sheets_of(report);
    REQUIRE_FALSE(sheets.fault);
    double before = 0;
    for (const GlyphRun& run : runs_of(leaf_of(sheets, Leaf::title_page))) {
        CHECK(run.origin.y >= before);
        before = run.origin.y;
    }
    CHECK(before < samples::house_style().page.height - samples::house_style().page.bottom + 1);
}

TEST_CASE("a title that no type is small enough for is an error that names it") {
    const Sheets sheets = sheets_of(titled(repeated("Too long", 400)));
    REQUIRE(sheets.fault);
    CHECK(sheets.fault->message.find("cover") != std::string::npos);
    CHECK(sheets.fault->message.find("Too long") != std::string::npos);
    CHECK_FALSE(sheets.fault->hint.empty());
}

TEST_CASE("a running head too long for its line ends with an ellipsis after a word") {
    const style::Style style = samples::house_style();
    document::Document report = titled(repeated("Report on partnerships", 12));
    for (int at = 0; at < 40; ++at) {
        report.parts.back().blocks.emplace_back(samples::paragraph({samples::words(samples::prose)}));
    }
    const Sheets sheets = sheets_of(report);
    REQUIRE_FALSE(sheets.fault);
    std::size_t heads = 0;
    for (const Page& page : sheets.pages) {
        for (const MarkedContent& content : page.contents) {
            if (content.artifact != ArtifactKind::header) {
                continue;
            }
            const GlyphRun& run = std::get<GlyphRun>(content.items.front());
            CHECK(run.origin.x + double{run.glyphs.back().x} < style.page.width - style.page.inner);
            if (run.text.find("Report") == 0) {
                ++heads;
                CHECK(run.text.substr(run.text.size() - 3) == "…");
                const std::string last = run.text.substr(run.text.find_last_of(' ') + 1);
                CHECK((last == "Report…" || last == "on…" || last == "partnerships…"));
            }
        }
    }
    CHECK(heads > 0);
}
