#pragma once

// The making of the report, for every command that needs it: build, and those that keep and prove archives.

#include "cli/commands.hpp"
#include "corpus/corpus.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

struct Made {
    int status = done;                        // why it ended early, which has been told
    std::vector<std::filesystem::path> files; // in the order of making
    std::vector<std::string> fonts;           // paths of the font files that were opened
    std::string pandoc;                       // its version; empty where it wasn't needed
    bool has_drawn_pictures = false;          // a picture of the corpus is an SVG
};

// Makes what `options` ask for of a corpus that is loaded already; `resources` are the ones found.
Made make_report(corpus::Corpus corpus, const BuildOptions& options, const Resources& resources);

} // namespace rapporteur::cli
