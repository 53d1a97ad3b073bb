#include "typeset/line_breaker.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace rapporteur::typeset {

namespace {

// TeX's constants, in the scale of plain TeX; a third hyphen in a row is never taken gladly.
constexpr double line_penalty = 10;
constexpr double adjacent_demerits = 10000;
constexpr double double_hyphen_demerits = 40000;
constexpr double triple_hyphen_demerits = 100000000;
constexpr double last_hyphen_demerits = 30000;
constexpr double short_last_line_demerits = 60000;
constexpr double first_tolerance = 50; // looser lines are divided: evenness is worth a hyphen in every twelfth line
constexpr double second_tolerance = 2500;
constexpr double worst_badness = 1e6;      // not TeX's 10000: where all ways are bad, the least bad is still wanted
constexpr double flexed_ratio = 0.25;      // what letters at their widest count for
constexpr std::size_t active_at_most = 16; // ways in, mostly: for room, no more
constexpr double endless = std::numeric_limits<double>::infinity();

struct Node {
    std::size_t point = 0;
    std::uint32_t line = 0;
    std::uint8_t fitness = 1; // 0 tight, 1 decent, 2 loose, 3 very loose
    std::uint8_t hyphens = 0; // in a row, ending here
    double demerits = 0;
    std::size_t previous = 0; // in `nodes`
};

std::uint8_t fitness_of(double ratio) {
    if (ratio < -0.5) {
        return 0;
    }
    if (ratio <= 0.5) {
        return 1;
    }
    return ratio <= 1 ? 2 : 3;
}

double badness_of(double ratio) {
    const double size = std::abs(ratio);
    return std::min(100 * size * size * size, worst_badness);
}

class Search {
public:
    Search(const std::vector<Breakpoint>& all, const LineRules& line_rules, Steps& counted)
        : points(all), rules(line_rules), steps(counted) {}

    // Fills `breaks` and says whether there is a way within the tolerance.
    bool run(double line_tolerance, bool with_hyphens, bool with_force, std::vector<std::size_t>& breaks) {
        tolerance = line_tolerance;
        forced = with_force;
        nodes.reserve(2 * points.size());
        active.reserve(active_at_most);
        nodes.assign(1, Node{});
        active.assign(1, 0);
        for (std::size_t point = 1; point < points.size(); ++point) {
            const bool is_end = point + 1 == points.size();
            if (!is_end && ((!with_hyphens && points[point].flagged) || is_passed_over(point))) {
                continue;
            }
            try_point(point, is_end);
            if (active.empty()) {
                return false;
            }
        }
        return trace(breaks);
    }

private:
    // Whether the next point stands at the same place and is as good: of characters without width, a line ends after
    // the last.
    bool is_passed_over(std::size_t point) const {
        const Breakpoint& here = points[point];
        const Breakpoint& next = points[point + 1];
        return here.before == next.before && here.after == next.after && here.hyphen == next.hyphen &&
               here.hang_end == next.hang_end && here.hang_start == next.hang_start && here.penalty >= next.penalty &&
               here.flagged == next.flagged;
    }

    double available(const Node& from) const { return rules.measure - (from.line == 0 ? rules.first_indent : 0); }

    void try_point(std::size_t point, bool is_end) {
        Node best[4];
        double least[4] = {endless, endless, endless, endless};
        std::size_t kept = 0;
        const std::size_t last_active = active.empty() ? 0 : active.back();
        steps.taken += active.size();
        for (const std::size_t candidate : active) {
            const Node& from = nodes[candidate];
            const LineFit fit = fit_of(points[from.point], points[point], rules, available(from));
            const bool too_long = fit.ratio < -1;
            // When nothing fits, the last way in is kept, and its line sticks out.
            const bool only_hope = forced && too_long && kept == 0 && candidate == last_active && all_endless(least);
            if (!too_long || only_hope) {
                consider(candidate, point, only_hope ? -1 : fit.ratio, is_end, best, least);
            }
            if (!too_long) {
                active[kept++] = candidate;
            }
        }
        active.resize(kept);
        for (std::size_t fitness = 0; fitness < 4; ++fitness) {
            if (least[fitness] < endless) {
                active.push_back(nodes.size());
                nodes.push_back(best[fitness]);
            }
        }
        if (is_end) {
            drop_all_but(point);
        }
    }

    static bool all_endless(const double (&least)[4]) {
        return std::all_of(std::begin(least), std::end(least), [](double value) { return value == endless; });
    }

    void consider(std::size_t candidate, std::size_t point, double ratio, bool is_end, Node (&best)[4],
                  double (&least)[4]) {
        const Node& from = nodes[candidate];
        const Breakpoint& here = points[point];
        const double used = is_end && ratio > 0 ? 0 : ratio;
        const double badness = badness_of(used);
        if (badness > tolerance && !forced) {
            return;
        }
        Node node;
        node.point = point;
        node.line = from.line + 1;
        node.fitness = fitness_of(used);
        node.hyphens = here.flagged ? static_cast<std::uint8_t>(std::min(from.hyphens + 1, 3)) : std::uint8_t{0};
        node.previous = candidate;
        const double line = line_penalty + badness;
        double demerits = line * line + here.penalty * std::abs(here.penalty);
        if (node.hyphens == 2) {
            demerits += double_hyphen_demerits;
        } else if (node.hyphens == 3) {
            demerits += triple_hyphen_demerits;
        }
        if (is_end && points[from.point].flagged) {
            demerits += last_hyphen_demerits;
        }
        if (is_end && from.line > 0 && here.before - points[from.point].after < rules.last_line_least) {
            demerits += short_last_line_demerits;
        }
        if (std::abs(int{node.fitness} - int{from.fitness}) > 1) {
            demerits += adjacent_demerits;
        }
        node.demerits = from.demerits + demerits;
        if (node.demerits < least[node.fitness]) {
            least[node.fitness] = node.demerits;
            best[node.fitness] = node;
        }
    }

    void drop_all_but(std::size_t point) {
        active.erase(std::remove_if(active.begin(), active.end(),
                                    [&](std::size_t candidate) { return nodes[candidate].point != point; }),
                     active.end());
    }

    bool trace(std::vector<std::size_t>& breaks) const {
        const auto best = std::min_element(active.begin(), active.end(), [&](std::size_t one, std::size_t other) {
            return nodes[one].demerits < nodes[other].demerits;
        });
        if (best == active.end()) {
            return false;
        }
        breaks.clear();
        for (std::size_t at = *best; at != 0; at = nodes[at].previous) {
            breaks.push_back(nodes[at].point);
        }
        std::reverse(breaks.begin(), breaks.end());
        return true;
    }

    const std::vector<Breakpoint>& points;
    const LineRules& rules;
    Steps& steps;
    double tolerance = first_tolerance;
    bool forced = false;
    std::vector<Node> nodes;
    std::vector<std::size_t> active; // indexes into `nodes`
};

} // namespace

namespace {

bool leaves_a_word_alone(const std::vector<Breakpoint>& points, const std::vector<std::size_t>& breaks,
                         const LineRules& rules) {
    return breaks.size() > 1 && points.back().before - points[breaks[breaks.size() - 2]].after < rules.last_line_least;
}

} // namespace

LineFit fit_of(const Breakpoint& start, const Breakpoint& end, const LineRules& rules, double available) {
    LineFit fit;
    fit.natural = end.before + end.hyphen - start.after - end.hang_end - start.hang_start;
    const double room = available - fit.natural;
    constexpr double hair = 1e-6; // rounding must not make a line that fits too long
    if (std::abs(room) < hair) {
        return fit;
    }
    const double spaces = end.spaces_before - start.spaces_after;
    const double letters = rules.letter_flex * (fit.natural - spaces);
    const double flexed = letters > 0 ? std::min(std::abs(room) / letters, 1.0) : 0;
    const double left = std::abs(room) - flexed * letters;
    const double give = room > 0 ? rules.ragged_stretch + spaces * rules.space_stretch
                                 : (rules.ragged_stretch > 0 ? 0 : spaces * rules.space_shrink);
    const double used = left < hair ? 0 : (give > 0 ? left / give : worst_badness);
    fit.ratio = flexed_ratio * flexed + used;
    if (room < 0) {
        fit.ratio = used > 1 ? -used : -std::min(fit.ratio, 1.0);
    }
    return fit;
}

std::vector<std::size_t> break_lines(const std::vector<Breakpoint>& points, const LineRules& rules, Steps& steps) {
    // Most passages are labels, cells and headings of one line, which no way of more lines is better than.
    if (fit_of(points.front(), points.back(), rules, rules.measure - rules.first_indent).ratio >= 0) {
        return {points.size() - 1};
    }
    std::vector<std::size_t> breaks;
    Search search(points, rules, steps);
    const bool fits = search.run(first_tolerance, false, false, breaks);
    if (fits && !leaves_a_word_alone(points, breaks, rules)) {
        return breaks;
    }
    std::vector<std::size_t> divided;
    if (search.run(second_tolerance, true, false, divided)) {
        return fits && leaves_a_word_alone(points, divided, rules) ? breaks : divided;
    }
    if (!fits) {
        search.run(worst_badness, true, true, breaks);
    }
    return breaks;
}

std::vector<std::size_t> break_lines(const std::vector<Breakpoint>& points, const LineRules& rules) {
    Steps uncounted;
    return break_lines(points, rules, uncounted);
}

} // namespace rapporteur::typeset
