#pragma once

#include "corpus/corpus.hpp"

#include <set>
#include <string>

namespace rapporteur::edition {

// The ids of all sources that the facts name.
std::set<std::string> sources_of(const corpus::Corpus& facts);

} // namespace rapporteur::edition
