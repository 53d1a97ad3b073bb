#pragma once

#include "corpus/corpus.hpp"
#include "facts/facts.hpp"

#include <string>

namespace rapporteur::cli {

struct Quoted { // what is explained, as it is told to whoever asks
    std::string words;
    std::string language; // empty for what is the same in all
};

// Where a fact is known from: its field, the file and line, the source, who checked it when, and for whom it is.
std::string explanation(const corpus::Corpus& corpus, const facts::Fact& fact, const Quoted& quoted);

} // namespace rapporteur::cli
