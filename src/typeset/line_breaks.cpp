#include "typeset/line_breaks.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

// Only these make an address of a word.
bool may_be_address(std::string_view piece) {
    return std::any_of(piece.begin(), piece.end(), [](char byte) {
        return byte == '.' || byte == '@' || byte == '_' || byte == '#' || byte == ':' || byte == '/' || byte == '-';
    });
}

} // namespace

void LineBreaks::set(const std::string& passage) {
    opportunities.set(passage);
    text = &passage;
    address = {};
}

LineBreak LineBreaks::after(std::uint32_t from) {
    std::uint32_t next = opportunities.after(from);
    if (from >= address.end && may_be_address(std::string_view(*text).substr(from, next - from))) {
        address = address_from(*text, from).value_or(TextRange());
    }
    SegmentKind kind = SegmentKind::words;
    if (from < address.end) {
        kind = SegmentKind::address;
        if (const std::size_t joint = joint_after(*text, address, from); joint < address.end) {
            return {static_cast<std::uint32_t>(joint), kind};
        }
        while (next < address.end) {
            next = opportunities.after(next);
        }
    }
    while (holds_together(*text, next)) {
        next = opportunities.after(next);
    }
    return {next, kind};
}

} // namespace rapporteur::typeset
