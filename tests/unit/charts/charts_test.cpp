#include "catch.hpp"
#include "charts/charts.hpp"

#include <algorithm>
#include <random>
#include <set>

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
    for (const Shape& shape : charts::events_by_year(many, 380).shapes) {
        bars += std::holds_alternative<document::Rectangle>(shape) ? 1 : 0;
    }
    CHECK(bars > 40);
    CHECK(bars <= 55);
}

TEST_CASE("the parts of a composition are as long as their numbers") {
    const Drawing drawing = charts::composition({{9, "9", "International"}, {3, "3", "National"}}, 120);
    std::vector<double> widths;
    for (const Shape& shape : drawing.shapes) {
        if (const auto* bar = std::get_if<document::Rectangle>(&shape); bar != nullptr && bar->height > 10) {
            widths.push_back(bar->width);
        }
    }
    REQUIRE(widths.size() == 2);
    CHECK(widths[0] == Approx(3 * widths[1]).margin(4));
}

namespace {

charts::Bullet bullet(std::optional<double> baseline, double target, double actual, double end) {
    charts::Bullet made;
    made.label = "Children who can read a page aloud without being helped by those who sit next to them";
    made.baseline = baseline;
    made.target = target;
    made.actual = actual;
    made.actual_label = "75 %";
    made.scale_end = end;
    made.scale_start_label = "0";
    made.scale_end_label = "100";
    return made;
}

const charts::BulletLegend legend = {"Baseline", "Target", "Actual"};

} // namespace

TEST_CASE("a result's bar, target and baseline stand where their numbers say, in shapes of their own") {
    const Drawing drawing = charts::bullets({bullet(30, 70, 75, 100)}, legend, 380);
    double track = 0;
    double left = 0;
    double bar = 0;
    double target = 0;
    double baseline = 0;
    for (const Shape& shape : drawing.shapes) {
        if (const auto* ground = std::get_if<document::Rectangle>(&shape); ground != nullptr && track == 0) {
            track = ground->width;
            left = ground->origin.x;
        } else if (ground != nullptr && bar == 0) {
            bar = ground->width;
        } else if (const auto* line = std::get_if<Line>(&shape);
                   line != nullptr && line->from.x == line->to.x && target == 0) {
            target = line->from.x - left;
        } else if (const auto* disc = std::get_if<Disc>(&shape); disc != nullptr && baseline == 0) {
            baseline = disc->centre.x - left;
            CHECK(disc->hollow);
        }
    }
    CHECK(bar == Approx(0.75 * track));
    CHECK(target == Approx(0.70 * track));
    CHECK(baseline == Approx(0.30 * track));
}

TEST_CASE("nothing of a chart of results leaves the drawing, and its rows don't meet") {
    const Drawing drawing =
        charts::bullets({bullet(30, 70, 75, 100), bullet(std::nullopt, 10, 12, 15), bullet(0, 5, 0, 5)}, legend, 380);
    double end_of_rows = 0;
    for (const Label& label : labels_of(drawing)) {
        CHECK(extent_of(label).first >= -3);
        CHECK(extent_of(label).second <= drawing.width + 3);
        CHECK(label.baseline.y <= drawing.height);
    }
    for (const Shape& shape : drawing.shapes) {
        if (const auto* ground = std::get_if<document::Rectangle>(&shape);
            ground != nullptr && ground->fill == Ink::tint) {
            CHECK(ground->origin.y > end_of_rows);
            end_of_rows = ground->origin.y + ground->height;
        }
    }
}

TEST_CASE("a scale ends with a round number at or above") {
    CHECK(charts::round_end(45) == 50);
    CHECK(charts::round_end(1340) == 1500);
    CHECK(charts::round_end(0.07) == Approx(0.08));
    CHECK(charts::round_end(100) == 100);
    CHECK(charts::round_end(0) == 0);
    for (double value = 0.013; value < 1e9; value *= 1.37) {
        CHECK(charts::round_end(value) >= value);
        CHECK(charts::round_end(value) <= 2 * value);
    }
}

TEST_CASE("a mirrored drawing is its own mirror's mirror, and keeps within its width") {
    const Drawing drawing = charts::timeline(events(12, 3), 380);
    const Drawing there = charts::mirrored(drawing);
    const Drawing back = charts::mirrored(there);
    const std::vector<Label> labels = labels_of(drawing);
    for (std::size_t at = 0; at < labels.size(); ++at) {
        CHECK(labels_of(back)[at].baseline.x == Approx(labels[at].baseline.x));
        CHECK(labels_of(back)[at].anchor == labels[at].anchor);
        CHECK(extent_of(labels_of(there)[at]).second <= drawing.width + 3);
        CHECK(extent_of(labels_of(there)[at]).first >= -3);
    }
}

TEST_CASE("labels of scripts without spaces are broken too") {
    const charts::DatedEvent event{2012.5, "2012年9月", "第一所夜校在没有地图的海岸边开办，由两位教师和一盏灯开始",
                                   true};
    std::size_t lines = 0;
    for (const Label& label : labels_of(charts::timeline({event}, 380))) {
        CHECK(extent_of(label).second <= 383);
        lines += label.ink == Ink::text && !label.strong ? 1 : 0;
    }
    CHECK(lines > 1);
}

namespace {

// Fails where words leave the drawing.
void require_within(const Drawing& drawing) {
    for (const Label& label : labels_of(drawing)) {
        INFO(label.text);
        CHECK(extent_of(label).first >= -3);
        CHECK(extent_of(label).second <= drawing.width + 3);
        CHECK(label.baseline.y <= drawing.height);
    }
}

std::string sentence(int words) {
    std::string made;
    for (int at = 0; at < words; ++at) {
        made += (at == 0 ? "" : " ") + std::string("partnership");
    }
    return made;
}

std::size_t events_in(const Drawing& drawing) {
    return static_cast<std::size_t>(std::count_if(drawing.shapes.begin(), drawing.shapes.end(), [](const Shape& shape) {
        return std::holds_alternative<Disc>(shape);
    }));
}

} // namespace

TEST_CASE("a timeline deeper than the page is divided: each event once, in order, on one scale") {
    std::vector<charts::DatedEvent> many;
    for (int at = 0; at < 20; ++at) {
        many.push_back({1960 + 3.0 * at, std::to_string(1960 + 3 * at), sentence(12), true});
    }
    for (const double width : {210.0, 238.0, 380.0}) {
        const auto depth_of = [&](charts::Rows rows) {
            return charts::timeline(many, width, charts::in_ascii, rows).height;
        };
        for (const double depth : {150.0, 300.0, 500.0}) {
            const std::vector<charts::Rows> parts = charts::divided(many.size(), depth, depth_of);
            REQUIRE(parts.size() > 1);
            std::size_t next = 0;
            std::set<std::string> years;
            for (const charts::Rows part : parts) {
                CHECK(part.first == next);
                next = part.end;
                const Drawing drawing = charts::timeline(many, width, charts::in_ascii, part);
                CHECK(drawing.height <= depth);
                CHECK(events_in(drawing) == part.end - part.first);
                require_within(drawing);
                std::string axis;
                for (const Label& label : labels_of(drawing)) {
                    axis += label.ink == Ink::muted ? label.text + " " : std::string();
                }
                years.insert(axis);
            }
            CHECK(next == many.size());
            CHECK(years.size() == 1);
        }
    }
}

TEST_CASE("a chart is not divided where it fits, and not drawn where one row alone is too deep") {
    const auto ten_each = [](charts::Rows rows) { return 10.0 * static_cast<double>(rows.end - rows.first); };
    CHECK(charts::divided(10, 100, ten_each).size() == 1);
    CHECK(charts::divided(11, 100, ten_each).size() == 2);
    CHECK(charts::divided(11, 9, ten_each).empty());
}

TEST_CASE("bars of many partners with long names are divided, their lengths on one scale") {
    std::vector<charts::Share> shares;
    for (int at = 0; at < 40; ++at) {
        shares.push_back({at + 1, std::to_string(at + 1), sentence(at % 2 == 0 ? 2 : 12)});
    }
    const auto depth_of = [&](charts::Rows rows) { return charts::bars(shares, 300, rows).height; };
    double longest = 0;
    double first = 0;
    for (const charts::Rows part : charts::divided(shares.size(), 400, depth_of)) {
        const Drawing drawing = charts::bars(shares, 300, part);
        CHECK(drawing.height <= 400);
        require_within(drawing);
        for (const Shape& shape : drawing.shapes) {
            if (const auto* bar = std::get_if<document::Rectangle>(&shape)) {
                longest = std::max(longest, bar->width);
                first = first == 0 ? bar->width : first;
            }
        }
    }
    CHECK(longest == Approx(40 * first));
}

TEST_CASE("no number, however long, meets a label or leaves the drawing") {
    const std::vector<charts::Share> shares = {{1234567, "1,234,567 MWh", "WOMEN AND MEN"}, {900000, "900,000", "B"}};
    for (const double width : {210.0, 380.0}) {
        require_within(charts::bars(shares, width));
        const Drawing drawing = charts::composition(shares, width);
        require_within(drawing);
        const std::vector<Label> labels = labels_of(drawing);
        CHECK(extent_of(labels[0]).second < extent_of(labels[1]).first);
        charts::Bullet one = bullet(30, 70, 75, 100);
        one.actual_label = "12,345 children and young people in three countries";
        require_within(charts::bullets({one, one}, {"What it was before", "What it should be", "What it is"}, width));
    }
}

TEST_CASE("a word wider than its room is divided between letters, and none of it is lost") {
    const std::string word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    std::string whole;
    for (const std::string& line : charts::lines_of("An " + word + " met", 8, 100)) {
        CHECK(charts::guessed_width(line, 8) <= 100);
        whole += line;
    }
    std::erase(whole, ' ');
    CHECK(whole == "An" + word + "met");
}

TEST_CASE("capitals and wide letters are given more room than an average letter") {
    CHECK(charts::guessed_width("MWMWMW", 10) > 60);
    CHECK(charts::guessed_width("ШЩЖШЩЖ", 10) > 60);
    CHECK(charts::guessed_width("children", 10) == Approx(44.8)); // words as they mostly are
}
