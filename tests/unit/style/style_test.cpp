#include "catch.hpp"
#include "style/style.hpp"
#include "support/files.hpp"

#include <cmath>
#include <cstdlib>
#include <unistd.h>

using namespace rapporteur;

namespace {

const std::string root = SOURCE_DIR;

std::string house() {
    return read_file(root + "/styles/house.xml").value();
}

style::Loaded load_text(const std::string& text) {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("style-" + std::to_string(::getpid()) + ".xml");
    REQUIRE(write_file(file, text));
    style::Loaded loaded = style::load(file, root + "/schema/style.xsd");
    std::filesystem::remove(file);
    return loaded;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

} // namespace

TEST_CASE("the styles that come with the program have no faults") {
    const std::string name = GENERATE("house", "large-print", "compact");
    const style::Loaded loaded = style::load(root + "/styles/" + name + ".xml", root + "/schema/style.xsd");
    for (const Diagnostic& found : loaded.diagnostics) {
        UNSCOPED_INFO(to_text(found));
    }
    REQUIRE(loaded.diagnostics.empty());
    REQUIRE(loaded.style->name == name);
}

TEST_CASE("contrast is WCAG's: 21 to 1 for black on white, 4.54 to 1 for #767676") {
    REQUIRE(style::contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
    REQUIRE(style::contrast({0x76, 0x76, 0x76}, {255, 255, 255}) == Approx(4.54).epsilon(0.002));
}

TEST_CASE("a text colour too pale to read is an error at the palette") {
    const style::Loaded loaded =
        load_text(replaced(house(), "ink=\"muted\" value=\"#59636e\"", "ink=\"muted\" value=\"#aaaaaa\""));
    REQUIRE_FALSE(loaded.style);
    REQUIRE(loaded.diagnostics.front().message.find("contrast") != std::string::npos);
    REQUIRE(loaded.diagnostics.front().place.line > 1);
}

TEST_CASE("a text style that is missing or given twice is named") {
    const style::Loaded twice = load_text(replaced(house(), "text name=\"lead\"", "text name=\"body\""));
    REQUIRE_FALSE(twice.style);
    std::string all;
    for (const Diagnostic& found : twice.diagnostics) {
        all += found.message + "\n";
    }
    REQUIRE(all.find("text “body” is given twice") != std::string::npos);
    REQUIRE(all.find("text “lead” is missing") != std::string::npos);
}

TEST_CASE("what the schema forbids is an error with its line") {
    const style::Loaded loaded = load_text(replaced(house(), "setting=\"justified\"", "setting=\"crooked\""));
    REQUIRE_FALSE(loaded.style);
    REQUIRE(loaded.diagnostics.front().message.find("crooked") != std::string::npos);
    REQUIRE(loaded.diagnostics.front().place.line > 1);
}

TEST_CASE("on other paper the measure stays and a page holds whole lines") {
    for (const char* name : {"house", "large-print", "compact"}) {
        const style::Style own = *style::load(root + "/styles/" + name + ".xml", root + "/schema/style.xsd").style;
        const style::Style letter = style::on(own, style::Paper::letter);
        const auto measure = [](const style::Page& page) { return page.width - page.inner - page.outer; };
        REQUIRE(measure(letter.page) == Approx(measure(own.page)));
        const double lines = (letter.page.height - letter.page.top - letter.page.bottom) / letter.grid;
        REQUIRE(lines == Approx(std::round(lines)));
        REQUIRE(letter.page.height / letter.page.width ==
                Approx(name == std::string("compact") ? 612.0 / 396 : 792.0 / 612));
    }
}

TEST_CASE("a brief is set in the style's texts but for those that it gives itself, with its own margins") {
    const style::Loaded loaded = style::load(root + "/styles/house.xml", root + "/schema/style.xsd");
    REQUIRE(loaded.style);
    REQUIRE(loaded.style->brief);
    const style::Style sheet = style::brief_style(*loaded.style, 0.5);
    CHECK(sheet.page.inner == loaded.style->brief->margins.inner);
    CHECK(sheet[style::TextStyleName::index].size == (*loaded.style)[style::TextStyleName::index].size);
    CHECK(sheet[style::TextStyleName::heading_2].before ==
          loaded.style->brief->texts[static_cast<std::size_t>(style::TextStyleName::heading_2)].before / 2);
    CHECK(sheet[style::TextStyleName::body].size ==
          style::brief_style(*loaded.style, 1)[style::TextStyleName::body].size);
}

TEST_CASE("what a brief gives up is told once, and how far spacing shrinks") {
    const style::Loaded twice = load_text(replaced(house(), "what=\"dates\"", "what=\"people\""));
    REQUIRE_FALSE(twice.style);
    CHECK(twice.diagnostics.front().message.find("twice") != std::string::npos);
    CHECK_FALSE(load_text(replaced(house(), " least=\"0.5\"", "")).style);
    CHECK_FALSE(load_text(replaced(house(), "what=\"dates\"", "what=\"dates\" least=\"0.5\"")).style);
    CHECK_FALSE(load_text(replaced(house(), "what=\"dates\"", "what=\"rights\"")).style);
}

TEST_CASE("no text of a brief is smaller than the style's least") {
    const style::Loaded loaded = load_text(replaced(house(), "least-type=\"8\"", "least-type=\"8.5\""));
    REQUIRE_FALSE(loaded.style);
    CHECK(loaded.diagnostics.front().message.find("smaller than least-type") != std::string::npos);
}
