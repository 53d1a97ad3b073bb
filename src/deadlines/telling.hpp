#pragma once

// A deadline's parts in words, in the corpus's main language.

#include "deadlines/deadlines.hpp"

namespace rapporteur::deadlines {

std::string name_of(const corpus::Partner& partner);                                       // its acronym, or its name
std::string source_of(const corpus::Corpus& corpus, const corpus::Provenance& provenance); // "Page, publisher, rule 61"
std::string uri_of(const corpus::Corpus& corpus, const corpus::Provenance& provenance);
std::string interval(const std::string& every); // "every 4 years" for P4Y

} // namespace rapporteur::deadlines
