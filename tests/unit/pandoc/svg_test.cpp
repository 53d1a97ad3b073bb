#include "pandoc/svg.hpp"
#include "samples.hpp"

#include <pugixml.hpp>

using namespace rapporteur;

TEST_CASE("a drawing is well-formed SVG, its words escaped and its size told") {
    const document::Document document = samples::everything();
    const auto& figure = std::get<document::Figure>(document.parts[2].blocks[1]);
    const std::string text = pandoc::svg(figure.drawing, samples::house_style());
    pugi::xml_document tree;
    REQUIRE(tree.load_string(text.c_str()));
    CHECK(std::string(tree.document_element().attribute("viewBox").value()) == "0 0 100.00 50.00");
    CHECK(std::string(tree.select_node("//text").node().child_value()) == "nine & nine");
    CHECK(tree.select_nodes("//rect").size() == 2); // the ground and the shape
}

TEST_CASE("the cover says title, holder and year, and breaks a long title") {
    document::Metadata about = samples::everything().metadata;
    about.title = "A long title that no cover takes on one line";
    pugi::xml_document tree;
    REQUIRE(tree.load_string(pandoc::cover_svg(about, samples::house_style()).c_str()));
    std::string words;
    for (const pugi::xpath_node& found : tree.select_nodes("//text")) {
        words += std::string(found.node().child_value()) + "|";
        CHECK(std::string(found.node().child_value()).size() < 40);
    }
    CHECK(words.find("Holder|A long title that|") == 0);
    CHECK(words.find("A subtitle · 2026|") != std::string::npos);
}
