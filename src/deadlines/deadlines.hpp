#pragma once

// What the organisation owes its partners, and by when: obligations whose due date stands in the corpus.
//
// No date is ever reckoned. An obligation that recurs ("every four years") is told of with the date that somebody has
// written down, and with its interval in words; the date after that is for a person to confirm and to write.

#include "corpus/corpus.hpp"

#include <string>
#include <vector>

namespace rapporteur::deadlines {

// Points into the corpus that it was found in, and is good for as long as that stays where it is.
struct Deadline {
    const corpus::Partner* partner = nullptr;
    const corpus::Obligation* obligation = nullptr;
    const corpus::Date& due() const { return *obligation->due; }
};

// Bounds as ISO 8601 has them, to a year, a month or a day; empty: none. A date that may lie between them does.
struct Period {
    std::string from;
    std::string to;
};

// The earliest first; those of one date in the order of the corpus.
std::vector<Deadline> deadlines_of(const corpus::Corpus& corpus, const Period& period = {});

std::string to_text(const corpus::Corpus& corpus, const std::vector<Deadline>& deadlines);
std::string to_json(const corpus::Corpus& corpus, const std::vector<Deadline>& deadlines);

// An iCalendar (RFC 5545): an event for each deadline, of the whole day, or of the whole month or year where the corpus
// knows no more. The same corpus gives the same bytes and the same UIDs; a date that was moved keeps its UID.
std::string to_calendar(const corpus::Corpus& corpus, const std::vector<Deadline>& deadlines);

} // namespace rapporteur::deadlines
