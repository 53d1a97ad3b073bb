#pragma once

// What is looked for, and looking for it.
//
// A text of 39 bytes of letters and more is found by its stretches of 32 bytes (Rabin and Karp), a shorter one as a
// whole, by the hash of its letters between the edges of words. A run of a few words in the middle of a text is found
// too, where two of them are words that nothing open says. All of it is hashes: the time to look through a reading
// depends on its length alone, however many texts are withheld.

#include "withheld/letters.hpp"
#include "withheld/source_texts.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapporteur::withheld {

// A text read back from a publication.
struct Reading {
    enum class Kind : std::uint8_t {
        words,      // meant for readers, or a value from the corpus, such as an address
        vocabulary, // a format's own names, keys, styles and scripts: in it, one short word means nothing
        binary      // pictures and fonts: in it, only what can't stand there by chance means something
    };
    std::string text;  // with seams
    std::string where; // "page 2", "the part word/document.xml"
    Kind kind = Kind::words;
};

// A text that is looked for, as a message may speak of it.
struct Withheld {
    Place place;
    std::string begins;     // its first letters
    std::size_t length = 0; // in characters
};

class Sought {
public:
    void add(const SourceText& withheld);
    // Takes out what this says, for it may be said.
    void release(std::string_view free);

    bool empty() const { return stretches.empty() && phrases.empty(); }

    // The first thing withheld that `reading` says; null where it says none.
    const Withheld* find_in(const Reading& reading) const;

private:
    static constexpr std::size_t longest_phrase = 38; // bytes of letters

    struct Phrase {
        std::uint32_t text = 0; // in `texts`
        std::uint8_t words = 0;
        std::uint8_t bytes = 0; // of letters
    };
    using Hash = std::uint64_t;

    template <class Visit>
    void for_each_phrase(const std::vector<Word>& words, Visit visit) const;
    const Withheld* find_in(const std::string& plain, Reading::Kind kind) const;
    const Withheld* stretch_in(const std::string& plain) const;
    const Withheld* phrase_in(const std::vector<Word>& words, Reading::Kind kind) const;
    const Withheld* run_in(const std::vector<Word>& words) const;

    std::vector<Withheld> texts;
    std::unordered_map<Hash, std::uint32_t> stretches;
    std::unordered_map<Hash, Phrase> phrases;
    std::unordered_map<Hash, std::uint32_t> runs;
    std::unordered_set<Hash> rare;           // words of withheld texts that nothing open says
    std::bitset<longest_phrase + 1> lengths; // bytes that a phrase has
};

} // namespace rapporteur::withheld
