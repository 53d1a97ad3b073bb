#pragma once

// A face's outlines and metrics as a file holds them: some of its glyphs, subset by HarfBuzz with their ids kept,
// deflated.

#include "fonts/fonts.hpp"

#include <string>
#include <vector>

namespace rapporteur::pdf {

using GlyphSet = std::vector<bool>; // by glyph id

struct FontProgram {
    std::string tag;      // six capitals that differ where the glyphs differ (ISO 32000-1, 9.6.4)
    std::string deflated; // zlib's form
    std::size_t size = 0; // before
};

// Fails (surroundings) where the font is damaged.
Result<FontProgram> font_program(const fonts::Face& face, const GlyphSet& glyphs);

} // namespace rapporteur::pdf
