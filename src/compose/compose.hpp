#pragma once

// An edition becomes a Document: what is said, in which order, under which headings. No format is known here.
//
// Composing is deterministic and takes time linear in the facts. Every fact keeps its source: a note names the one that
// most of a section comes from, and each statement from elsewhere calls a note of its own.

#include "changes/changes.hpp"
#include "document/document.hpp"
#include "edition/edition.hpp"
#include "wording/wording.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rapporteur::compose {

using Pictures = std::map<std::string, document::Raster>; // by the file's path in the corpus

// Facts by where they stand, so that each passage of a document can tell by their numbers which of them it says.
class FactIndex {
public:
    explicit FactIndex(const std::vector<const facts::Fact*>& facts); // which are numbered in this order

    // Those of a field at a place; where a key is given, only the one that has it.
    document::FactNumbers at(const Place& place, facts::Field field, const std::string& key) const;

private:
    struct Numbered {
        const facts::Fact* fact;
        std::uint32_t number;
    };
    std::map<std::tuple<std::string_view, std::uint32_t, std::uint32_t>, std::vector<Numbered>> by_place;
};

struct Options {
    double measure = 380;                      // points that a drawing or a table may be wide
    double depth = 560;                        // and a drawing deep: of a page, less a heading and a caption
    double narrow = 210;                       // and one for a phone
    double lettering = 8;                      // points of the labels in a drawing
    double table_type = 7.5;                   // points: the smallest type of tables
    std::vector<std::string> tools;            // that the report is made with: "rapporteur 0.1.0"
    std::vector<std::string> faces;            // that it is set in: "EB Garamond 12"
    Pictures pictures;                         // a photo that isn't among them is left out
    const changes::Changes* changes = nullptr; // since the year that is to be compared with; null: no chapter of them
    const FactIndex* facts = nullptr;          // which passages are to tell that they say; null: none
};

// What a brief may do without, by the names that schema/style.xsd gives it. Each is a list of which the last items go
// first.
enum class BriefPart : std::uint8_t {
    dates,
    details,
    code,
    work,
    mandate,
    relationship,
    people,
    gone,
    results, // these four are for donors and for the house
    funding,
    risks,
    quotes,
};
inline constexpr std::array<std::string_view, 12> brief_part_names = {"dates",   "details",      "code",   "work",
                                                                      "mandate", "relationship", "people", "gone",
                                                                      "results", "funding",      "risks",  "quotes"};
// Whether it stands on the card, where it takes no room from the text.
constexpr bool is_on_card(BriefPart part) {
    return part == BriefPart::dates || part == BriefPart::details || part == BriefPart::code ||
           part == BriefPart::people;
}
using BriefItems = std::array<std::size_t, brief_part_names.size()>; // a number of items of each part

// How many items of each part there are to tell of a partner, and of its changes where there are any to tell.
BriefItems items_of(const edition::Edition& edition, const corpus::Partner& partner, const wording::Words& words,
                    const changes::Changes* changes = nullptr);

struct BriefOptions {
    std::string meeting; // in the reader's language; empty for none
    std::optional<corpus::Date> day;
    BriefItems kept = {}; // how many items of each part are told
    // This partner's, since the corpus that is compared with: what is new or says otherwise bears a mark in words; a
    // line at the head says since when, one at the end what fell away. Null: nothing of that.
    const changes::Changes* changes = nullptr;
};

// What the file of a partner's brief is called, without its ending: "paper-boats-brief-harbour-network-2026-en".
std::string brief_file_stem(const edition::Edition& edition, const corpus::Partner& partner);

// One partner for one meeting: a head, a card of particulars, and the text in order of weight: who they are, the
// relationship, what the holder may do and what it owes, what was done, for donors and the house what came of it, what
// was given and what may go wrong, then what comes next, what to say and what others say.
document::Document brief(const edition::Edition& edition, const corpus::Partner& partner, const wording::Words& words,
                         const BriefOptions& options);

// What a fact says in one of its languages, as a reader is told it in these words: "2024: JPY 1,200,000, a new roof".
std::string in_words(const wording::Words& words, const facts::Fact& fact, const facts::Said& said);

document::Document annual_report(const edition::Edition& edition, const wording::Words& words, const Options& options);

} // namespace rapporteur::compose
