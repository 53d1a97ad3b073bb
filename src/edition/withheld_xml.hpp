#pragma once

#include "corpus/corpus.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace rapporteur::edition {

// What of a corpus's file is kept, beside what the audience may read.
struct Kept {
    corpus::Audience audience = corpus::Audience::everyone;
    std::function<bool(const std::string& id)> partner; // written in corpus.xml itself
    std::function<bool(const std::string& href)> included;
    std::function<bool(const std::string& id)> source;
    std::function<bool(std::uint32_t line, std::uint32_t column)> locator; // of a source; by the place of its tag
    std::function<bool(const std::string& consent)> agreed;                // with this date
    std::function<bool(int year, const std::string& currency)> total;      // of contributions
};

// A file of the corpus, which is well-formed, without what isn't kept: the very bytes where all is.
std::string without_withheld(std::string bytes, const Kept& kept);

} // namespace rapporteur::edition
