#include "samples.hpp"
#include "typeset/typeset.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace rapporteur;
using namespace rapporteur::typeset;

namespace {

struct Printed {
    std::vector<Page> pages;
    Layout layout;
};

Printed print(const document::Document& document) {
    const style::Style style = samples::house_style();
    fonts::FontBook book;
    Printed printed;
    Result<Layout> layout = typeset::typeset(document, style, book, {[&](Page&& page) {
                                                 printed.pages.push_back(std::move(page));
                                                 return Result<void>();
                                             }});
    if (!layout) {
        FAIL(to_text(layout.error()));
    }
    printed.layout = std::move(*layout);
    return printed;
}

std::size_t lines_of(const Page& page) {
    std::set<long> baselines;
    for (const MarkedContent& content : page.contents) {
        for (const Item& item : content.items) {
            if (const auto* run = std::get_if<GlyphRun>(&item);
                run != nullptr && content.artifact == ArtifactKind::none) {
                baselines.insert(std::lround(run->origin.y));
            }
        }
    }
    return baselines.size();
}

void require_within(const Page& page, const style::Style& style) {
    for (const MarkedContent& content : page.contents) {
        for (const Item& item : content.items) {
            if (const auto* run = std::get_if<GlyphRun>(&item);
                run != nullptr && content.artifact == ArtifactKind::none) {
                REQUIRE(run->origin.y < style.page.height - style.page.bottom + 1);
                REQUIRE(run->origin.y > style.page.top);
            }
        }
    }
}

document::Cell cell(const std::string& text) {
    document::Cell made;
    made.lines = {{samples::words(text)}};
    return made;
}

} // namespace

TEST_CASE("every marked content hangs in the structure tree, once") {
    const Printed printed = print(samples::report(6, 4));
    std::set<std::pair<std::uint32_t, std::uint32_t>> in_tree;
    for (const Element& element : printed.layout.structure.elements) {
        for (const Kid& kid : element.kids) {
            if (kid.kind == Kid::Kind::content) {
                REQUIRE(in_tree.emplace(kid.sequence, kid.value).second);
            }
        }
    }
    std::size_t on_pages = 0;
    for (const Page& page : printed.pages) {
        for (const MarkedContent& content : page.contents) {
            if (content.artifact == ArtifactKind::none) {
                ++on_pages;
                REQUIRE(in_tree.count({page.sequence, content.mcid}) == 1);
            }
        }
    }
    REQUIRE(on_pages == in_tree.size());
}

TEST_CASE("each page names the first block or item that begins on it") {
    document::Document report = samples::report(2, 9);
    document::List list;
    for (int item = 1; item <= 120; ++item) {
        list.items.push_back({{}, {samples::words("item-" + std::to_string(item) + "-of-the-list")}, {}});
    }
    report.parts[1].blocks.emplace_back(list);
    const Printed printed = print(report);
    std::map<std::uint32_t, std::string> words; // of each page, by sequence
    for (const Page& page : printed.pages) {
        for (const MarkedContent& content : page.contents) {
            for (const Item& item : content.items) {
                const auto* run = std::get_if<GlyphRun>(&item);
                words[page.sequence] += run == nullptr ? std::string() : run->text;
            }
        }
    }
    std::set<std::uint32_t> started;
    for (const PageStart& start : printed.layout.starts) {
        CHECK(started.insert(start.sequence).second);
        if (start.leaf != Leaf::text) {
            CHECK(printed.pages[start.sequence].leaf == start.leaf);
            continue;
        }
        const document::Part& part = report.parts[start.part];
        const document::Block& block = part.blocks[start.block];
        if (start.item > 0) {
            REQUIRE(std::holds_alternative<document::List>(block));
            const std::string begun = "item-" + std::to_string(start.item) + "-";
            CHECK(words[start.sequence].find(begun) != std::string::npos);
            CHECK(words[start.sequence].find("item-" + std::to_string(start.item - 1) + "-") == std::string::npos);
        } else if (const auto* heading = std::get_if<document::Heading>(&block)) {
            CHECK(words[start.sequence].find(std::get<document::Text>(heading->text[0]).text) != std::string::npos);
        }
    }
    CHECK(started.size() == printed.pages.size());
    CHECK(std::any_of(printed.layout.starts.begin(), printed.layout.starts.end(),
                      [](const PageStart& start) { return start.item > 20; }));
}

TEST_CASE("page numbers in the contents are those of the pages that they lead to") {
    const Printed printed = print(samples::report(9, 5));
    std::map<std::string, std::uint32_t> sequences;
    for (const Destination& destination : printed.layout.destinations) {
        sequences[destination.id] = destination.sequence;
    }
    const auto& order = printed.layout.order;
    const auto page_number = [&](const std::string& id) {
        return std::find(order.begin(), order.end(), sequences.at(id)) - order.begin() + 1;
    };
    const Page& contents = printed.pages[order[2]];
    std::map<std::string, std::string> shown; // the last words of each link's lines
    for (const LinkArea& link : contents.links) {
        for (const MarkedContent& content : contents.contents) {
            if (content.element == link.element && content.artifact == ArtifactKind::none) {
                shown[link.target.substr(1)] = std::get<GlyphRun>(content.items.back()).text;
            }
        }
    }
    REQUIRE(shown.size() == 9);
    for (const auto& [id, number] : shown) {
        REQUIRE(number == std::to_string(page_number(id)));
    }
}

TEST_CASE("no page is nearly empty and none is overfull") {
    const style::Style style = samples::house_style();
    for (int paragraphs = 3; paragraphs < 12; ++paragraphs) {
        const Printed printed = print(samples::report(5, paragraphs));
        for (std::size_t at = 3; at < printed.layout.order.size(); ++at) {
            const Page& page = printed.pages[printed.layout.order[at]];
            REQUIRE(lines_of(page) >= 4);
            require_within(page, style);
        }
    }
}

TEST_CASE("a table of few rows is divided where they don't fit a page together") {
    const style::Style style = samples::house_style();
    document::Document report = samples::report(1, 2);
    document::Table table;
    table.columns.resize(2);
    table.header = document::Row{cell("Body"), cell("What it does")};
    for (int row = 0; row < 9; ++row) {
        table.rows.push_back({cell("row-" + std::to_string(row)), cell(std::string(samples::prose) + samples::prose)});
    }
    report.parts.back().blocks.emplace_back(table);
    const Printed printed = print(report);
    for (std::size_t at = 3; at < printed.layout.order.size(); ++at) {
        require_within(printed.pages[printed.layout.order[at]], style);
    }
}

namespace {

std::string sentences(const std::string& of, int count) {
    std::string text;
    for (int sentence = 0; sentence < count; ++sentence) {
        text += (sentence == 0 ? "" : " ") + of + " " + std::to_string(sentence) +
                " of a note that nobody would want to read at one go.";
    }
    return text;
}

document::NoteReference call_of(document::Document& report, const std::string& text) {
    document::Note note;
    note.id = "long-" + std::to_string(report.notes.size());
    note.text = {samples::words(text)};
    report.notes.push_back(note);
    return {report.notes.size() - 1};
}

// The words of the notes in the order of the pages. Fails where a line stands outside its page's text area, or a note's
// above a line of text.
std::string notes_of(const Printed& printed) {
    const style::Style style = samples::house_style();
    std::string told;
    for (const std::uint32_t sequence : printed.layout.order) {
        const Page& page = printed.pages[sequence];
        if (page.leaf != Leaf::text) {
            continue;
        }
        double lowest = 0;
        for (const MarkedContent& content : page.contents) {
            for (const Item& item : content.items) {
                const auto* run = std::get_if<GlyphRun>(&item);
                if (run == nullptr || content.artifact != ArtifactKind::none) {
                    continue;
                }
                REQUIRE(run->origin.y > style.page.top);
                REQUIRE(run->origin.y < style.page.height - style.page.bottom + 1);
                const bool in_note = run->size == static_cast<float>(style[style::TextStyleName::note].size);
                told += in_note ? run->text : std::string();
                if (!in_note) {
                    lowest = std::max(lowest, run->origin.y);
                } else if (lowest > 0) {
                    REQUIRE(run->origin.y > lowest);
                }
            }
        }
    }
    for (std::size_t at = told.find("\u00AD"); at != std::string::npos; at = told.find("\u00AD")) {
        told.erase(at, 2);
    }
    return told;
}

} // namespace

TEST_CASE("a note longer than a page goes on at the foot of the next, whole and in order") {
    document::Document report = samples::report(2, 6);
    const std::string text = sentences("Sentence", 160);
    report.notes[0].text = {samples::words(text)};
    REQUIRE(notes_of(print(report)).find(text) != std::string::npos);
}

TEST_CASE("long notes keep their room wherever they are called") {
    const std::string one = sentences("One", 60);
    const std::string other = sentences("Other", 90);
    document::Document report = samples::report(2, 3);
    document::Part& part = report.parts.back();
    SECTION("several on one line") {
        part.blocks.emplace_back(samples::paragraph(
            {samples::words("A line"), call_of(report, one), samples::words(" of two"), call_of(report, other)}));
    }
    SECTION("in headings that follow each other") {
        for (const std::string& text : {one, other}) {
            document::Heading heading = samples::heading(2, "heading-" + text.substr(0, 3), "A heading");
            heading.text.emplace_back(call_of(report, text));
            part.blocks.emplace_back(heading);
        }
        part.blocks.emplace_back(samples::paragraph({samples::words(samples::prose)}));
    }
    SECTION("in cells of a table") {
        document::Table table;
        table.columns.resize(2);
        document::Cell first = cell("row");
        first.lines[0].emplace_back(call_of(report, one));
        document::Cell second = cell("value");
        second.lines[0].emplace_back(call_of(report, other));
        table.rows = {{first, second}, {cell("next"), cell("row")}};
        part.blocks.emplace_back(table);
    }
    SECTION("in a figure's caption, above its drawing") {
        document::Figure figure;
        figure.id = "figure";
        figure.caption = {samples::words("A drawing"), call_of(report, one), call_of(report, other)};
        figure.drawing = {200, 300, {document::Rectangle{{0, 0}, 200, 300, document::Ink::tint, 0}}};
        part.blocks.emplace_back(figure);
    }
    SECTION("on the last line of a report") {
        part.blocks.emplace_back(samples::paragraph({samples::words("The end"), call_of(report, one + " " + other)}));
    }
    const std::string told = notes_of(print(report));
    CHECK(told.find(one) != std::string::npos);
    CHECK(told.find(other) != std::string::npos);
}

TEST_CASE("a long report is handed on page by page, each once and in order") {
    const Printed printed = print(samples::report(60, 12));
    REQUIRE(printed.pages.size() > 30);
    for (std::size_t at = 0; at < printed.pages.size(); ++at) {
        REQUIRE(printed.pages[at].sequence == at);
    }
    std::vector<std::uint32_t> order = printed.layout.order;
    std::sort(order.begin(), order.end());
    for (std::size_t at = 0; at < order.size(); ++at) {
        REQUIRE(order[at] == at);
    }
}

TEST_CASE("a note is called on the page at whose foot it stands") {
    const Printed printed = print(samples::report(20, 6));
    std::map<std::string, std::uint32_t> sequences;
    for (const Destination& destination : printed.layout.destinations) {
        sequences[destination.id] = destination.sequence;
    }
    for (int note = 1; note <= 20; ++note) {
        REQUIRE(sequences.at("call-" + std::to_string(note)) == sequences.at("note-" + std::to_string(note)));
    }
}
