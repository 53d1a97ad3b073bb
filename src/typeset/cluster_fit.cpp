#include "typeset/cluster_fit.hpp"

#include "typeset/characters.hpp"

#include <cstdlib>
#include <hb-ot.h>
#include <new>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace rapporteur::typeset {

namespace {

bool has_all(const fonts::Face& face, std::string_view text) {
    for (std::uint32_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        if (!fonts::needs_no_glyph(character) && !face.glyph_of(character)) {
            return false;
        }
    }
    return true;
}

std::string composed(std::string_view cluster) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* composing = icu::Normalizer2::getNFCInstance(status);
    std::string text;
    if (U_SUCCESS(status)) {
        const auto units = icu::UnicodeString::fromUTF8({cluster.data(), static_cast<int32_t>(cluster.size())});
        composing->normalize(units, status).toUTF8String(text);
    }
    return U_SUCCESS(status) ? text : std::string();
}

// Scripts whose marks stand over and under letters by anchors of GPOS. Others have shaping rules of their own, which a
// face that has their letters follows.
bool has_marks_by_anchors(char32_t letter) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(letter), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_COMMON:
        return true;
    default:
        return false;
    }
}

bool holds_mark(std::string_view marks) {
    for (std::uint32_t at = 0; at < marks.size();) {
        const auto character = static_cast<UChar32>(next_character(marks, at));
        if (u_charType(character) == U_NON_SPACING_MARK &&
            u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) {
            return true;
        }
    }
    return false;
}

// What a symbol is made of: ° and C of ℃; empty for one that has no parts.
std::u32string parts_of(char32_t symbol) {
    if (u_charType(static_cast<UChar32>(symbol)) != U_OTHER_SYMBOL) {
        return {};
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString units;
    const icu::Normalizer2* apart = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status) || apart->getDecomposition(static_cast<UChar32>(symbol), units) == 0) {
        return {};
    }
    std::u32string parts;
    for (int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
        parts.push_back(static_cast<char32_t>(units.char32At(at)));
    }
    return parts.size() > 1 ? parts : std::u32string();
}

bool look_alike(const fonts::Face& face, std::uint32_t one, std::uint32_t other) {
    hb_glyph_extents_t first = {};
    hb_glyph_extents_t second = {};
    const bool known = hb_font_get_glyph_extents(face.font.get(), one, &first) != 0 &&
                       hb_font_get_glyph_extents(face.font.get(), other, &second) != 0;
    const auto near = [&](int length, int to) {
        constexpr int hundredth = 100;
        return std::abs(length - to) * hundredth <= static_cast<int>(face.units_per_em);
    };
    return one == other || (known && near(first.width, second.width) && near(first.height, second.height));
}

// A symbol that is drawn as large as one of its parts lacks the others.
bool is_drawn_whole(const fonts::Face& face, char32_t symbol) {
    const std::optional<std::uint32_t> glyph = face.glyph_of(symbol);
    for (const char32_t part : parts_of(symbol)) {
        const std::optional<std::uint32_t> alone = face.glyph_of(part);
        if (glyph && alone && look_alike(face, *glyph, *alone)) {
            return false;
        }
    }
    return true;
}

} // namespace

ClusterFit::ClusterFit(const fonts::FontBook& fonts) : book(fonts), buffer(hb_buffer_create()) {}

Fit ClusterFit::of(fonts::FaceId face, std::string_view cluster) {
    std::uint32_t end = 0;
    const char32_t letter = next_character(cluster, end);
    if (end == cluster.size() && u_charType(static_cast<UChar32>(letter)) != U_OTHER_SYMBOL) { // most clusters
        return has_all(book.face(face), cluster) ? Fit::whole : Fit::none;
    }
    if (known.size() <= face) {
        known.resize(face + std::size_t{1});
    }
    const auto found = known[face].find(cluster);
    return found != known[face].end() ? found->second
                                      : known[face].emplace(cluster, find(book.face(face), cluster)).first->second;
}

Fit ClusterFit::find(const fonts::Face& face, std::string_view cluster) {
    std::uint32_t end = 0;
    const char32_t letter = next_character(cluster, end);
    if (!has_all(face, cluster) && (end == cluster.size() || !has_all(face, composed(cluster)))) {
        return Fit::none;
    }
    const bool is_whole = end == cluster.size() ? is_drawn_whole(face, letter)
                                                : !has_marks_by_anchors(letter) || !holds_mark(cluster.substr(end)) ||
                                                      marks_are_attached(face, cluster);
    return is_whole ? Fit::whole : Fit::glyphs;
}

// A mark without an anchor stays where the letter before it ends, neither moved along nor up.
bool ClusterFit::marks_are_attached(const fonts::Face& face, std::string_view cluster) {
    hb_buffer_t* shaped = buffer.get();
    hb_buffer_clear_contents(shaped);
    hb_buffer_add_utf8(shaped, cluster.data(), static_cast<int>(cluster.size()), 0, static_cast<int>(cluster.size()));
    hb_buffer_guess_segment_properties(shaped);
    if (hb_shape_full(face.font.get(), shaped, nullptr, 0, nullptr) == 0 ||
        hb_buffer_allocation_successful(shaped) == 0) {
        throw std::bad_alloc();
    }
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(shaped, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(shaped, &count);
    for (unsigned at = 1; at < count; ++at) {
        hb_glyph_extents_t extents = {};
        const bool shows =
            hb_font_get_glyph_extents(face.font.get(), glyphs[at].codepoint, &extents) != 0 && extents.width != 0;
        const bool is_placed = positions[at].x_offset != 0 || positions[at].y_offset != 0;
        if (shows && !is_placed) {
            return false;
        }
    }
    return hb_ot_layout_has_positioning(face.face.get()) != 0 || count == 1;
}

} // namespace rapporteur::typeset
