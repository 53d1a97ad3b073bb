#pragma once

#include "cli/commands.hpp"
#include "corpus/corpus.hpp"

namespace rapporteur::cli {

// What someone who makes publications wants to know of what was found: everything but which texts a translation lacks,
// of which the number is told, for the languages asked for; `translate status` names each.
Diagnostics told_to_maker(const Diagnostics& found, const corpus::Corpus& corpus, const BuildOptions& options);

} // namespace rapporteur::cli
