#pragma once

#include "corpus/corpus.hpp"

#include <set>
#include <string>
#include <utility>

namespace rapporteur::edition {

using PlaceInSource = std::pair<std::string, std::string>; // a source's id, and a locator in it

// All sources that the facts name, by their ids, and all places in them.
struct Named {
    std::set<std::string> sources;
    std::set<PlaceInSource> places;
};
Named named_in(const corpus::Corpus& facts);

} // namespace rapporteur::edition
