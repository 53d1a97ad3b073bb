#pragma once

// The corpus: what an organisation knows about its partners, typed and checked, each field with its place in a file.
//
// `load` reads CORPUS.xml and the partner files that it includes, checks them against schema/corpus.xsd and against the
// rules that a schema can't say, and gives either a Corpus or every fault found, in one run. It reads each file once
// and keeps its bytes, opens nothing outside the corpus's own folder, follows no entity and no DOCTYPE, and takes time
// and memory linear in the size of the files. Warnings come beside a good corpus; errors mean that there is none.

#include "corpus/quantities.hpp"
#include "support/diagnostic.hpp"
#include "support/limits.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::corpus {

// A year, a month or a day: as exact as the source is. Month and day are 0 where they are not known.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    auto operator<=>(const Date&) const = default;
};

enum class SpanKind : std::uint8_t {
    plain,
    emphasis,
    foreign,  // in another language, named by `detail`
    reference // to another partner, whose id is `detail`
};

struct Span {
    SpanKind kind = SpanKind::plain;
    std::string text;   // white space collapsed, marks for breaking lines kept; spans join without any being added
    std::string detail; // the language of `foreign`, the partner of `reference`
};

enum class TranslationState : std::uint8_t { original, draft, reviewed, approved };

// One language's version of a text.
struct Version {
    std::string language;
    std::vector<Span> spans;
    TranslationState state = TranslationState::original;
    bool stale = false; // the text in the corpus's main language has changed since this translation was made
    Place place;
};

// A text in one or more languages, never empty; the corpus's main language first where it is there.
struct Text {
    std::vector<Version> versions;
    Place place;
};

enum class Confidence : std::uint8_t { unstated, confirmed, stated, inferred, doubtful };
enum class Audience : std::uint8_t { everyone, donor, internal };

struct Provenance {
    std::string source;  // id of a Source; empty where none is given
    std::string locator; // where in the source: "paragraph on harbours"; main language
    std::optional<Date> checked;
    Confidence confidence = Confidence::unstated;
    Audience audience = Audience::everyone;
};

// A fact in words.
struct Statement {
    std::string id; // may be empty
    Text text;
    Provenance provenance;
};

struct Obligation {
    Statement statement;
    std::optional<Date> due;
    std::string every; // ISO 8601 duration, "P4Y"; empty where it does not recur
};

enum class RelationshipKind : std::uint8_t {
    consultative_special,
    consultative_general,
    consultative_roster,
    consultative,
    participatory,
    member,
    founder,
    host,
    steering_committee,
    observer,
    partnership,
    memorandum,
    programme,
};

struct Relationship {
    std::string id;
    std::vector<RelationshipKind> kinds; // at least one: a body may be founded and joined at once
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<Text> role;  // the holder's part in it, in a few words, for tables
    std::optional<Text> basis; // legal basis, in a few words
    std::vector<Statement> descriptions;
    std::vector<Statement> rights;
    std::vector<Obligation> obligations;
    Provenance provenance;
    Place place;
};

struct Engagement {
    std::optional<Date> from;
    std::optional<Date> to;
    Statement statement;
};

struct Event {
    Date date;
    Statement statement; // a few words for a timeline: "Panel set up"
};

struct Identifier {
    std::string scheme; // ror, wikidata, lei, isni, …
    std::string value;
};

struct Contact {
    std::string name;
    std::string role;
    std::string email;
    std::string page;
    Audience audience = Audience::internal;
};

struct Composition { // of a membership, by groups that add up to the whole: INCO, 9 + 9
    struct Group {
        int count = 0;
        Text name;
    };
    int total = 0;
    std::vector<Group> groups;
    Provenance provenance;
};

struct Outcome { // a result as donors ask for it
    Statement statement;
    std::optional<Text> indicator;
    Value baseline;
    Value target;
    Value actual;
    Place place;
};

struct Use { // of a contribution
    Text text;
    std::optional<Money> amount;
};

struct Funding {
    int year = 0;
    Money amount;
    std::optional<Statement> purpose;
    std::vector<Use> uses;
    Provenance provenance;
    Place place;
};

struct FundingTotal { // of all partners in one year, as the accounts have it
    int year = 0;
    Money amount;
    Provenance provenance;
    Place place;
};

struct Risk {
    Statement statement;
    std::optional<Text> response;
};

struct Theme {
    std::string scheme; // sdg, crc
    std::string code;   // "16.3", "37"
};

struct Quote {
    Statement statement;
    std::string speaker;
    Date consent;
};

struct Photo {
    std::string file; // below the corpus's folder
    Text alternative;
    std::optional<Text> caption;
    std::string credit;
    Date consent;
    Place place;
};

struct Reference { // a document about the partnership
    std::string id;
    Text title;
    std::string uri;
    std::optional<Date> date;
};

enum class PartnerKind : std::uint8_t {
    un_organ,
    un_agency,
    un_panel,
    intergovernmental,
    eu_agency,
    ngo_network,
    ngo,
    other,
};

enum class PartnerStatus : std::uint8_t { active, dormant, ended };

struct Partner {
    std::string id;
    PartnerStatus status = PartnerStatus::active;
    PartnerKind kind = PartnerKind::other;
    Text name;
    std::optional<Text> acronym;
    std::vector<Text> former_names;
    std::vector<Identifier> identifiers;
    std::optional<Text> seat;
    std::string page; // the partner's own web page; empty where none is given
    std::vector<Contact> contacts;
    std::optional<Statement> summary;
    std::vector<Statement> mandate;
    std::optional<Composition> composition;
    std::vector<Relationship> relationships;
    std::vector<Engagement> engagements;
    std::vector<Outcome> outcomes;
    std::vector<Funding> funding;
    std::vector<Theme> themes;
    std::vector<Risk> risks;
    std::vector<Statement> next_steps;
    std::vector<Statement> talking_points; // for the next meeting: nobody's facts, so without a source
    std::vector<Quote> quotes;
    std::vector<Photo> photos;
    std::vector<Reference> documents;
    std::vector<Event> history;
    Place place;
};

struct Source {
    std::string id;
    Text title;
    std::string publisher;
    std::string uri; // empty where none is known
    std::string language;
    std::optional<Date> date;
    std::vector<Text> locators = {}; // that are translated; in the main language each is a fact's locator
};

struct Term { // of the glossary
    std::string id;
    Text acronym;
    Text meaning;
    Provenance provenance;
};

struct Holder {
    std::string id;
    Text name;
    std::optional<Text> acronym;
    std::string page;
};

// What was read of a file of the corpus. Whoever needs it again takes these bytes: the disk may have others by then.
struct File {
    std::filesystem::path path;
    std::shared_ptr<const std::string> bytes;
};

struct Corpus {
    std::string id; // "invented-partnerships"
    int year = 0;
    Date date;                          // of this edition of the corpus
    std::string language;               // the main one
    std::vector<std::string> languages; // all that it is kept in, the main one first
    Text title;
    std::optional<Text> subtitle;
    std::vector<Text> subjects; // what it is about, a keyword each
    Holder holder;
    std::vector<Source> sources;
    std::vector<Statement> introduction;
    std::vector<Term> glossary;
    std::vector<FundingTotal> funding_totals;
    std::vector<Partner> partners; // in the order of the includes
    std::vector<File> files;       // all that were read, CORPUS.xml first
    std::string digest;            // of these files, see digest_of()
};

struct Count {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t accepted = 0; // warnings that the corpus says are known
};

struct Loaded {
    std::optional<Corpus> corpus; // nothing where there is an error
    Diagnostics diagnostics; // by file in the order of reading, then by line and column; see findings.hpp for how many
    Count found;             // all of them
};

// `schema` is the path of corpus.xsd. Files that the disk doesn't give are diagnostics of cause `surroundings`. Nothing
// is read after what is beyond a limit, an error.
Loaded load(const std::filesystem::path& corpus, const std::filesystem::path& schema, const Limits& limits = {});

// The corpus in these files, CORPUS.xml first: those of a loaded one with parts taken out, not held against the schema
// again. Fails (corpus) where they don't make a corpus all the same.
Result<Corpus> reread(std::vector<File> files);
// The SHA-256 of the files' own SHA-256s, one after another.
std::string digest_of(const std::vector<File>& files);
// A file that the corpus names by a path from its folder. Fails (corpus) where it is no regular file of that folder,
// (surroundings) where it can't be read or has become a link meanwhile.
Result<std::string> read_beside(const Corpus& corpus, const std::string& name);

// Every text, in the order of reading.
void for_each_text(const Corpus& corpus, const std::function<void(const Text&)>& visit);
// Every version of every text, in that order; words that are the same in every language, as a text in the main one.
void for_each_version(const Corpus& corpus, const std::function<void(const Version&)>& visit);

// Whether a target and what was reached are known as numbers, and all three that are known are in one unit.
bool is_comparable(const Outcome& outcome);
// Whether the target was reached, seen from the baseline; nothing without one, or where values aren't comparable.
std::optional<bool> is_reached(const Outcome& outcome);

// The words of all spans, without marks for breaking lines (support/plain_text.hpp); of a text, its first version's.
std::string words_of(const Version& version);
std::string words_of(const Text& text);
// The digest that a translation's `from` names: the first 12 hexadecimal digits of the SHA-256 of the version's words.
std::string digest_of(const Version& version);

// Text of the XML as it is read into a Span: normalised to NFC, white space collapsed as the language has it: a line
// break between characters of Chinese or Japanese is no space (CSS Text Module Level 3, 4.1.2).
std::string collapsed(std::string_view text, std::string_view language);

} // namespace rapporteur::corpus
