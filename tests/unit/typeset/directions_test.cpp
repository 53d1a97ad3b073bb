// Scripts that run from the right, and scripts that have no spaces.

#include "samples.hpp"
#include "typeset/paragraph.hpp"

#include <algorithm>

using namespace rapporteur;
using namespace rapporteur::typeset;

namespace {

struct Setting {
    style::Style style = samples::house_style();
    fonts::FontBook book;
    Looks looks = Looks::open(style, book).value();
    ParagraphSetter setter{book, looks};
    Structure structure;
    document::Document document;

    std::vector<SetLine> set(const document::Inlines& inlines, const std::string& language, double width) {
        PassageMaker maker(structure, document);
        const Passage passage = maker.make(inlines, {style::TextStyleName::body, 0, language});
        const Result<std::vector<SetLine>> lines =
            setter.set(passage, {width, 0, style::Setting::justified, true, 0.02});
        if (!lines) {
            FAIL(to_text(lines.error()));
        }
        return *lines;
    }
};

struct Placed {
    std::string text; // of one glyph
    double x = 0;     // left edge
    double end = 0;   // right edge
};

std::vector<Placed> placed(const Setting& setting, const SetLine& line) {
    std::vector<Placed> all;
    for (const LineRun& part : line.runs) {
        const GlyphRun& run = part.run;
        const fonts::Face& face = setting.book.face(run.face);
        for (std::size_t at = 0; at < run.glyphs.size(); ++at) {
            std::size_t next = at + 1;
            while (next < run.glyphs.size() && run.glyphs[next].cluster == run.glyphs[at].cluster) {
                ++next;
            }
            const std::size_t end = next < run.glyphs.size() ? run.glyphs[next].cluster : run.text.size();
            const double x = run.origin.x + double{run.glyphs[at].x};
            const double advance =
                face.advance_of(run.glyphs[at].id) * double{run.size} * double{run.expansion} / face.units_per_em;
            all.push_back({run.text.substr(run.glyphs[at].cluster, end - run.glyphs[at].cluster), x, x + advance});
        }
    }
    return all;
}

double left_of(const std::vector<Placed>& glyphs, const std::string& text) {
    const auto found =
        std::find_if(glyphs.begin(), glyphs.end(), [&](const Placed& glyph) { return glyph.text == text; });
    REQUIRE(found != glyphs.end());
    return found->x;
}

} // namespace

TEST_CASE("a space stands where its direction has it: left of a number in Arabic") {
    Setting setting;
    const std::vector<SetLine> lines = setting.set({samples::words("عام ٢٠٢٥ ما")}, "ar", 300);
    REQUIRE(lines.size() == 1);
    // No two glyphs that show may overlap, and each of three words has room beside it.
    std::vector<Placed> glyphs = placed(setting, lines[0]);
    std::erase_if(glyphs, [](const Placed& glyph) { return glyph.text == " " || glyph.end - glyph.x < 0.5; });
    std::sort(glyphs.begin(), glyphs.end(), [](const Placed& one, const Placed& other) { return one.x < other.x; });
    int gaps = 0;
    for (std::size_t at = 1; at < glyphs.size(); ++at) {
        gaps += glyphs[at].x - glyphs[at - 1].end > 1.5 ? 1 : 0;
    }
    CHECK(gaps == 2);
}

TEST_CASE("words of the other direction keep their marks to themselves") {
    Setting setting;
    const auto english_in_arabic = [&](const std::string& language) {
        const std::vector<SetLine> lines = setting.set(
            {samples::words("المصدر: "), samples::words("Paper (invented).", {}, language), samples::words(" ثم")},
            "ar", 300);
        return placed(setting, lines.at(0));
    };
    const std::vector<Placed> told = english_in_arabic("en");
    CHECK(left_of(told, ".") > left_of(told, ")"));
    CHECK(left_of(told, ")") > left_of(told, "P"));
    const std::vector<Placed> untold = english_in_arabic(""); // the stop belongs to the Arabic sentence
    CHECK(left_of(untold, ".") < left_of(untold, "P"));
}

TEST_CASE("an address runs from left to right in any language") {
    Setting setting;
    const std::string address = "https://www.example.org/";
    const std::vector<Placed> glyphs =
        placed(setting, setting.set({samples::words("الصفحة "), samples::words(address, address)}, "ar", 400).at(0));
    double before = 0;
    for (const Placed& glyph : glyphs) {
        if (address.find(glyph.text) != std::string::npos) {
            CHECK(glyph.x > before);
            before = glyph.x;
        }
    }
}

TEST_CASE("lines without spaces are filled from letter to letter") {
    Setting setting;
    const std::string text =
        "理事会每年举行两次会议，讨论任何地图上都没有的海洋，并听取在这些海洋上航行的非政府组织的意见；合作伙伴包括"
        "听取其意见的虚构海洋理事会、资助其夜校的虚构灯笼基金，以及由其参与创建的虚构港口网络。";
    for (const double width : {150.0, 222.0, 281.0, 379.0}) {
        const std::vector<SetLine> lines = setting.set({samples::words(text)}, "zh", width);
        REQUIRE(lines.size() > 2);
        for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
            const std::vector<Placed> glyphs = placed(setting, lines[at]);
            INFO(width << ", line " << at);
            CHECK(glyphs.back().end == Approx(width).margin(0.5));
            double widest = 0;
            for (std::size_t glyph = 1; glyph < glyphs.size(); ++glyph) {
                widest = std::max(widest, glyphs[glyph].x - glyphs[glyph - 1].end);
            }
            CHECK(widest < 3); // a quarter of an em
        }
    }
}

TEST_CASE("marks that every script shares are those of the script that they stand in") {
    Setting setting;
    const auto face_of = [&](const std::string& text, const std::string& language, const std::string& mark) {
        const std::vector<SetLine> lines = setting.set({samples::words(text)}, language, 400);
        for (const LineRun& part : lines.at(0).runs) {
            if (part.run.text.find(mark) != std::string::npos) {
                return setting.book.face(part.run.face).family;
            }
        }
        return std::string();
    };
    CHECK(face_of("他说“好”。", "zh", "“") == "Noto Serif CJK SC");
    CHECK(face_of("He said “good”.", "en", "“") == "EB Garamond 12");
    CHECK(face_of("قال نعم!", "ar", "!") == "Noto Naskh Arabic");
}

namespace {

// Each glyph of a line as it is read, with the text before a note's number and behind it.
std::vector<Placed> with_notes(const document::Inlines& inlines, const std::string& language) {
    Setting setting;
    setting.document.notes.resize(9);
    setting.document.labels.digits = language == "ar" ? "٠١٢٣٤٥٦٧٨٩" : "0123456789";
    return placed(setting, setting.set(inlines, language, 400).at(0));
}

} // namespace

TEST_CASE("the number of a note stands after the stop and the year before it, in the text's direction") {
    for (const std::string& year : {std::string("٢٠٢٤"), std::string("2024")}) {
        const std::vector<Placed> line =
            with_notes({samples::words("بدأ المشروع عام " + year + "."), document::NoteReference{6}}, "ar");
        const std::string first = year.substr(0, year.size() / 4);
        CHECK(left_of(line, ".") < left_of(line, first));
        CHECK(left_of(line, "٧") < left_of(line, "."));
    }
    const std::vector<Placed> hebrew = with_notes(
        {samples::words("The word שלום"), document::NoteReference{6}, samples::words(" means peace.")}, "en");
    CHECK(left_of(hebrew, "7") > left_of(hebrew, "ש"));
}

TEST_CASE("the number of a note stands outside the amount that it follows, whatever the amount ends with") {
    const std::vector<Placed> currency_last =
        with_notes({samples::words("٨٬٦٥٥ USD"), document::NoteReference{1}}, "ar");
    CHECK(left_of(currency_last, "U") < left_of(currency_last, "٨"));
    CHECK(left_of(currency_last, "٢") < left_of(currency_last, "U"));
    const std::vector<Placed> arabic_last = with_notes(
        {samples::words("They call it "), samples::words("شبكة", {}, "ar"), document::NoteReference{1}}, "en");
    CHECK(left_of(arabic_last, "2") > left_of(arabic_last, "ش"));
}

TEST_CASE("numbers of two notes follow each other in the text's direction, and an amount stays whole before them") {
    const std::vector<Placed> line = with_notes({samples::words("تبرعت EUR 410,000"), document::NoteReference{1},
                                                 document::NoteReference{4}, samples::words(" ثم")},
                                                "ar");
    CHECK(left_of(line, "E") < left_of(line, "4"));
    CHECK(left_of(line, "٢") < left_of(line, "E"));
    CHECK(left_of(line, "٥") < left_of(line, "٢"));
}

TEST_CASE("a note's number stands behind words of the other direction, with no space or stop between them") {
    const std::vector<Placed> english =
        with_notes({samples::words("ثم "), samples::words("Save the Children", {}, "en"), document::NoteReference{6},
                    samples::words(" هنا")},
                   "ar");
    CHECK(left_of(english, "٧") < left_of(english, "S"));
    CHECK(left_of(english, "ه") < left_of(english, "٧"));
    const std::vector<Placed> many = with_notes({samples::words("ثم "), samples::words("Fund", {}, "en"),
                                                 document::NoteReference{6}, document::NoteReference{7}},
                                                "ar");
    CHECK(left_of(many, "٧") < left_of(many, "F"));
    CHECK(left_of(many, "٨") < left_of(many, "٧"));
}

TEST_CASE("a note's number keeps its distance from a figure, and only from one") {
    const auto gap_after = [](const std::string& text) {
        const std::vector<Placed> line = with_notes({samples::words(text), document::NoteReference{6}}, "en");
        return line.back().x - line[line.size() - 2].end;
    };
    Setting setting;
    const auto text_of = [&](const std::string& text) {
        setting.document.notes.resize(9);
        PassageMaker maker(setting.structure, setting.document);
        return maker.make({samples::words(text), document::NoteReference{6}}, {style::TextStyleName::body, 0, "en"})
            .text;
    };
    CHECK(text_of("EUR 410,000") == "EUR 410,000\u202F7");
    CHECK(text_of("in 2024.") == "in 2024.7");
    CHECK(gap_after("in 2024.") < 0.5);
    CHECK(text_of("عام ٢٠٢٤").find("\u202F") != std::string::npos);
}
