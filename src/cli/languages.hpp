#pragma once

#include "cli/commands.hpp"
#include "corpus/corpus.hpp"

#include <optional>

namespace rapporteur::cli {

// What to say of the first language that the corpus isn't kept in.
std::optional<Diagnostic> unknown_language(const std::vector<std::string>& asked, const corpus::Corpus& corpus);

// What is wrong with the program's own words in the corpus's languages: faults of their files, as they are found;
// languages that it has no words in, as warnings, for a corpus may well be ahead of the program.
Diagnostics faults_of_words(const corpus::Corpus& corpus, const Resources& resources);

} // namespace rapporteur::cli
