#pragma once

#include "cli/commands.hpp"
#include "corpus/corpus.hpp"

#include <optional>

namespace rapporteur::cli {

// What to say of the first language that the corpus isn't kept in.
std::optional<Diagnostic> unknown_language(const std::vector<std::string>& asked, const corpus::Corpus& corpus);

// What is wrong with the program's own words in these languages, those that it has no words in among them: reported
// before anything is made.
Diagnostics faults_of_words(const std::vector<std::string>& languages, const Resources& resources);

// For those of which pages are to be set: a warning for each whose words can't be divided, with the package to install.
Diagnostics without_hyphenation(const std::vector<std::string>& languages);

// Of what was found, everything but the warnings about translations into other languages than these.
Diagnostics for_languages(const Diagnostics& found, const std::vector<std::string>& languages);

} // namespace rapporteur::cli
