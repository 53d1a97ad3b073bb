#pragma once

// What a brief for donors says beyond others, an item of a list each: there is no room for the report's tables.

#include "compose/composer.hpp"

namespace rapporteur::compose {

// "Two districts changed their practice (children heard: baseline 31 %, target 70 %, actual 75 %)"
document::ListItem item_of(const Composer& composer, const corpus::Outcome& outcome, Citations& citations);
// "2026: EUR 25,000, training of lawyers (Used for: fees of trainers: EUR 18,500)"
document::ListItem item_of(const Composer& composer, const corpus::Funding& funding, Citations& citations);
// "The grant ends in June. (What is done about it: two other funders have been asked.)"
document::ListItem item_of(const Composer& composer, const corpus::Risk& risk, Citations& citations);

// The texts that these print.
Texts texts_of(const std::vector<corpus::Outcome>& outcomes);
Texts texts_of(const std::vector<corpus::Funding>& contributions);

} // namespace rapporteur::compose
