#include "typeset/shaper.hpp"

#include "typeset/characters.hpp"

#include <algorithm>
#include <new>

namespace rapporteur::typeset {

namespace {

constexpr std::size_t most_remembered = 60000; // words; some 15 MB

// The first character from `cluster` on that the face has no glyph for.
char32_t missing_from(std::string_view text, std::uint32_t cluster, const fonts::Face& face) {
    std::uint32_t at = cluster;
    const char32_t first = next_character(text, at);
    for (char32_t character = first; at < text.size() && face.glyph_of(character);) {
        character = next_character(text, at);
        if (!face.glyph_of(character)) {
            return character;
        }
    }
    return first;
}

} // namespace

Shaper::Shaper(const Looks& looks, const fonts::FontBook& fonts)
    : all_looks(looks), book(fonts), buffer(hb_buffer_create()) {}

const Shaped& Shaper::shape(std::string_view text, const Manner& manner, const std::string& language) {
    auto& shaped = words_in(manner, language).shaped;
    if (const auto known = shaped.find(text); known != shaped.end()) {
        return known->second;
    }
    ++remembered;
    return shaped.emplace(text, shape_anew(text, manner, language)).first->second;
}

Shaper::Words& Shaper::words_in(const Manner& manner, const std::string& language) {
    const auto hold = [&](const std::unique_ptr<Words>& words) {
        return words->manner == manner && words->language == language;
    };
    if (!memory.empty() && hold(memory.front())) { // words in a row are mostly set in one manner
        return *memory.front();
    }
    auto known = std::find_if(memory.begin(), memory.end(), hold);
    if (known == memory.end()) {
        known = memory.insert(memory.end(), std::make_unique<Words>(Words{manner, language, {}}));
    }
    std::rotate(memory.begin(), known, std::next(known));
    return *memory.front();
}

Shaped Shaper::shape_anew(std::string_view text, const Manner& manner, const std::string& language) {
    hb_buffer_t* words = buffer.get();
    hb_buffer_clear_contents(words);
    hb_buffer_set_cluster_level(words, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_add_utf8(words, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_direction(words, manner.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(words, manner.script);
    auto [known, is_new] = languages.try_emplace(language, HB_LANGUAGE_INVALID);
    if (is_new) {
        known->second = hb_language_from_string(language.data(), static_cast<int>(language.size()));
    }
    hb_buffer_set_language(words, known->second);

    const Look& look = all_looks[manner.look];
    const fonts::Face& face = book.face(manner.face);
    const bool with_ideographs = language.compare(0, 2, "zh") == 0 || language.compare(0, 2, "ja") == 0;
    const std::vector<hb_feature_t>& features = with_ideographs ? look.full_height_features : look.features;
    const auto feature_count = static_cast<unsigned>(features.size());
    if (hb_shape_full(face.font.get(), words, features.data(), feature_count, nullptr) == 0 ||
        hb_buffer_allocation_successful(words) == 0) {
        throw std::bad_alloc(); // else the words would be there without their shape, or in part
    }

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(words, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(words, &count);
    Shaped shaped;
    shaped.scale = look.size / face.units_per_em;
    shaped.glyphs.reserve(count);
    std::int64_t advance = 0;
    for (unsigned at = 0; at < count; ++at) {
        shaped.glyphs.push_back({static_cast<std::uint16_t>(infos[at].codepoint), positions[at].x_advance,
                                 positions[at].x_offset, positions[at].y_offset, infos[at].cluster});
        advance += positions[at].x_advance;
        if (infos[at].codepoint == 0) {
            shaped.missing = missing_from(text, infos[at].cluster, face);
        }
    }
    if (manner.right_to_left) {
        std::reverse(shaped.glyphs.begin(), shaped.glyphs.end());
    }
    shaped.width = static_cast<double>(advance) * shaped.scale + look.tracking * count;
    return shaped;
}

void Shaper::forget_when_large() {
    if (remembered > most_remembered) {
        memory.clear();
        remembered = 0;
    }
}

} // namespace rapporteur::typeset
