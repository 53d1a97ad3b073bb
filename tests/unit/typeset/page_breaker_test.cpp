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

std::vector<PageEnd> pages_of(const std::vector<Slab>& slabs, const PageRules& rules = hundred_points) {
    return break_pages(slabs, {}, rules, GalleyEnd::is_last);
}

// One past the last slab of each page.
std::vector<std::size_t> ends_of(const std::vector<Slab>& slabs, const PageRules& rules) {
    std::vector<std::size_t> ends;
    for (const PageEnd& end : pages_of(slabs, rules)) {
        ends.push_back(end.slabs);
    }
    return ends;
}

// Points by which each page is filled, text and notes; fails where a page is filled beyond its depth.
std::vector<double> depths_of(const std::vector<Slab>& slabs, const std::vector<PageEnd>& ends) {
    std::vector<Slab> notes;
    for (const Slab& slab : slabs) {
        notes.insert(notes.end(), slab.notes.begin(), slab.notes.end());
    }
    std::vector<double> depths;
    PageEnd from;
    for (const PageEnd& to : ends) {
        double depth = to.note_lines > from.note_lines ? hundred_points.above_notes : 0;
        for (std::size_t at = from.slabs; at < to.slabs; ++at) {
            depth += slabs[at].height + (at == from.slabs ? 0 : slabs[at].before);
        }
        for (std::size_t at = from.note_lines; at < to.note_lines; ++at) {
            depth += notes[at].height;
        }
        CHECK(depth <= hundred_points.depth);
        depths.push_back(depth);
        from = to;
    }
    CHECK(from == PageEnd{slabs.size(), notes.size()});
    return depths;
}

} // namespace

TEST_CASE("ten lines fill a page of ten lines") {
    const std::vector<Slab> slabs = lines(25);
    REQUIRE(ends_of(slabs, hundred_points) == std::vector<std::size_t>{10, 20, 25});
}

TEST_CASE("a page ends earlier where a break at its foot is forbidden") {
    std::vector<Slab> slabs = lines(15);
    slabs[9].penalty = never_break;
    slabs[10].penalty = never_break;
    const std::vector<std::size_t> ends = ends_of(slabs, hundred_points);
    REQUIRE(ends == std::vector<std::size_t>{8, 15});
}

TEST_CASE("the space above a slab is dropped at the head of a page") {
    std::vector<Slab> slabs = lines(20);
    slabs[10].before = 50;
    REQUIRE(ends_of(slabs, hundred_points) == std::vector<std::size_t>{10, 20});
}

TEST_CASE("a note takes its room on the page of the line that calls it") {
    std::vector<Slab> slabs = lines(12);
    slabs[1].notes = lines(1, 30);
    const std::vector<std::size_t> ends = ends_of(slabs, hundred_points);
    REQUIRE(ends.front() == 6); // 100 - 30 for the note - 10 above it
}

TEST_CASE("the last page is not left with a line or two") {
    const std::vector<Slab> slabs = lines(21);
    const std::vector<std::size_t> ends = ends_of(slabs, hundred_points);
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
    REQUIRE(ends_of(slabs, hundred_points).front() == 8);
}

TEST_CASE("a slab deeper than the page gets one of its own") {
    std::vector<Slab> slabs = lines(3);
    slabs[1].height = 500;
    REQUIRE(ends_of(slabs, hundred_points) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("a page with room left doesn't end within a paragraph to fill the next") {
    std::vector<Slab> slabs = lines(6);
    slabs.resize(8);
    slabs[6].height = 50; // with two of the lines above it, it would fill its page
    slabs[6].before = 20;
    slabs[6].start.emplace();
    slabs[7].height = 100;
    slabs[7].start.emplace();
    REQUIRE(ends_of(slabs, hundred_points) == std::vector<std::size_t>{6, 7, 8});
}

TEST_CASE("where pages are dear there is none more than it takes, however good the place for one to end") {
    std::vector<Slab> slabs = lines(9);
    slabs[5].penalty = -6000;
    PageRules rules = hundred_points;
    rules.least_last_page = 0;
    REQUIRE(ends_of(slabs, rules) == std::vector<std::size_t>{5, 9});
    rules.page_cost = 10000;
    REQUIRE(ends_of(slabs, rules) == std::vector<std::size_t>{9});
}

TEST_CASE("a note deeper than its page goes on at the foot of the next, and what is carried over has its room there") {
    std::vector<Slab> slabs = lines(12);
    slabs[0].notes = lines(40, 5); // twice what a page holds
    for (std::size_t at = 1; at < 6; ++at) {
        slabs[at].penalty = never_break; // a heading and what must follow it
    }
    const std::vector<PageEnd> ends = pages_of(slabs);
    depths_of(slabs, ends);
    CHECK(ends.front().note_lines > 0);
}

TEST_CASE("several long notes called on one line follow each other over the pages") {
    std::vector<Slab> slabs = lines(6);
    slabs[2].notes = lines(70, 5);
    slabs[3].notes = lines(2, 5);
    const std::vector<PageEnd> ends = pages_of(slabs);
    depths_of(slabs, ends);
    REQUIRE(ends.size() > 3);
}

TEST_CASE("a note that is left when the text ends gets pages of its own") {
    std::vector<Slab> slabs = lines(2);
    slabs[1].notes = lines(50, 5);
    const std::vector<PageEnd> ends = pages_of(slabs);
    depths_of(slabs, ends);
    REQUIRE(ends.size() >= 3);
    CHECK(ends[ends.size() - 2].slabs == 2);
    CHECK(ends.back().slabs == 2);
}

TEST_CASE("a note of moderate depth is not divided, though its page ends early for it") {
    std::vector<Slab> slabs = lines(15);
    slabs[7].notes = lines(6, 5);
    const std::vector<PageEnd> ends = pages_of(slabs);
    depths_of(slabs, ends);
    for (const PageEnd& end : ends) {
        CHECK((end.note_lines == 0 || end.note_lines == 6));
    }
}

TEST_CASE("neither the first line of a note stands alone at a foot, nor its last") {
    for (int depth = 30; depth < 60; ++depth) {
        std::vector<Slab> slabs = lines(1, depth);
        slabs[0].notes = lines(20, 5);
        slabs[0].notes[1].penalty = never_break;
        slabs[0].notes[19].penalty = never_break;
        for (const PageEnd& end : pages_of(slabs)) {
            CHECK((end.note_lines != 1 && end.note_lines != 19));
        }
    }
}

TEST_CASE("lines that earlier pages left over stand at the next feet first") {
    std::vector<Slab> slabs = lines(9);
    slabs[0].notes = lines(1, 5);
    const std::vector<Slab> waiting = lines(4, 5);
    const std::vector<PageEnd> ends = break_pages(slabs, waiting, hundred_points, GalleyEnd::is_last);
    REQUIRE(ends.back() == PageEnd{9, 5});
    CHECK(ends.front().note_lines == 5);
    CHECK(ends.front().slabs == 6); // 100 - 25 for the notes - 10 above them
}

TEST_CASE("where a page can't hold what must stand together, it is parted rather than set off the page") {
    std::vector<Slab> slabs = lines(3, 60);
    slabs[1].penalty = never_break;
    slabs[2].penalty = never_break;
    REQUIRE(ends_of(slabs, hundred_points) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("notes that may not be divided keep a page from fitting") {
    std::vector<Slab> slabs = lines(2);
    slabs[0].notes = lines(30, 5);
    PageRules rules = hundred_points;
    rules.long_notes = LongNotes::stay_whole;
    for (const PageEnd& end : pages_of(slabs, rules)) {
        CHECK(end.note_lines == 30);
    }
}
