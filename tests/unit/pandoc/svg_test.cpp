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

TEST_CASE("a drawing in a page takes the page's colours, has a name and what stands for it") {
    const document::Document document = samples::everything();
    const auto& figure = std::get<document::Figure>(document.parts[2].blocks[1]);
    const std::string text = pandoc::inline_svg(figure.drawing, "chart", "A & B", figure.alternative);
    pugi::xml_document tree;
    REQUIRE(tree.load_string(text.c_str()));
    CHECK(std::string(tree.document_element().attribute("role").value()) == "img");
    CHECK(std::string(tree.document_element().attribute("aria-labelledby").value()) == "chart-title chart-desc");
    CHECK(std::string(tree.select_node("//title[@id='chart-title']").node().child_value()) == "A & B");
    CHECK(std::string(tree.select_node("//desc[@id='chart-desc']").node().child_value()) == figure.alternative);
    CHECK(tree.select_nodes("//rect[@class='fill-accent']").size() == 1);
    CHECK(text.find('#') == std::string::npos); // no colour of its own
}

TEST_CASE("a label stays at its side of a drawing, whichever way its words run") {
    document::Drawing drawing;
    drawing.width = 100;
    drawing.height = 50;
    for (const char* words : {"nine", "تسعة", "75"}) {
        document::Label label;
        label.text = words;
        label.anchor = document::Anchor::end; // its right edge is at its place
        drawing.shapes.emplace_back(label);
    }
    pugi::xml_document tree;
    REQUIRE(tree.load_string(pandoc::svg(drawing, samples::house_style()).c_str()));
    const auto labels = tree.select_nodes("//text");
    REQUIRE(labels.size() == 3);
    const auto said = [&](std::size_t at, const char* name) {
        return std::string(labels[at].node().attribute(name).value());
    };
    CHECK(said(0, "text-anchor") == "end");
    CHECK(said(0, "direction").empty());
    CHECK(said(1, "text-anchor") == "start"); // where words from right to left have their right edge
    CHECK(said(1, "direction") == "rtl");
    CHECK(said(2, "text-anchor") == "end");
}
