#pragma once

// The text that a page's content stream shows (ISO 32000-1, 9.10), by each font's ToUnicode map and by ActualText.

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace rapporteur::withheld {

// A font's ToUnicode map, of two-byte codes.
struct CharacterMap {
    std::map<std::uint16_t, std::string> texts; // UTF-8
    std::set<std::uint16_t> used;               // codes that a page shows
};

CharacterMap read_character_map(std::string_view cmap);

// "\xFE\xFF…" (UTF-16), UTF-8 with its mark, or PDFDocEncoding, as UTF-8 (7.9.2.2).
std::string text_string(std::string_view bytes);

struct PageText {
    std::string drawn;    // what the glyphs mean
    std::string told;     // the same, with ActualText in the place of what it stands for
    std::string names;    // other strings: properties of marked content
    bool is_whole = true; // no glyph without a meaning
};

// `font` gives the map of a font by its name among the page's resources; null where there is none.
PageText read_page(std::string_view content, const std::function<CharacterMap*(const std::string&)>& font);

} // namespace rapporteur::withheld
