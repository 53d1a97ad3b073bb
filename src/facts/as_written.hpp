#pragma once

// Dates, sums and the schema's own words as a corpus writes them, the same in every language.

#include "corpus/corpus.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::facts {

std::string_view name_of(corpus::PartnerKind kind);
std::string_view name_of(corpus::PartnerStatus status);
std::string kinds_of(const corpus::Relationship& relationship); // "member, founder"

std::string in_words(const corpus::Money& money); // "EUR 240000"
// "2024–2026-05: ", with nothing for what isn't known; empty where neither is.
std::string period(const std::optional<corpus::Date>& from, const std::optional<corpus::Date>& to);

// A text's words in a language, or else in its main one.
std::string in_language(const corpus::Text& text, const std::string& language);

} // namespace rapporteur::facts
