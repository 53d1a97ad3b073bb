#pragma once

// What changed from one corpus to a later one: partners that joined, left, were renamed or merged; relationships that
// changed in kind; facts corrected, checked again, gone stale.
//
// Two facts are the same one when they have the same id, or when a partner can have only one of them, or when they say
// the same, or else when more than half of their words are common. Order, file layout, white space and emphasis make no
// difference.
//
// Time is linear in the corpora but for a factor log n. A partner's facts of one kind that nothing but likeness can
// pair are compared each with each as long as that is 250,000 pairs at most; beyond, each of them with at most 128
// others, those that share its rarest words and stand nearest to its place in the list.

#include "corpus/corpus.hpp"
#include "facts/facts.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::changes {

enum class Kind : std::uint8_t {
    joined,
    left,
    renamed,
    merged,  // into `partner`, which goes on
    related, // a relationship changed in kind
    added,
    removed,
    corrected,  // says something else now
    translated, // says the same in the main language, something else in another
    rechecked,  // says the same, checked later, from another source or with other confidence
    stale,      // not checked for more than a year; or a translation older than its text
    reviewed,   // a translation that says the same was a draft and is one no longer, or is one again
    readers,    // says the same, for other readers
};

// "joined", "checked again": for text that people read.
std::string_view name_of(Kind kind);

struct Change {
    Kind kind = Kind::corrected;
    std::string partner;      // its id, the new one where it has two; empty for the corpus's own facts
    std::string partner_name; // in the main language, the new one where it has two
    std::string language;     // of `translated` and `reviewed`, and of a translation that is `stale`
    std::optional<facts::Fact> before;
    std::optional<facts::Fact> after;

    const facts::Fact& fact() const { return after ? *after : *before; } // what it is about
};

struct Changes {
    corpus::Date from; // the days of the two corpora
    corpus::Date to;
    std::filesystem::path folder_before; // of the corpora, from which files are named
    std::filesystem::path folder_after;
    std::vector<Change> list; // the corpus's own first, then partner by partner in the new order, those that left last
};

Changes between(const corpus::Corpus& before, const corpus::Corpus& after);

// What a fact says in a language, or else in its main one.
const facts::Said& said_in(const facts::Fact& fact, const std::string& language);

// How what people read tells dates, and what a fact says in one of its languages.
struct Manner {
    std::function<std::string(const corpus::Date&)> date;
    std::function<std::string(const facts::Fact&, const facts::Said&)> said;
};
// Facts that were only checked again, on another day, may be many: they are summed up in a line, or listed.
enum class Rechecks : std::uint8_t { summed_up, listed };
std::string to_text(const Changes& changes, const Manner& manner, Rechecks rechecks = Rechecks::listed);
std::string to_markdown(const Changes& changes, const Manner& manner, Rechecks rechecks = Rechecks::listed);
std::string to_json(const Changes& changes); // dates and sums as a corpus writes them

} // namespace rapporteur::changes
