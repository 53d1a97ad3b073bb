#pragma once

#include "corpus/corpus.hpp"
#include "facts/facts.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

struct Quoted { // what is explained, as it is told to whoever asks
    std::string words;
    std::string language; // empty for what is the same in all
};

// Where a fact is known from: its field, the file and line, the source, who checked it when, and for whom it is. Of
// what needs no source of its own, such as a name, the field and its place.
std::string explanation(const corpus::Corpus& corpus, const facts::Fact& fact, const Quoted& quoted);

// "3 of these need no source of their own, such as names and titles."; empty where all have one.
std::string unsourced(const std::vector<const facts::Fact*>& explained);

} // namespace rapporteur::cli
