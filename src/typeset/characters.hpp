#pragma once

// Steps through UTF-8 that is known to be valid, as a Document's is.

#include <cstdint>
#include <string_view>

namespace rapporteur::typeset {

// The character that begins at byte `at`, which moves on to the next.
inline char32_t next_character(std::string_view text, std::uint32_t& at) {
    const auto byte = [&](std::uint32_t offset) { return static_cast<unsigned char>(text[offset]); };
    const std::uint32_t lead = byte(at);
    const std::uint32_t length = lead < 0x80 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4));
    std::uint32_t character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::uint32_t next = 1; next < length && at + next < text.size(); ++next) {
        character = (character << 6U) | (byte(at + next) & 0x3FU);
    }
    at += length;
    return character;
}

} // namespace rapporteur::typeset
