#include "catch.hpp"
#include "typeset/page_breaker.hpp"

using namespace rapporteur::typeset;

namespace {

std::vector<Slab> lines(std::size_t count, double height = 10) {
    std::vector<Slab> slabs(count);
    for (Slab& slab : slabs) {
        slab.height = height;
    }
    return slabs;
}

const PageRules hundred_points{100, 10, 20, 0};

} // namespace

TEST_CASE("ten lines fill a page of ten lines") {
    const std::vector<Slab> slabs = lines(25);
    REQUIRE(break_pages(slabs, hundred_points, GalleyEnd::is_last) == std::vector<std::size_t>{10, 20, 25});
}

TEST_CASE("a page ends earlier where a break at its foot is forbidden") {
    std::vector<Slab> slabs = lines(15);
    slabs[9].penalty = never_break;
    slabs[10].penalty = never_break;
    const std::vector<std::size_t> ends = break_pages(slabs, hundred_points, GalleyEnd::is_last);
    REQUIRE(ends == std::vector<std::size_t>{8, 15});
}

TEST_CASE("the space above a slab is dropped at the head of a page") {
    std::vector<Slab> slabs = lines(20);
    slabs[10].before = 50;
    REQUIRE(break_pages(slabs, hundred_points, GalleyEnd::is_last) == std::vector<std::size_t>{10, 20});
}

TEST_CASE("a note takes its room on the page of the line that calls it") {
    std::vector<Slab> slabs = lines(12);
    slabs[1].notes.push_back({30, {}});
    const std::vector<std::size_t> ends = break_pages(slabs, hundred_points, GalleyEnd::is_last);
    REQUIRE(ends.front() == 6); // 100 - 30 for the note - 10 above it
}

TEST_CASE("the last page is not left with a line or two") {
    const std::vector<Slab> slabs = lines(21);
    const std::vector<std::size_t> ends = break_pages(slabs, hundred_points, GalleyEnd::is_last);
    REQUIRE(ends.size() == 3);
    REQUIRE(ends[2] - ends[1] >= 2);
}

TEST_CASE("a repeated head takes its room on each page that it opens") {
    std::vector<Slab> slabs = lines(20);
    auto head = std::make_shared<RepeatedHead>();
    head->height = 20;
    for (Slab& slab : slabs) {
        slab.head = head;
    }
    REQUIRE(break_pages(slabs, hundred_points, GalleyEnd::is_last).front() == 8);
}

TEST_CASE("a slab deeper than the page gets one of its own") {
    std::vector<Slab> slabs = lines(3);
    slabs[1].height = 500;
    REQUIRE(break_pages(slabs, hundred_points, GalleyEnd::is_last) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("a page with room left doesn't end within a paragraph to fill the next") {
    std::vector<Slab> slabs = lines(6);
    slabs.resize(8);
    slabs[6].height = 50; // with two of the lines above it, it would fill its page
    slabs[6].before = 20;
    slabs[6].start.emplace();
    slabs[7].height = 100;
    slabs[7].start.emplace();
    REQUIRE(break_pages(slabs, hundred_points, GalleyEnd::is_last) == std::vector<std::size_t>{6, 7, 8});
}

TEST_CASE("where pages are dear there is none more than it takes, however good the place for one to end") {
    std::vector<Slab> slabs = lines(9);
    slabs[5].penalty = -6000;
    PageRules rules = hundred_points;
    rules.least_last_page = 0;
    REQUIRE(break_pages(slabs, rules, GalleyEnd::is_last) == std::vector<std::size_t>{5, 9});
    rules.page_cost = 10000;
    REQUIRE(break_pages(slabs, rules, GalleyEnd::is_last) == std::vector<std::size_t>{9});
}
