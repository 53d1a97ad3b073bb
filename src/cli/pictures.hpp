#pragma once

// The pictures that a corpus names, looked through and made ready, once for all languages and formats.

#include "compose/compose.hpp"
#include "corpus/corpus.hpp"
#include "images/images.hpp"
#include "support/diagnostic.hpp"

namespace rapporteur::cli {

struct OpenedPictures {
    images::Album album; // where they lie: for as long as anything is made of them
    compose::Pictures pictures;
    Diagnostics faults;   // of those that are no good, each at the place that first names it
    Diagnostics warnings; // of those that are printed without a part of theirs
};

Result<OpenedPictures> open_pictures(const corpus::Corpus& corpus, const Limits& limits);

// Whether one of them was an SVG, which rsvg-convert drew.
bool has_drawn(const compose::Pictures& pictures);

} // namespace rapporteur::cli
