// A paragraph's breakpoints, however wide and however costly, become lines.

#include "target.hpp"

#include "typeset/line_breaker.hpp"

using namespace rapporteur;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    typeset::LineRules rules;
    rules.measure = 1 + input.real();
    rules.first_indent = input.byte() % 40;
    rules.ragged_stretch = input.flag() ? input.real() : 0;
    rules.last_line_least = input.byte() % 40;
    rules.letter_flex = input.flag() ? 0.02 : 0;
    std::vector<typeset::Breakpoint> points(1);
    while (!input.empty()) {
        typeset::Breakpoint next;
        const typeset::Breakpoint& last = points.back();
        const double word = input.real();
        const double space = input.byte() / 16.0;
        next.before = last.after + word;
        next.spaces_before = last.spaces_after;
        next.after = next.before + space;
        next.spaces_after = next.spaces_before + space;
        next.flagged = input.flag();
        next.hyphen = next.flagged ? 3 : 0;
        next.penalty = (input.byte() - 128) * 80.0;
        next.hang_end = input.byte() % 8;
        next.hang_start = input.byte() % 8;
        points.push_back(next);
    }
    if (points.size() < 2) {
        return 0;
    }
    const std::vector<std::size_t> ends = typeset::break_lines(points, rules);
    fuzz::require(!ends.empty() && ends.back() == points.size() - 1, "the last line ends the paragraph");
    std::size_t before = 0;
    for (const std::size_t end : ends) {
        fuzz::require(end > before, "lines follow each other");
        before = end;
    }
    return 0;
}
