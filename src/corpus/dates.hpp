#pragma once

// Dates as exact as their source: a year, a month or a day of the Gregorian calendar (ISO 8601).

#include "corpus/corpus.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::corpus {

// Nothing where the text isn't written as a date or names a day that never was.
std::optional<Date> parse_date(std::string_view text);

// Whether `one` lies before `other` for certain: 2012 does not lie before 2012-05, nor a date that isn't known (year 0)
// before any.
bool surely_before(const Date& one, const Date& other);

} // namespace rapporteur::corpus
