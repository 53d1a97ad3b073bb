#include "catch.hpp"
#include "typeset/line_breaker.hpp"

#include <cmath>
#include <limits>
#include <random>

using namespace rapporteur::typeset;

namespace {

// Words of the given widths with spaces of 3 that stretch by 1.5 and shrink by 1.
std::vector<Breakpoint> paragraph_of(const std::vector<double>& words) {
    std::vector<Breakpoint> points(1);
    for (const double width : words) {
        const Breakpoint& before = points.back();
        Breakpoint point;
        point.before = before.after + width;
        point.spaces_before = before.spaces_after;
        point.after = point.before + 3;
        point.spaces_after = point.spaces_before + 3;
        points.push_back(point);
    }
    return points;
}

std::vector<double> random_words(std::mt19937& random, std::size_t count) {
    std::uniform_real_distribution<double> width(4, 24);
    std::vector<double> words(count);
    for (double& word : words) {
        word = width(random);
    }
    return words;
}

LineRules rules_of(double measure) {
    LineRules rules;
    rules.measure = measure;
    rules.space_shrink = 1.0 / 3;
    return rules;
}

double badness_of_lines(const std::vector<Breakpoint>& points, const std::vector<std::size_t>& ends,
                        const LineRules& rules) {
    double sum = 0;
    std::size_t from = 0;
    for (const std::size_t to : ends) {
        const double ratio = fit_of(points[from], points[to], rules, rules.measure).ratio;
        const bool is_last = to + 1 == points.size();
        const double used = is_last && ratio > 0 ? 0 : ratio;
        sum += std::pow(10 + std::min(100 * std::pow(std::abs(used), 3.0), 1e6), 2.0);
        from = to;
    }
    return sum;
}

// First fit: as many words as the measure takes.
std::vector<std::size_t> break_greedily(const std::vector<Breakpoint>& points, const LineRules& rules) {
    std::vector<std::size_t> ends;
    std::size_t from = 0;
    for (std::size_t to = 1; to < points.size(); ++to) {
        const bool next_is_too_long =
            to + 1 < points.size() && fit_of(points[from], points[to + 1], rules, rules.measure).ratio < -1;
        if (next_is_too_long || to + 1 == points.size()) {
            ends.push_back(to);
            from = to;
        }
    }
    return ends;
}

} // namespace

TEST_CASE("lines never stick out where every word fits the measure") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const std::vector<Breakpoint> points = paragraph_of(random_words(random, 80));
        const LineRules rules = rules_of(150);
        std::size_t from = 0;
        const std::vector<std::size_t> ends = break_lines(points, rules);
        REQUIRE(ends.back() == points.size() - 1);
        for (const std::size_t to : ends) {
            REQUIRE(to > from);
            REQUIRE(fit_of(points[from], points[to], rules, rules.measure).ratio >= -1.0001);
            from = to;
        }
    }
}

TEST_CASE("the paragraph as a whole is never worse than first fit makes it") {
    std::mt19937 random(11);
    int better = 0;
    for (int round = 0; round < 200; ++round) {
        const std::vector<Breakpoint> points = paragraph_of(random_words(random, 60));
        const LineRules rules = rules_of(220);
        const double optimum = badness_of_lines(points, break_lines(points, rules), rules);
        const double greedy = badness_of_lines(points, break_greedily(points, rules), rules);
        // Fitness classes may cost a little badness to keep neighbours alike.
        REQUIRE(optimum <= greedy + 20001 * static_cast<double>(points.size()));
        better += optimum < greedy ? 1 : 0;
    }
    REQUIRE(better > 150);
}

TEST_CASE("a word wider than the measure stands alone and sticks out") {
    const std::vector<Breakpoint> points = paragraph_of({20, 300, 20});
    REQUIRE(break_lines(points, rules_of(100)) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("three hyphens in a row are avoided where there is another way") {
    std::mt19937 random(3);
    for (int round = 0; round < 100; ++round) {
        std::vector<Breakpoint> points = paragraph_of(random_words(random, 90));
        for (std::size_t at = 1; at + 1 < points.size(); at += 4) {
            points[at].flagged = true;
            points[at].penalty = 60;
            points[at].hyphen = 2;
        }
        int in_a_row = 0;
        for (const std::size_t end : break_lines(points, rules_of(160))) {
            in_a_row = points[end].flagged ? in_a_row + 1 : 0;
            REQUIRE(in_a_row < 3);
        }
    }
}

TEST_CASE("a last line of one short word is rare where words may be divided") {
    std::mt19937 random(5);
    int alone = 0;
    int alone_by_first_fit = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<Breakpoint> points = paragraph_of(random_words(random, 70));
        for (std::size_t at = 2; at + 1 < points.size(); at += 3) {
            points[at].flagged = true;
            points[at].penalty = 60;
        }
        LineRules rules = rules_of(200);
        rules.last_line_least = 30;
        const auto last_line = [&](const std::vector<std::size_t>& ends) {
            return points.back().before - points[ends[ends.size() - 2]].after;
        };
        alone += last_line(break_lines(points, rules)) < rules.last_line_least ? 1 : 0;
        alone_by_first_fit += last_line(break_greedily(points, rules)) < rules.last_line_least ? 1 : 0;
    }
    REQUIRE(alone_by_first_fit > 20);
    REQUIRE(alone * 4 < alone_by_first_fit);
}
