// Twice the paragraph takes twice the steps, whatever it is made of.

#include "catch.hpp"
#include "typeset/line_breaker.hpp"

#include <functional>
#include <random>

using namespace rapporteur;
using namespace rapporteur::typeset;

namespace {

// The next breakpoint, by its number: how wide the word before it is, and the space after.
struct Word {
    double width = 0;
    double space = 0;
    bool flagged = false;
};

std::vector<Breakpoint> points_of(std::size_t count, const std::function<Word(std::size_t)>& word_at) {
    std::vector<Breakpoint> points(1);
    for (std::size_t at = 0; at < count; ++at) {
        const Word word = word_at(at);
        Breakpoint next;
        next.before = points.back().after + word.width;
        next.spaces_before = points.back().spaces_after;
        next.after = next.before + word.space;
        next.spaces_after = next.spaces_before + word.space;
        next.flagged = word.flagged;
        next.penalty = word.flagged ? 50 : 0;
        points.push_back(next);
    }
    return points;
}

} // namespace

TEST_CASE("twice the breakpoints take twice the steps, also of words that are narrow, have no width, or fit no line") {
    std::mt19937 random(1);
    const std::vector<std::pair<const char*, std::function<Word(std::size_t)>>> shapes = {
        {"words of any length",
         [&](std::size_t) {
             return Word{2.0 + static_cast<double>(random() % 60), 3};
         }},
        {"letters with spaces",
         [](std::size_t) {
             return Word{1, 1};
         }},
        {"hyphens everywhere",
         [](std::size_t) {
             return Word{2, 0, true};
         }},
        {"hyphens and spaces",
         [](std::size_t at) {
             return Word{2, at % 3 == 0 ? 2.0 : 0.0, at % 3 != 0};
         }},
        {"no width at all", [](std::size_t) { return Word{}; }},
        {"no width, then hyphens without",
         [](std::size_t at) {
             return Word{0, 0, at % 2 == 0};
         }},
        {"words wider than the line",
         [](std::size_t) {
             return Word{500, 3};
         }},
        {"one letter, then no width",
         [](std::size_t at) {
             return Word{at % 100 == 0 ? 4.0 : 0.0, 0};
         }},
    };
    for (const auto& [name, word_at] : shapes) {
        for (const double stretch : {0.0, 20.0}) {
            INFO(name << ", stretch " << stretch);
            LineRules rules;
            rules.measure = 200;
            rules.ragged_stretch = stretch;
            constexpr std::size_t count = 5000;
            Steps once;
            break_lines(points_of(count, word_at), rules, once);
            Steps twice;
            break_lines(points_of(2 * count, word_at), rules, twice);
            CHECK(twice.taken <= once.taken * 11 / 5 + 1000);
            CHECK(once.taken <= count * 1500); // three times over, each with those of one line: some 400 letters
        }
    }
}
