#pragma once

#include "corpus/corpus.hpp"
#include "fonts/fonts.hpp"

namespace rapporteur::cli {

// An error for each character of the corpus, in any of these languages, that no installed font has: at the first place
// where it stands.
Diagnostics missing_glyphs(const corpus::Corpus& corpus, const std::vector<std::string>& languages,
                           const fonts::FaceQuery& like, fonts::FontBook& fonts);

} // namespace rapporteur::cli
