#pragma once

// What stands on a brief's card: particulars, the code of the partner's page, people, dates.

#include "compose/composer.hpp"

namespace rapporteur::compose {

// An empty table with the partner's id before `what` as its own.
document::Table card_table(const corpus::Partner& partner, const char* what);

// A particular beyond the relationship itself.
struct Detail {
    document::Row row;
    Texts texts;                                    // that it prints in sentences
    const corpus::Provenance* provenance = nullptr; // its own; null: the relationship's, or it needs none
};
std::vector<Detail> details_of(const Composer& composer, const corpus::Partner& partner);

// A QR code of the partner's page; nothing where it has none, or one too long for a code.
std::optional<document::Figure> code_of_page(const Composer& composer, const corpus::Partner& partner);

document::Table people_of(const Composer& composer, const corpus::Partner& partner);

// The latest first: what happened lately is what a meeting is about. No more than `most`.
std::vector<corpus::Event> latest(std::vector<corpus::Event> events, std::size_t most);
document::Table dates_of(const Composer& composer, const corpus::Partner& partner, Citations& citations);

} // namespace rapporteur::compose
