#include "support/plain_text.hpp"

#include <array>

namespace rapporteur {

namespace {

struct Known {
    std::string_view bytes;
    BreakMarkKind kind;
};

constexpr std::array<Known, 4> marks = {{{"\u00AD", BreakMarkKind::hyphen},
                                         {"\u200B", BreakMarkKind::space},
                                         {"\u2060", BreakMarkKind::joiner},
                                         {"\uFEFF", BreakMarkKind::joiner}}};

} // namespace

std::optional<BreakMark> break_mark_at_lead(std::string_view text, std::size_t at) {
    for (const Known& mark : marks) {
        if (text.substr(at, mark.bytes.size()) == mark.bytes) {
            return BreakMark{mark.kind, mark.bytes.size()};
        }
    }
    return std::nullopt;
}

std::string plain_text(std::string_view text) {
    std::string plain;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const std::optional<BreakMark> mark = break_mark_at(text, at)) {
            plain.append(text, begin, at - begin);
            begin = at + mark->size;
            at = begin - 1;
        }
    }
    return plain.append(text, begin);
}

} // namespace rapporteur
