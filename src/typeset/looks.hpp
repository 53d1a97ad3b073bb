#pragma once

// The looks that text can have: each text style of the style source, in each role, bound to an open face.

#include "document/document.hpp"
#include "fonts/fonts.hpp"
#include "style/style.hpp"
#include "typeset/page.hpp"

#include <array>

namespace rapporteur::typeset {

struct Look {
    fonts::FaceId face = 0;
    double size = 0;     // points to the em
    double rise = 0;     // points above the line's baseline
    double tracking = 0; // points after each character
    Colour colour;
    std::vector<hb_feature_t> features;
    std::vector<hb_feature_t> full_height_features; // the same without small figures and capitals, beside ideographs
};

using LookId = std::uint16_t;

// The roles of document::TextRole, and the mark that calls a note.
constexpr std::size_t voice_count = 5;
enum class Voice : std::uint8_t { plain, emphasis, strong, acronym, note_mark };

class Looks {
public:
    // Opens every face that the style names. Fails where one isn't installed.
    static Result<Looks> open(const style::Style& style, fonts::FontBook& book);

    static constexpr std::size_t count = style::text_style_count * voice_count;
    static LookId id(style::TextStyleName text, Voice voice);
    const Look& operator[](LookId id) const { return looks[id]; }

    // The style's fallback faces, in order.
    const std::vector<fonts::FaceId>& fallbacks() const { return fallback_faces; }

private:
    std::array<Look, count> looks;
    std::vector<fonts::FaceId> fallback_faces;
};

Voice voice_of(document::TextRole role);
Colour colour_of(style::Colour colour);

} // namespace rapporteur::typeset
