#pragma once

#include "corpus/corpus.hpp"

#include <cstdint>
#include <functional>
#include <optional>
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

struct Filtered {
    std::string bytes;
    bool withholds = false; // whether an element isn't kept
};

// A file of the corpus without what isn't kept, in the one form that written_xml() gives. Nothing where it isn't
// well-formed.
std::optional<Filtered> without_withheld(const std::string& bytes, const Kept& kept);

} // namespace rapporteur::edition
