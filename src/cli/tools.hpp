#pragma once

// What leaves its mark on the outputs, beside the corpus and the style: for the recipe of an archive.

#include "archive/archive.hpp"
#include "cli/build.hpp"

namespace rapporteur::cli {

// The program, the libraries that run now, pandoc, the fonts that `made` opened and the hyphenation patterns of the
// languages. Fails (surroundings) where a font or a pattern file can't be read.
Result<archive::Recipe> tools_of(const Made& made, const std::vector<std::string>& languages);

// What a recipe tells of the options: all but the languages, which may have been left to the corpus.
void tell_options(const BuildOptions& options, archive::Recipe& recipe);

// The options that a recipe tells; what it doesn't tell is left as `given`.
BuildOptions as_told(const archive::Recipe& recipe, BuildOptions given);

} // namespace rapporteur::cli
