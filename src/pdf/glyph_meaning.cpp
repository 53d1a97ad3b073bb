#include "pdf/glyph_meaning.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

namespace rapporteur::pdf {

namespace {

constexpr std::string_view word_joiner = "\u2060";

struct Character {
    std::string_view bytes;
    char32_t point = 0;
};

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

Character last_character(std::string_view text) {
    std::size_t from = text.size() - 1;
    while (from > 0 && continues(text[from])) {
        --from;
    }
    Character character{text.substr(from), 0};
    const unsigned lead = static_cast<unsigned char>(character.bytes.front());
    const std::size_t length = character.bytes.size();
    character.point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (const char byte : character.bytes.substr(1)) {
        character.point = (character.point << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    }
    return character;
}

std::vector<Character> characters_of(std::string_view text) {
    std::vector<Character> characters;
    while (!text.empty()) {
        characters.push_back(last_character(text));
        text.remove_suffix(characters.back().bytes.size());
    }
    std::reverse(characters.begin(), characters.end());
    return characters;
}

// Whether it begins with a letter of Latin, Greek, Cyrillic or Armenian: below U+0590, or from U+1E00 to U+1FFF.
// Readers take a mark on such a letter for one on the next where they go by places, as poppler does, so letter and mark
// are kept together.
bool is_european(std::string_view cluster) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(at < cluster.size() ? cluster[at] : 0); };
    constexpr unsigned char first_of_hebrew = 0xD6;
    constexpr unsigned char lead_of_extended = 0xE1;
    constexpr unsigned char first_of_extended = 0xB8;
    return byte(0) < first_of_hebrew || (byte(0) == lead_of_extended && byte(1) >= first_of_extended);
}

} // namespace

void cut_cluster(const typeset::GlyphRun& run, std::size_t at, const fonts::Face& face, std::vector<Saying>& sayings) {
    const std::uint32_t begin = run.glyphs[at].cluster;
    Saying whole{at, at + 1, {}};
    while (whole.last < run.glyphs.size() && run.glyphs[whole.last].cluster == begin) {
        ++whole.last;
    }
    const std::size_t end = whole.last < run.glyphs.size() ? run.glyphs[whole.last].cluster : run.text.size();
    whole.text = std::string_view(run.text).substr(begin, end - begin);
    sayings.clear();
    while (whole.last - whole.first > 1 && !whole.text.empty() && !is_european(whole.text)) {
        const Character mark = last_character(whole.text);
        if (mark.bytes.size() == whole.text.size() || face.glyph_of(mark.point) != run.glyphs[whole.last - 1].id) {
            break;
        }
        sayings.push_back({whole.last - 1, whole.last, mark.bytes});
        --whole.last;
        whole.text.remove_suffix(mark.bytes.size());
    }
    sayings.push_back(whole);
    std::reverse(sayings.begin(), sayings.end());
}

std::vector<std::string> shares(const typeset::GlyphRun& run, const Saying& saying, const fonts::Face& face) {
    const std::vector<Character> characters = characters_of(saying.text);
    std::unordered_map<std::uint32_t, std::deque<std::size_t>> drawn_by; // by glyph, the characters that it draws
    for (std::size_t at = 0; at < characters.size(); ++at) {
        if (const std::optional<std::uint32_t> glyph = face.glyph_of(characters[at].point)) {
            drawn_by[*glyph].push_back(at);
        }
    }
    std::vector<std::string> given(saying.last - saying.first);
    std::vector<bool> is_given(characters.size());
    for (std::size_t at = 0; at < given.size(); ++at) {
        const auto own = drawn_by.find(run.glyphs[saying.first + at].id);
        if (own != drawn_by.end() && !own->second.empty()) {
            given[at] = characters[own->second.front()].bytes;
            is_given[own->second.front()] = true;
            own->second.pop_front();
        }
    }
    std::vector<Character> left;
    for (std::size_t at = 0; at < characters.size(); ++at) {
        if (!is_given[at]) {
            left.push_back(characters[at]);
        }
    }
    auto next = left.begin();
    std::string* last_open = nullptr;
    for (std::string& share : given) {
        if (share.empty() && next != left.end()) {
            share = (next++)->bytes;
            last_open = &share;
        } else if (share.empty()) {
            share = word_joiner;
        }
    }
    for (; next != left.end() && last_open != nullptr; ++next) {
        *last_open += next->bytes;
    }
    return given;
}

} // namespace rapporteur::pdf
