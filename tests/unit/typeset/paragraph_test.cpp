#include "samples.hpp"
#include "typeset/paragraph.hpp"

using namespace rapporteur;
using namespace rapporteur::typeset;

namespace {

struct Setting {
    style::Style style = samples::house_style();
    fonts::FontBook book;
    Looks looks = Looks::open(style, book).value();
    ParagraphSetter setter{book, looks};

    std::vector<SetLine> set(const std::string& text, const std::string& language, double width) {
        const Passage passage = PassageMaker::plain(text, {style::TextStyleName::body, 1, language});
        const Result<std::vector<SetLine>> lines =
            setter.set(passage, {width, 0, style::Setting::justified, true, 0.02});
        if (!lines) {
            FAIL(to_text(lines.error()));
        }
        return *lines;
    }
};

std::string text_of(const std::vector<SetLine>& lines) {
    std::string text;
    for (const SetLine& line : lines) {
        for (const LineRun& run : line.runs) {
            text += run.run.text;
        }
    }
    for (std::size_t at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD")) {
        text.erase(at, 2);
    }
    return text;
}

double right_edge(const Setting& setting, const SetLine& line) {
    const GlyphRun& run = line.runs.back().run;
    std::size_t last = run.glyphs.size() - 1;
    while (last > 0 && run.text[run.glyphs[last].cluster] == ' ') {
        --last;
    }
    const fonts::Face& face = setting.book.face(run.face);
    const double advance =
        face.advance_of(run.glyphs[last].id) * double{run.size} * double{run.expansion} / face.units_per_em;
    return run.origin.x + double{run.glyphs[last].x} + advance;
}

} // namespace

TEST_CASE("lines say the whole text, word for word, in every script") {
    Setting setting;
    const std::pair<const char*, const char*> texts[] = {
        {samples::prose, "en"},
        {"La coopération s’étend, année après année, aux organisations régionales\u202F; elle se nourrit de "
         "rencontres.",
         "fr"},
        {"حقوق الطفل مسؤولية مشتركة بين الدول والمنظمات غير الحكومية في كل مكان.", "ar"},
        {"Конвенция о правах ребёнка объединяет государства и общественные организации.", "ru"},
        {"Η Σύμβαση για τα Δικαιώματα του Παιδιού ενώνει κράτη και οργανώσεις.", "el"},
        {"儿童权利公约把各国和民间组织联系在一起，共同努力。", "zh"},
    };
    for (const auto& [text, language] : texts) {
        REQUIRE(text_of(setting.set(text, language, 150)) == text);
    }
}

TEST_CASE("justified lines end at the measure, give or take what hangs over it") {
    Setting setting;
    const std::vector<SetLine> lines = setting.set(samples::prose, "en", 240);
    REQUIRE(lines.size() > 4);
    for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
        REQUIRE(right_edge(setting, lines[at]) > 240 - 2);
        REQUIRE(right_edge(setting, lines[at]) < 240 + 5);
    }
}

TEST_CASE("right-to-left lines stand at the right and run leftwards") {
    Setting setting;
    const std::vector<SetLine> lines = setting.set("حقوق الطفل", "ar", 300);
    REQUIRE(lines.size() == 1);
    double before = 1000;
    for (const LineRun& run : lines[0].runs) {
        REQUIRE(run.run.origin.x + double{run.run.glyphs.front().x} < before);
        before = run.run.origin.x + double{run.run.glyphs.front().x};
    }
    REQUIRE(lines[0].runs.front().run.origin.x > 200);
}

TEST_CASE("a character that no font has is an error that names it and says what to do") {
    Setting setting;
    const Passage passage = PassageMaker::plain("Nothing has \U0010FFFD here", {style::TextStyleName::body, 1, "en"});
    const Result<std::vector<SetLine>> lines = setting.setter.set(passage, {300, 0, style::Setting::ragged, false, 0});
    REQUIRE_FALSE(lines);
    REQUIRE(lines.error().cause == Cause::surroundings);
    REQUIRE(lines.error().message.find("U+10FFFD") != std::string::npos);
    REQUIRE_FALSE(lines.error().hint.empty());
}

TEST_CASE("a title leaves no word alone on its last line where a fuller one can be had") {
    Setting setting;
    const Passage title = PassageMaker::plain("Adriatic Coalition for Inclusive Education (ACIE)",
                                              {style::TextStyleName::heading_1, 1, "en"});
    const Result<std::vector<SetLine>> lines = setting.setter.set(title, {375, 0, style::Setting::ragged, false, 0});
    REQUIRE(lines);
    REQUIRE(lines->size() == 2);
    REQUIRE(text_of({lines->back()}) == "Education (ACIE)");
}

TEST_CASE("the author's soft hyphens divide words, and are in the text only where a line ends at one") {
    Setting setting;
    const std::string marked = "Kin\u00ADder\u00ADrechts\u00ADor\u00ADga\u00ADni\u00ADsa\u00ADti\u00ADo\u00ADnen";
    const std::vector<SetLine> wide = setting.set(marked, "de", 300);
    REQUIRE(wide.size() == 1);
    CHECK(wide[0].runs[0].run.text == "Kinderrechtsorganisationen");
    CHECK(wide[0].runs[0].run.glyphs.size() == 26);
    const std::vector<SetLine> narrow = setting.set(marked, "de", 80);
    REQUIRE(narrow.size() > 1);
    CHECK(text_of(narrow) == "Kinderrechtsorganisationen");
    CHECK(narrow[0].hyphenated);
    CHECK(narrow[0].runs.back().run.text.ends_with("\u00AD"));
    CHECK_FALSE(narrow.back().runs.back().run.text.ends_with("\u00AD"));
}

TEST_CASE("a word with a joiner in it is not divided, and one may break without a hyphen at a space of no width") {
    Setting setting;
    const std::string words = "an in\u2060divisible word and another in\u2060divisible word that follows it closely";
    for (const SetLine& line : setting.set(words, "en", 90)) {
        CHECK_FALSE(line.hyphenated);
    }
    const std::vector<SetLine> lines = setting.set("Donaudampf\u200Bschifffahrt", "de", 90);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].runs.back().run.text == "Donaudampf");
    CHECK(lines[1].runs.back().run.text == "schifffahrt");
}

TEST_CASE("no address is hyphenated, at any width") {
    Setting setting;
    const std::string text = "Do go to partnerships.secretariat@international-example.org or see what is on "
                             "www.defenceforchildren-example.org for all of it; the file is "
                             "AnnualReportPartnershipsInternational2026.pdf and so on, to the end of it all.";
    for (double width = 170; width < 400; width += 5) {
        const std::vector<SetLine> lines = setting.set(text, "en", width);
        CHECK(text_of(lines) == text);
        for (const SetLine& line : lines) {
            CHECK_FALSE(line.hyphenated);
        }
    }
}
