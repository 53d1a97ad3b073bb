#pragma once

// A brief made to fit its pages: things give way in the order that the style says, and nothing else does.

#include "compose/compose.hpp"
#include "typeset/brief.hpp"

namespace rapporteur::cli {

struct FittedBrief {
    document::Document document;
    typeset::BriefPages pages;
    double spacing = 1;       // of the style's space between blocks, on these pages
    compose::BriefItems all;  // how many items of each part there are
    compose::BriefItems kept; // and how many of them are told
};

// What a brief is made of and for.
struct BriefOrder {
    const edition::Edition& edition;
    const corpus::Partner& partner;
    const wording::Words& words;
    const std::string& meeting;
    std::optional<corpus::Date> day;
    const style::Brief& style;
    std::size_t most_pages = 1;
    std::size_t to_a_sheet = 1;
    const changes::Changes* changes = nullptr; // the partner's, to be told; null: none are
};

// Fails (corpus) where even what never gives way doesn't fit, and says by how much.
Result<FittedBrief> fit(const BriefOrder& order, typeset::BriefSetter& setter);

// The spacings from the style's own to its least.
std::vector<double> spacings(const style::Brief& style);

// What was left out, as a warning; nothing where all is told.
std::optional<Diagnostic> left_out(const FittedBrief& brief, const BriefOrder& order);

} // namespace rapporteur::cli
