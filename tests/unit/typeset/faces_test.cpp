#include "samples.hpp"
#include "support/files.hpp"
#include "typeset/paragraph.hpp"

#include <cmath>
#include <sstream>

using namespace rapporteur;
using namespace rapporteur::typeset;

namespace {

struct Setting {
    style::Style style = samples::house_style();
    fonts::FontBook book;
    Looks looks = Looks::open(style, book).value();
    ParagraphSetter setter{book, looks};

    std::vector<LineRun> set(const document::Text& words, const std::string& language,
                             style::TextStyleName style_name) {
        Structure structure;
        document::Document document;
        PassageMaker passages(structure, document);
        const Passage passage = passages.make({words}, {style_name, 0, language});
        const Result<std::vector<SetLine>> lines = setter.set(passage, {1e6, 0, style::Setting::ragged, false, 0});
        if (!lines) {
            FAIL(to_text(lines.error()));
        }
        return lines->front().runs;
    }
    std::vector<LineRun> set(const std::string& text, const std::string& language, style::TextStyleName style_name,
                             document::TextRole role = document::TextRole::plain) {
        document::Text words;
        words.text = text;
        words.role = role;
        return set(words, language, style_name);
    }
    const std::string& family(const LineRun& run) const { return book.face(run.run.face).family; }
};

std::string utf8(const std::string& code_points) {
    std::istringstream stream(code_points);
    std::string text;
    std::uint32_t point = 0;
    while (stream >> std::hex >> point) {
        if (point < 0x80) {
            text += static_cast<char>(point);
        } else if (point < 0x800) {
            text += static_cast<char>(0xC0U | (point >> 6U));
            text += static_cast<char>(0x80U | (point & 0x3FU));
        } else {
            text += static_cast<char>(0xE0U | (point >> 12U));
            text += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
            text += static_cast<char>(0x80U | (point & 0x3FU));
        }
    }
    return text;
}

std::vector<std::string> din_91379() {
    const std::string file = std::string(SOURCE_DIR) + "/tests/unit/typeset/din_91379.txt";
    std::istringstream lines(read_file(file).value());
    std::vector<std::string> letters;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.front() != '#') {
            letters.push_back(utf8(line));
        }
    }
    return letters;
}

// Whether no mark stays where the letter before it ends, neither moved along nor up.
bool marks_are_placed(const Setting& setting, const GlyphRun& run) {
    const fonts::Face& face = setting.book.face(run.face);
    for (std::size_t at = 1; at < run.glyphs.size(); ++at) {
        hb_glyph_extents_t extents = {};
        hb_font_get_glyph_extents(face.font.get(), run.glyphs[at].id, &extents);
        const bool is_mark = face.advance_of(run.glyphs[at].id) == 0 || run.glyphs[at].cluster == 0;
        const double em = double{run.size} / face.units_per_em;
        const double pen = face.advance_of(run.glyphs[0].id) * em;
        const bool stays = run.glyphs[at].y == 0 && std::abs(double{run.glyphs[at].x} - pen) < 1e-3;
        if (is_mark && extents.width != 0 && stays) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("every letter of DIN 91379 is set with its marks in place, in every style and role") {
    Setting setting;
    const std::vector<std::string> letters = din_91379();
    REQUIRE(letters.size() > 600);
    using Name = style::TextStyleName;
    for (const Name name : {Name::body, Name::lead, Name::table, Name::table_header, Name::heading_1, Name::heading_2,
                            Name::cover_title}) {
        for (const auto role : {document::TextRole::plain, document::TextRole::emphasis, document::TextRole::strong}) {
            for (const std::string& letter : letters) {
                const std::vector<LineRun> runs = setting.set(letter, "en", name, role);
                INFO(letter << " in " << setting.family(runs.front()));
                std::string text;
                for (const LineRun& run : runs) {
                    text += run.run.text;
                    CHECK(marks_are_placed(setting, run.run));
                }
                CHECK(text == letter);
            }
        }
    }
}

TEST_CASE("a word with a letter that its face can't set is set in another as a whole, as heavy and as plain") {
    Setting setting;
    for (const auto& [word, language] : {std::pair("Gbɔ̃ɖeɖe", "ee"), std::pair("G̃uarani", "gn"),
                                         std::pair("Lɔ̌bɔ́kɔ́", "ln"), std::pair("Ẹ̀tọ́", "yo"), std::pair("M̧ajeļ", "mh")}) {
        const std::vector<LineRun> runs = setting.set(word, language, style::TextStyleName::heading_2);
        INFO(word);
        REQUIRE(runs.size() == 1);
        CHECK(fonts::is_sans(setting.book.face(runs[0].run.face)));
        CHECK(setting.book.face(runs[0].run.face).weight >= 500);
    }
    const std::vector<LineRun> plain = setting.set("Hội Bảo vệ", "vi", style::TextStyleName::heading_2);
    REQUIRE(plain.size() == 1);
    CHECK(setting.family(plain[0]) == "Inter");
}

TEST_CASE("a symbol that a face draws without one of its parts is set in another") {
    Setting setting;
    const std::vector<LineRun> runs = setting.set("20℃", "en", style::TextStyleName::body);
    REQUIRE(runs.size() == 2);
    CHECK(setting.family(runs[0]) == "EB Garamond 12");
    CHECK(setting.family(runs[1]) != "EB Garamond 12");
    CHECK(runs[1].run.text == "℃");
    const std::vector<LineRun> number = setting.set("№5", "en", style::TextStyleName::body);
    REQUIRE(number.size() == 1);
}

TEST_CASE("small capitals take every letter of an acronym, or none") {
    Setting setting;
    using document::TextRole;
    const auto glyphs = [&](const std::string& text, TextRole role) {
        std::vector<std::uint16_t> ids;
        for (const LineRun& run : setting.set(text, "en", style::TextStyleName::body, role)) {
            for (const Glyph& glyph : run.run.glyphs) {
                ids.push_back(glyph.id);
            }
        }
        return ids;
    };
    for (const char* word : {"UNESCO", "ÖBB", "ŽIK", "İHD", "DİSK", "ÇHD", "STRAẞE", "ŒUVRE", "ĦŦ", "ƐƆ"}) {
        const std::vector<std::uint16_t> small = glyphs(word, TextRole::acronym);
        const std::vector<std::uint16_t> large = glyphs(word, TextRole::plain);
        REQUIRE(small.size() == large.size());
        std::size_t changed = 0;
        for (std::size_t at = 0; at < small.size(); ++at) {
            changed += small[at] != large[at] ? 1 : 0;
        }
        INFO(word);
        CHECK((changed == 0 || changed == small.size()));
    }
    CHECK(glyphs("ÖBB", TextRole::acronym) != glyphs("ÖBB", TextRole::plain));
}
