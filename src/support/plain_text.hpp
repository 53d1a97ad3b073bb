#pragma once

// Plain text out of text that is marked for breaking lines.
//
// Four characters say where a line may or may not break and nothing else: U+00AD SOFT HYPHEN, U+200B ZERO WIDTH SPACE,
// U+2060 WORD JOINER and U+FEFF ZERO WIDTH NO-BREAK SPACE (Unicode, chapter 23.2). Whoever sets lines follows them;
// whatever is no line (titles, bookmarks, metadata, an index, what is searched or compared) is without them.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

enum class BreakMarkKind : unsigned char {
    hyphen, // a line may break here, with a hyphen
    space,  // a line may break here
    joiner  // no line breaks here
};

struct BreakMark {
    BreakMarkKind kind = BreakMarkKind::hyphen;
    std::size_t size = 0; // bytes
};

// The mark that begins at byte `at`, if one does. Asked of every byte of a report, so the answer for most is inline.
std::optional<BreakMark> break_mark_at_lead(std::string_view text, std::size_t at);
inline std::optional<BreakMark> break_mark_at(std::string_view text, std::size_t at) {
    constexpr unsigned char first_lead = 0xC2; // of UTF-8's sequences that are longer than a byte
    return static_cast<unsigned char>(text[at]) < first_lead ? std::nullopt : break_mark_at_lead(text, at);
}

// The text without such marks.
std::string plain_text(std::string_view text);

} // namespace rapporteur
