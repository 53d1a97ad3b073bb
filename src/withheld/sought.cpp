#include "withheld/sought.hpp"

#include "support/utf8.hpp"

#include <algorithm>

namespace rapporteur::withheld {

namespace {

constexpr std::size_t stretch = 32; // bytes of letters
constexpr std::size_t stride = 8;   // a stretch begins at every eighth: any 39 bytes hold a whole one
constexpr std::size_t least_letters = 4;
constexpr std::size_t least_digits = 5;
constexpr std::size_t least_of_vocabulary = 12; // bytes of a phrase among names and keys
constexpr std::size_t least_of_run_words = 3;
constexpr std::size_t least_of_run_bytes = 14;
constexpr std::size_t least_of_rare_words = 2; // in a run: one may be a month's name, which no file of the corpus says
constexpr std::uint64_t base = 1099511628211U; // of the hashes, modulo 2^64

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

std::uint64_t hash_of(std::string_view letters, std::uint64_t before = 0) {
    for (const char byte : letters) {
        before = before * base + value_of(byte);
    }
    return before;
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

// Calls `visit` with the hash of the run that begins with each word, and with where it begins and ends: as many words
// as it takes to be no phrase that anybody would write.
template <class Visit>
void for_each_run(const std::vector<Word>& words, Visit visit) {
    for (std::size_t from = 0; from < words.size(); ++from) {
        std::uint64_t hash = 0;
        std::size_t bytes = 0;
        std::size_t to = from;
        while (to < words.size() && (to - from < least_of_run_words || bytes < least_of_run_bytes)) {
            hash = hash_of(words[to].letters, hash);
            bytes += words[to++].letters.size();
        }
        if (to - from < least_of_run_words || bytes < least_of_run_bytes || !visit(hash, from, to)) {
            return;
        }
    }
}

// Numbers and single characters of Chinese stand in every date.
bool can_be_rare(const Word& word) {
    return word.letters.size() >= least_letters && (word.letters.front() < '0' || word.letters.front() > '9');
}

// Words that only a seam parts, as one: a table's cells may hold parts of one word, or words of their own.
std::vector<Word> joined(const std::vector<Word>& words) {
    std::vector<Word> whole;
    for (const Word& word : words) {
        if (word.goes_on && !whole.empty()) {
            whole.back().letters += word.letters;
        } else {
            whole.push_back({word.letters});
        }
    }
    return whole;
}

bool has_joints(const std::vector<Word>& words) {
    return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.goes_on; });
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

// The first letters of a text and its length: enough to know it by, for one who may see it.
Withheld described(const SourceText& text) {
    constexpr std::size_t shown = 2;
    Withheld about{text.place, {}, 0};
    const std::size_t first = std::min(text.text.find_first_not_of(" \t\r\n"), text.text.size());
    const std::string_view words =
        std::string_view(text.text).substr(first, text.text.find_last_not_of(" \t\r\n") + 1 - first);
    for (std::size_t at = 0; at < words.size(); ++about.length) {
        next_character(words, at);
        if (about.length + 1 == shown) {
            about.begins = words.substr(0, at);
        }
    }
    return about;
}

} // namespace

void Sought::add(const SourceText& text) {
    const std::string plain = folded(text.text);
    const std::string letters = letters_of(plain);
    const std::vector<Word> words = words_of(plain);
    if (!can_be_told(words)) {
        return;
    }
    const auto number = static_cast<std::uint32_t>(texts.size());
    texts.push_back(described(text));
    if (letters.size() > longest_phrase) {
        for_each_stretch(letters, [&](std::size_t at, Hash hash) {
            if (at % stride == 0) {
                stretches.emplace(hash, number);
            }
            return true;
        });
    } else {
        phrases.emplace(hash_of(letters), Phrase{number, static_cast<std::uint8_t>(words.size()),
                                                 static_cast<std::uint8_t>(letters.size())});
        lengths.set(letters.size());
    }
    for_each_run(words, [&](Hash hash, std::size_t, std::size_t) {
        runs.emplace(hash, number);
        return true;
    });
    for (const Word& word : words) {
        if (can_be_rare(word)) {
            rare.insert(hash_of(word.letters));
        }
    }
}

void Sought::release(std::string_view free) {
    const std::string plain = folded(free);
    for_each_stretch(letters_of(plain), [&](std::size_t, Hash hash) {
        stretches.erase(hash);
        return true;
    });
    const std::vector<Word> words = words_of(plain);
    for_each_phrase(words, [&](Hash hash, std::size_t count) {
        if (const auto known = phrases.find(hash); known != phrases.end() && count <= known->second.words) {
            phrases.erase(known);
        }
        return true;
    });
    for_each_run(words, [&](Hash hash, std::size_t, std::size_t) {
        runs.erase(hash);
        return true;
    });
    for (const Word& word : words) {
        rare.erase(hash_of(word.letters));
    }
}

// Calls `visit` with the hash of all letters between the edges of two words, of each length that a phrase has, and with
// how many words they are: a phrase may be written in fewer than it has, as in an address, but "at is" isn't "ATIS".
template <class Visit>
void Sought::for_each_phrase(const std::vector<Word>& words, Visit visit) const {
    for (std::size_t from = 0; from < words.size(); ++from) {
        Hash hash = 0;
        std::size_t bytes = 0;
        std::size_t count = 0;
        for (std::size_t to = from; to < words.size(); ++to) {
            bytes += words[to].letters.size();
            count += to == from || !words[to].goes_on ? 1 : 0;
            if (bytes > longest_phrase) {
                break;
            }
            hash = hash_of(words[to].letters, hash);
            if (lengths[bytes] && !visit(hash, count)) {
                return;
            }
        }
    }
}

const Withheld* Sought::stretch_in(const std::string& plain) const {
    const Withheld* found = nullptr;
    if (!stretches.empty()) {
        for_each_stretch(letters_of(plain), [&](std::size_t, Hash hash) {
            if (const auto known = stretches.find(hash); known != stretches.end()) {
                found = &texts[known->second];
            }
            return found == nullptr;
        });
    }
    return found;
}

const Withheld* Sought::phrase_in(const std::vector<Word>& words, Reading::Kind kind) const {
    const Withheld* found = nullptr;
    for_each_phrase(words, [&](Hash hash, std::size_t count) {
        const auto known = phrases.find(hash);
        if (known == phrases.end() || count > known->second.words) {
            return true;
        }
        const Phrase& phrase = known->second;
        const bool means_something =
            kind == Reading::Kind::words || (phrase.words > 1 && phrase.bytes >= least_of_vocabulary);
        found = means_something ? &texts[phrase.text] : nullptr;
        return found == nullptr;
    });
    return found;
}

const Withheld* Sought::run_in(const std::vector<Word>& words) const {
    std::vector<std::size_t> rare_before = {0}; // how many of the words before each are rare
    rare_before.reserve(words.size() + 1);
    for (const Word& word : words) {
        rare_before.push_back(rare_before.back() + rare.count(hash_of(word.letters)));
    }
    const Withheld* found = nullptr;
    if (rare_before.back() == 0) {
        return found;
    }
    for_each_run(words, [&](Hash hash, std::size_t from, std::size_t to) {
        if (rare_before[to] - rare_before[from] >= least_of_rare_words) {
            const auto known = runs.find(hash);
            found = known == runs.end() ? nullptr : &texts[known->second];
        }
        return found == nullptr;
    });
    return found;
}

const Withheld* Sought::find_in(const std::string& plain, Reading::Kind kind) const {
    if (const Withheld* found = stretch_in(plain)) {
        return found;
    }
    const std::vector<Word> words = words_of(plain);
    if (const Withheld* found = phrase_in(words, kind)) {
        return found;
    }
    if (kind == Reading::Kind::binary || runs.empty()) {
        return nullptr;
    }
    if (const Withheld* found = run_in(words)) {
        return found;
    }
    return has_joints(words) ? run_in(joined(words)) : nullptr;
}

const Withheld* Sought::find_in(const Reading& reading) const {
    if (const Withheld* found = find_in(folded(reading.text), reading.kind)) {
        return found;
    }
    const std::optional<std::string> plain =
        reading.kind == Reading::Kind::binary ? std::nullopt : unescaped(reading.text);
    return plain ? find_in(folded(*plain), reading.kind) : nullptr;
}

} // namespace rapporteur::withheld
