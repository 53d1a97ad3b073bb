#pragma once

// What stands on a brief's card: particulars, the code of the partner's page, people, dates.

#include "compose/composer.hpp"

namespace rapporteur::compose {

// An empty table with the partner's id before `what` as its own.
document::Table card_table(const corpus::Partner& partner, const char* what);

// Particulars beyond the relationship itself.
std::vector<document::Row> details_of(const Composer& composer, const corpus::Partner& partner);

// A QR code of the partner's page; nothing where it has none, or one too long for a code.
std::optional<document::Figure> code_of_page(const Composer& composer, const corpus::Partner& partner);

// No more than `most` of each.
document::Table people_of(const Composer& composer, const corpus::Partner& partner, std::size_t most);
document::Table dates_of(const Composer& composer, const corpus::Partner& partner, std::size_t most);

} // namespace rapporteur::compose
