#include "withheld/sought.hpp"

#include <algorithm>

namespace rapporteur::withheld {

namespace {

constexpr std::size_t stretch = 32; // bytes of letters
constexpr std::size_t stride = 8;   // a stretch begins at every eighth: any 39 bytes hold a whole one
constexpr std::size_t least_letters = 4;
constexpr std::size_t least_digits = 5;
constexpr std::uint64_t base = 1099511628211U; // of the rolling hash, modulo 2^64

constexpr std::uint64_t power_of(std::uint64_t number, std::size_t exponent) {
    std::uint64_t power = 1;
    for (std::size_t at = 0; at < exponent; ++at) {
        power *= number;
    }
    return power;
}
constexpr std::uint64_t of_the_first = power_of(base, stretch - 1); // what a stretch's first byte counts

std::uint64_t value_of(char byte) {
    return static_cast<unsigned char>(byte) + 1U;
}

// Calls `visit` with the place and the hash of every stretch of these letters (Rabin and Karp).
template <class Visit>
void for_each_stretch(std::string_view letters, Visit visit) {
    std::uint64_t hash = 0;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (at >= stretch) {
            hash -= value_of(letters[at - stretch]) * of_the_first;
        }
        hash = hash * base + value_of(letters[at]);
        if (at + 1 >= stretch && !visit(at + 1 - stretch, hash)) {
            return;
        }
    }
}

bool can_be_told(const std::vector<Word>& words) {
    std::size_t letters = 0;
    bool digits_only = true;
    for (const Word& word : words) {
        letters += word.letters.size();
        digits_only = digits_only && word.letters.find_first_not_of("0123456789") == std::string::npos;
    }
    return letters >= (digits_only ? least_digits : least_letters);
}

} // namespace

void Sought::add(const SourceText& text) {
    const std::string plain = folded(text.text);
    const std::string letters = letters_of(plain);
    const auto place = static_cast<std::uint32_t>(places.size());
    places.push_back(text.place);
    if (letters.size() >= stretch + stride - 1) {
        for_each_stretch(letters, [&](std::size_t at, std::uint64_t hash) {
            if (at % stride == 0) {
                stretches.emplace(hash, place);
            }
            return true;
        });
        return;
    }
    std::vector<Word> words = words_of(plain);
    if (can_be_told(words)) {
        longest_first = std::max(longest_first, words.front().letters.size());
        std::vector<Phrase>& alike = phrases[words.front().letters];
        alike.push_back({std::move(words), place});
    }
}

void Sought::release(std::string_view free) {
    const std::string plain = folded(free);
    for_each_stretch(letters_of(plain), [&](std::size_t, std::uint64_t hash) {
        stretches.erase(hash);
        return true;
    });
    const std::vector<Word> words = words_of(plain);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto alike = phrases.find(words[at].letters);
        if (alike == phrases.end()) {
            continue;
        }
        std::erase_if(alike->second, [&](const Phrase& phrase) { return says(words, at, phrase); });
        if (alike->second.empty()) {
            phrases.erase(alike);
        }
    }
}

// Whether the phrase begins with the word at `at`. A seam may part a word of it, and two words of it.
bool Sought::says(const std::vector<Word>& words, std::size_t at, const Phrase& phrase) {
    for (const Word& sought : phrase.words) {
        std::string_view rest = sought.letters;
        bool is_begun = false;
        while (!rest.empty()) {
            if (at == words.size() || (is_begun && !words[at].goes_on) || !rest.starts_with(words[at].letters)) {
                return false;
            }
            rest.remove_prefix(words[at++].letters.size());
            is_begun = true;
        }
    }
    return true;
}

const Sought::Phrase* Sought::phrase_at(const std::vector<Word>& words, std::size_t at, Reading::Kind kind) const {
    std::string first = words[at].letters;
    for (std::size_t next = at + 1;; ++next) {
        if (const auto alike = phrases.find(first); alike != phrases.end()) {
            for (const Phrase& phrase : alike->second) {
                const bool means_something = kind == Reading::Kind::words || phrase.words.size() > 1;
                if (means_something && says(words, at, phrase)) {
                    return &phrase;
                }
            }
        }
        if (next == words.size() || !words[next].goes_on || first.size() >= longest_first) {
            return nullptr;
        }
        first += words[next].letters;
    }
}

const Sought::Phrase* Sought::phrase_in(const std::vector<Word>& words, Reading::Kind kind) const {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (const Phrase* phrase = phrase_at(words, at, kind)) {
            return phrase;
        }
    }
    return nullptr;
}

std::optional<Place> Sought::find_in(const Reading& reading) const {
    const std::string plain = folded(reading.text);
    std::optional<Place> found;
    if (!stretches.empty()) {
        for_each_stretch(letters_of(plain), [&](std::size_t, std::uint64_t hash) {
            if (const auto known = stretches.find(hash); known != stretches.end()) {
                found = places[known->second];
            }
            return !found;
        });
    }
    if (!found && !phrases.empty()) {
        if (const Phrase* phrase = phrase_in(words_of(plain), reading.kind)) {
            found = places[phrase->place];
        }
    }
    return found;
}

} // namespace rapporteur::withheld
