#include "catch.hpp"
#include "charts/charts.hpp"

#include <random>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

std::vector<Label> labels_of(const Drawing& drawing) {
    std::vector<Label> labels;
    for (const Shape& shape : drawing.shapes) {
        if (const auto* label = std::get_if<Label>(&shape)) {
            labels.push_back(*label);
        }
    }
    return labels;
}

std::pair<double, double> extent_of(const Label& label) {
    const double width = charts::guessed_width(label.text, label.size);
    const double shift = label.anchor == Anchor::start ? 0 : (label.anchor == Anchor::middle ? width / 2 : width);
    return {label.baseline.x - shift, label.baseline.x - shift + width};
}

std::vector<charts::DatedEvent> events(int count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<charts::DatedEvent> made;
    for (int at = 0; at < count; ++at) {
        const int year = 1970 + static_cast<int>(random() % 55);
        made.push_back({year + 0.5, std::to_string(year),
                        "An event with a name of some length, number " + std::to_string(at), at % 2 == 0});
    }
    return made;
}

} // namespace

TEST_CASE("no two labels of a timeline meet and none leaves the drawing") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        const Drawing drawing = charts::timeline(events(1 + static_cast<int>(seed % 24), seed), 380);
        const std::vector<Label> labels = labels_of(drawing);
        for (std::size_t one = 0; one < labels.size(); ++one) {
            const auto [from, to] = extent_of(labels[one]);
            CHECK(from >= -3);
            CHECK(to <= drawing.width + 3);
            CHECK(labels[one].baseline.y <= drawing.height);
            for (std::size_t other = one + 1; other < labels.size(); ++other) {
                const auto [other_from, other_to] = extent_of(labels[other]);
                const bool same_line = std::abs(labels[one].baseline.y - labels[other].baseline.y) < 7;
                CHECK_FALSE((same_line && from < other_to && other_from < to));
            }
        }
    }
}

TEST_CASE("later events stand further right") {
    const Drawing drawing =
        charts::timeline({{1993.5, "1993", "A", true}, {2007.5, "2007", "B", false}, {2012.5, "2012", "C", true}}, 380);
    double before = 0;
    int discs = 0;
    for (const Shape& shape : drawing.shapes) {
        if (const auto* disc = std::get_if<Disc>(&shape)) {
            CHECK(disc->centre.x > before);
            before = disc->centre.x;
            ++discs;
        }
    }
    CHECK(discs == 3);
}

TEST_CASE("too many events to name are counted by year") {
    const std::vector<charts::DatedEvent> many = events(500, 1);
    int bars = 0;
    for (const Shape& shape : charts::timeline(many, 380).shapes) {
        bars += std::holds_alternative<document::Rectangle>(shape) ? 1 : 0;
    }
    CHECK(bars > 40);
    CHECK(bars <= 55);
}

TEST_CASE("the parts of a composition are as long as their numbers") {
    const Drawing drawing = charts::composition({{9, "International"}, {3, "National"}}, 120);
    std::vector<double> widths;
    for (const Shape& shape : drawing.shapes) {
        if (const auto* bar = std::get_if<document::Rectangle>(&shape); bar != nullptr && bar->height > 10) {
            widths.push_back(bar->width);
        }
    }
    REQUIRE(widths.size() == 2);
    CHECK(widths[0] == Approx(3 * widths[1]).margin(4));
}
