#pragma once

// Outputs made again from what lies in a bag or a PDF, and compared with those that are there.

#include "archive/archive.hpp"
#include "cli/commands.hpp"
#include "cli/verdict.hpp"

#include <filesystem>
#include <vector>

namespace rapporteur::cli {

struct Rebuilt {
    Verdict verdict = Verdict::proved;
    std::string why;
    std::vector<Finding> findings;
    int failure = done; // the status of what failed around the program, where something did; its messages are written
};

// An output: its path in the bag, and the file that is there.
struct Output {
    std::string name;
    std::filesystem::path file;
};

// The corpus and the style that lie in the bag are checked by the program's own schemas; the bag's schemas are bytes
// that travel in PDFs. `own` are the program's.
Rebuilt rebuild(const archive::Bag& bag, const archive::Recipe& recipe, const std::vector<Output>& outputs,
                const BuildOptions& effort, const Resources& own);

} // namespace rapporteur::cli
