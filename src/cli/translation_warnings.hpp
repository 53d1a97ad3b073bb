#pragma once

#include "corpus/corpus.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

// What someone who makes publications wants to know of what was found: everything but which texts a translation lacks,
// of which the number is told, for each of these languages; `translate status` names each text. `file` is the corpus's,
// as it was named.
Diagnostics told_to_maker(const Diagnostics& found, const corpus::Corpus& corpus,
                          const std::vector<std::string>& languages, const std::string& file);

} // namespace rapporteur::cli
