#pragma once

// What is looked for, and looking for it.

#include "withheld/letters.hpp"
#include "withheld/source_texts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapporteur::withheld {

// A text read back from a publication.
struct Reading {
    enum class Kind : std::uint8_t {
        words,    // meant for readers
        technical // names, addresses, other formats' own words: in it, a single short word means nothing
    };
    std::string text;  // with seams
    std::string where; // "page 2", "the part word/document.xml"
    Kind kind = Kind::words;
};

class Sought {
public:
    void add(const SourceText& withheld);
    // Takes out what this says, for it may be said.
    void release(std::string_view free);

    bool empty() const { return stretches.empty() && phrases.empty(); }

    // Where in the corpus the first thing withheld stands that `reading` says.
    std::optional<Place> find_in(const Reading& reading) const;

private:
    struct Phrase {
        std::vector<Word> words;
        std::uint32_t place = 0;
    };

    static bool says(const std::vector<Word>& words, std::size_t at, const Phrase& phrase);
    const Phrase* phrase_in(const std::vector<Word>& words, Reading::Kind kind) const;
    const Phrase* phrase_at(const std::vector<Word>& words, std::size_t at, Reading::Kind kind) const;

    std::vector<Place> places;
    std::unordered_map<std::uint64_t, std::uint32_t> stretches;   // hashes of letters, and the place of each
    std::unordered_map<std::string, std::vector<Phrase>> phrases; // by their first word
    std::size_t longest_first = 0;                                // bytes of the longest of those
};

} // namespace rapporteur::withheld
