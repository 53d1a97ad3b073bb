#pragma once

#include "pdf/font_program.hpp"
#include "pdf/shared_fonts.hpp"

#include <map>
#include <optional>

namespace rapporteur::pdf {

struct SharedFonts::Programs {
    struct Shared {
        GlyphSet expected;
        std::optional<FontProgram> program; // from the first file on that is content with it
    };
    std::map<fonts::FaceId, Shared> faces;

    // Null where the face is expected to need no glyphs, or not all of these.
    Result<const FontProgram*> enough_for(fonts::FaceId id, const fonts::Face& face, const GlyphSet& glyphs);
};

} // namespace rapporteur::pdf
