#include "catch.hpp"
#include "picture/picture.hpp"

#include <cmath>
#include <pugixml.hpp>
#include <sstream>

using namespace rapporteur;

namespace {

struct Extent {
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
};

// Of the points that path data names, control points among them.
Extent extent_of(const std::string& path) {
    Extent extent;
    std::string numbers = path;
    for (char& byte : numbers) {
        byte = (byte >= 'A' && byte <= 'Z') ? ' ' : byte;
    }
    std::istringstream stream(numbers);
    for (double x = 0, y = 0; stream >> x >> y;) {
        extent.left = std::min(extent.left, x);
        extent.right = std::max(extent.right, x);
        extent.top = std::min(extent.top, y);
        extent.bottom = std::max(extent.bottom, y);
    }
    return extent;
}

} // namespace

TEST_CASE("a page's letters are outlines that stand where the font says, in the run's colour") {
    fonts::FontBook fonts;
    const Result<fonts::FaceId> id = fonts.open({"Inter", 400, false});
    REQUIRE(id);
    const fonts::Face& face = fonts.face(*id);
    typeset::GlyphRun run;
    run.face = *id;
    run.size = 100;
    run.origin = {50, 200};
    run.colour = {1, 0, 0};
    run.text = "H";
    run.glyphs.push_back({static_cast<std::uint16_t>(face.glyph_of(U'H').value()), 0, 0, 0});
    typeset::Page page;
    page.width = 300;
    page.height = 400;
    page.contents.push_back({typeset::ArtifactKind::none, 0, 0, {}, {run, typeset::Fill{{1, 2}, 3, 4, 0, {0, 0, 1}}}});

    pugi::xml_document tree;
    REQUIRE(tree.load_string(picture::svg(page, fonts).c_str()));
    CHECK(std::string(tree.document_element().attribute("viewBox").value()) == "0 0 300.00 400.00");
    const pugi::xml_node letter = tree.select_node("//path[@fill='#ff0000']").node();
    REQUIRE(letter);
    const Extent extent = extent_of(letter.attribute("d").value());
    const double cap_height = 100.0 * face.cap_height / face.units_per_em;
    CHECK(std::abs(extent.bottom - 200) < 0.1);
    CHECK(std::abs(extent.top - (200 - cap_height)) < 0.1);
    CHECK(extent.left > 50);
    CHECK(extent.right < 50 + 100.0 * face.advance_of(*face.glyph_of(U'H')) / face.units_per_em);
    CHECK(tree.select_nodes("//rect[@fill='#0000ff'][@x='1.00'][@width='3.00']").size() == 1);
    CHECK(tree.select_nodes("//text").empty());
}
