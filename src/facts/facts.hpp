#pragma once

// A corpus as a flat list of facts: each with whom it is about, what kind of thing it tells, its words in each
// language, where it is known from and where it stands in the files.
//
// It is what comparing two years, looking for facts that nobody has checked for long, and explaining a printed passage
// have in common: all three go through every fact in the order of the files, and know nothing of a corpus's shape.
// Gathering takes time linear in the corpus.

#include "corpus/corpus.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rapporteur::facts {

enum class Field : std::uint8_t {
    title,
    subtitle,
    subject,
    edition, // the year that it is of
    holder,
    holder_acronym,
    holder_page,
    source,
    locator, // in a source, with its translations
    introduction,
    term,
    funding_total,
    name,
    acronym,
    former_name,
    kind,
    status,
    identifier,
    seat,
    page,
    contact,
    summary,
    mandate,
    composition,
    relationship, // its kinds
    from,
    to,
    role,
    basis,
    description,
    right,
    obligation,
    due,      // of the obligation named by `key`
    interval, // of the same: "P4Y"
    engagement,
    outcome,
    indicator, // of the outcome named by `key`
    funding,
    risk,
    theme,
    next_step,
    talking_point,
    quote,
    photo,
    document,
    event,
};

// "from", "next step": for programs, which know a field by it.
std::string_view name_of(Field field);
// "start date", "next step": for people.
std::string_view plain_name_of(Field field);

// Whether a partner (or one of its relationships) has at most one of them.
bool stands_once(Field field);

struct Said {
    std::string language;  // empty for what is the same in all: a date, an address
    std::string words;     // all that the fact says, dates and sums as a corpus writes them
    bool stale = false;    // a translation older than what it translates
    bool draft = false;    // a translation that nobody has reviewed
    std::string text = {}; // where something stands beside its text: the text alone, maybe none
};

// What a fact says beside its text, as the corpus has it, for who writes dates and sums otherwise than a corpus does.
struct Period { // of an engagement; of an event, whose day `from` is
    std::optional<corpus::Date> from;
    std::optional<corpus::Date> to;
};
struct Payment { // of a contribution; of a use of one, which has no year
    int year = 0;
    std::optional<corpus::Money> amount;
};
struct Measures { // of a result
    corpus::Value baseline;
    corpus::Value target;
    corpus::Value actual;
};
struct Imprint { // of a source
    std::string publisher;
    std::optional<corpus::Date> date;
    std::string uri;
};
using Beside = std::variant<std::monostate, Period, Payment, Measures, Imprint, corpus::Composition>;

struct Fact {
    std::string partner; // its id; empty for the corpus's own
    Field field = Field::title;
    std::string of;         // the relationship that it belongs to; empty for none
    std::string key;        // its own id, or what else stays the same from year to year; empty for none
    std::vector<Said> said; // at least one, the main language first
    std::optional<corpus::Provenance> provenance; // nothing for what needs none, such as a name
    Place place;
    Beside beside = {};

    const std::string& words() const { return said.front().words; }
};

// Whether its provenance is its own: a relationship's dates, role and basis share that of the relationship, an
// obligation's due date that of the obligation, an outcome's indicator that of the outcome, which tell of it for all of
// them.
bool is_told_of_alone(const Fact& fact);

std::vector<Fact> facts_of(const corpus::Corpus& corpus);

struct Match { // points into the facts that were looked through
    const Fact* fact = nullptr;
    const Said* said = nullptr; // the first of its languages in which it says so
    std::string words;          // in which the passage stands: its own, or as they are printed
};

// What a fact says as publications print it, in as many manners as they have: "EUR 240,000" and "240 000 EUR".
using Printed = std::function<std::vector<std::string>(const Fact&, const Said&)>;

// The facts in whose words a passage stands, as a corpus writes them or as they are printed, whatever its capitals and
// line ends.
std::vector<Match> find(const std::vector<Fact>& facts, const std::string& passage, const Printed& printed = {});

// Checked more than a year before `day` for certain; a fact that gives no day of checking is not said to be.
bool is_stale(const Fact& fact, const corpus::Date& day);

std::string iso(const corpus::Date& date); // "2026", "2026-11", "2026-11-24"

// "partner inco, relationship inco-membership, role"
std::string path_of(const Fact& fact);

} // namespace rapporteur::facts
