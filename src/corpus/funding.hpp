#pragma once

// Contributions and results being read, and the sums that a corpus states checked against what it adds up to.

#include "corpus/reading.hpp"

namespace rapporteur::corpus {

Funding read_funding(const Reading& reading, const pugi::xml_node& node);
FundingTotal read_funding_total(const Reading& reading, const pugi::xml_node& node);

// After the last partner: whether the contributions of each year add up to its total, currency by currency.
void check_funding_totals(const Corpus& corpus, Findings& findings);

} // namespace rapporteur::corpus
