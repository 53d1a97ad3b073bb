#pragma once

// Opens one face of a font file and reads what the rest of the program asks of it.

#include "fonts/fonts.hpp"

namespace rapporteur::fonts {

// Fails (surroundings) where the file can't be read.
Result<Handle<hb_blob_t>> open_font(const std::string& path);

// Fails (surroundings) where that isn't a font with outlines, or its licence bits forbid embedding.
Result<Face> face_in(hb_blob_t* file, const std::string& path, unsigned index, const std::string& family);

} // namespace rapporteur::fonts
