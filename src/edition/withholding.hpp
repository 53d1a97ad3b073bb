#pragma once

// What of a corpus a reader doesn't get beside what the audience of a fact says: rules that hold for every kind of
// fact.

#include "corpus/corpus.hpp"

#include <map>
#include <string>
#include <utility>

namespace rapporteur::edition {

// Whether those whose consent it needs had agreed when the corpus was closed. Nobody gets it before, whatever the
// audience. Both are as exact as they are written: an agreement of a year or a month counts from its beginning.
bool is_agreed(const corpus::Date& consent, const corpus::Date& closed);
bool is_agreed(const std::string& consent, const corpus::Date& closed); // as a corpus's file writes it

// How many contributions there are of each year in each currency.
using YearAndCurrency = std::pair<int, std::string>;
std::map<YearAndCurrency, std::size_t> contributions_of(const corpus::Corpus& facts);

} // namespace rapporteur::edition
