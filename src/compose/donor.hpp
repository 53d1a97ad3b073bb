#pragma once

// What the donor part is made of: a table for each of a donor's questions.

#include "compose/composer.hpp"

namespace rapporteur::compose {

// A table whose first column names partners, and whose others hold words or numbers.
document::Table table_of_words(const std::string& name, const std::vector<std::string>& heads);
document::Table table_of_numbers(const std::string& name, const std::vector<std::string>& heads);
document::Cell named(const Composer& composer, const corpus::Partner& partner); // a link to its section
document::Cell strong(const std::string& text);

// For each currency, what each partner gave in each year, and the totals; sums are exact.
std::vector<document::Table> contributions(const Composer& composer);
// For each currency, what of each contribution is accounted for.
std::vector<document::Table> uses_of_contributions(const Composer& composer);

} // namespace rapporteur::compose
