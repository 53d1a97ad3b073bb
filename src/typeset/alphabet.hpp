#pragma once

// The glyphs that most texts of a language are set with: its letters and punctuation as Unicode's CLDR tells them,
// Latin letters and figures, and their ligatures, in every look.

#include "typeset/shaper.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rapporteur::typeset {

using GlyphsByFace = std::map<fonts::FaceId, std::vector<std::uint16_t>>;

// Nothing for languages of thousands of letters, of which a text needs few.
GlyphsByFace alphabet_glyphs(Shaper& shaper, const std::string& language);

} // namespace rapporteur::typeset
