#pragma once

// What composing any part takes, at one hand.

#include "compose/compose.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace rapporteur::compose {

using document::Block;
using document::Inlines;

struct Composer {
    const edition::Edition& edition;
    const wording::Words& words;
    const Options& options;
    document::Document& document;

    // Charts are drawn for this width and shown at the measure's, mirrored for readers from right to left.
    double chart_width() const;
    double chart_depth() const; // that a page has for it
    document::Drawing shown(document::Drawing chart) const;
    document::Drawing narrow(document::Drawing chart) const; // one that was drawn for a phone

    std::string holder() const; // its acronym, or else its name
    std::string date(const corpus::Date& date) const { return words.date({date.year, date.month, date.day}); }
    std::string number(std::size_t number) const { return words.number(static_cast<std::int64_t>(number)); }
    std::string years(int first, int last) const; // "2024–2026", or the one year

    // Where somebody asks which passage says which fact, that this one says those of this field at this place.
    void tell(document::FactNumbers& passage, const Place& place, facts::Field field,
              const std::string& key = {}) const;
    void tell_name(document::FactNumbers& passage, const corpus::Partner& partner) const;       // and its acronym
    void tell_short_name(document::FactNumbers& passage, const corpus::Partner& partner) const; // whichever it is
};

// Words into inlines: acronyms told from other words, references to partners made links.
Inlines inlines_of(const Composer& composer, const corpus::Text& text);
Inlines plain_inlines(const std::string& text, document::TextRole role = document::TextRole::plain);
// The same, each stretch with the language that it is read in where that isn't the reader's: for texts that stand among
// others in one block.
Inlines marked_inlines_of(const Composer& composer, const corpus::Text& text);
void append_words(Inlines& inlines, const std::string& text, const std::string& language, const std::string& link);
void append(Inlines& inlines, Inlines more);

document::Heading heading(int level, std::string id, const std::string& text);
document::Paragraph paragraph(document::ParagraphRole role, const std::string& text);
document::Cell cell(const std::string& text);
document::Cell cell(Inlines text);

// A photo with its caption, and who took it.
// Those of a partner that are printed.
std::vector<document::Picture> pictures_of(const Composer& composer, const corpus::Partner& partner);

// The language that a text is read in, where that isn't the reader's own.
void set_language(const Composer& composer, const corpus::Text& text, document::Language& language);
// The place in the corpus of the version that is read.
document::Origin origin_of(const Composer& composer, const corpus::Text& text);

// A paragraph, list item or cell that holds one text and no other.
template <class Passage>
void set_passage(const Composer& composer, facts::Field field, const corpus::Text& text, Passage& passage) {
    set_language(composer, text, passage.language);
    passage.origin = origin_of(composer, text);
    composer.tell(passage.facts, text.place, field);
}

// Where the facts of one section come from. Where each of them names a source, the section's note names the one that
// most share, and the others have notes of their own; where some name none, each fact has its note, which says that
// too.
class Citations {
public:
    enum class NotesFor : std::uint8_t {
        each_place, // in a source
        each_source // with all the places that facts come from
    };
    struct Manner {
        std::string_view main_word = "source-of-section"; // with which the section's note begins; empty: it has none
        NotesFor notes = NotesFor::each_place;
    };

    // `all` are those of the section's facts.
    Citations(Composer& composer, const std::vector<const corpus::Provenance*>& all, const Manner& manner);
    Citations(Composer& with, const std::vector<const corpus::Provenance*>& all) : Citations(with, all, Manner()) {}

    // The call of the section's note, once, and where it has one: at the end of words of ours that open it.
    void call_main(Inlines& inlines);
    // The call of a fact's note: the section's, if nothing has called it yet, or the fact's own.
    void cite(Inlines& inlines, const corpus::Provenance& provenance);

private:
    // What one note says.
    struct Cited {
        std::size_t note = 0;
        corpus::Provenance provenance;
        std::string word;
        std::vector<std::string> locators;
        corpus::Date first_check;
        corpus::Date last_check;
    };
    using Key = std::tuple<std::string, std::string, corpus::Date, corpus::Confidence>;
    Key key_of(const corpus::Provenance& provenance) const;
    std::size_t note_for(const corpus::Provenance& provenance, std::string_view word);
    Inlines citation(const Cited& cited) const;

    Composer& composer;
    Manner manner;
    Key main;
    const corpus::Provenance* main_provenance = nullptr;
    std::map<Key, Cited> notes;
    bool main_called = false;
    bool marks_missing_sources = false; // whether a fact without a source has a note that says so
};

// The texts that a block prints in sentences: not names, which may be the same in every language.
using Texts = std::vector<const corpus::Text*>;
void add_text(Texts& texts, const std::optional<corpus::Text>& text);
void add_text(Texts& texts, const std::optional<corpus::Statement>& statement);
Texts texts_of(const std::vector<corpus::Risk>& risks); // and of what is done about them

// Says once in a part, in the reader's language, that what follows is in another, and once that a translation is older
// than its text.
class LanguageRemarks {
public:
    explicit LanguageRemarks(const Composer& with) : composer(with) {}

    // Before a block that prints these texts.
    void add(const Texts& texts, std::vector<Block>& blocks);
    // Before one that prints what a fact says in this language, where that isn't the reader's.
    void add(const facts::Said& said, std::vector<Block>& blocks);

private:
    void say(std::string_view word, const std::string& language, bool& is_said, std::vector<Block>& blocks) const;

    const Composer& composer;
    bool said_fallback = false;
    bool said_stale = false;
};

// Statements as paragraphs and list items, with the calls of their own notes.
document::Paragraph paragraph_of(const Composer& composer, facts::Field field, const corpus::Statement& statement,
                                 Citations& citations);
document::Paragraph paragraph_of(const Composer& composer, const corpus::Engagement& engagement,
                                 Citations& citations); // with when it was
document::Paragraph paragraph_of(const Composer& composer, const corpus::Quote& quote, Citations& citations);
document::ListItem item_of(const Composer& composer, facts::Field field, const corpus::Statement& statement,
                           Citations& citations);
// What is said in brackets after a text.
void append_aside(const Composer& composer, Inlines& inlines, Inlines aside);
// With when it is due and how often it recurs.
document::ListItem item_of(const Composer& composer, const corpus::Obligation& obligation, Citations& citations);
// Of an obligation, when it is due and how often; of a risk, what it is and what is done about it.
void tell_when_due(const Composer& composer, const corpus::Obligation& obligation, document::FactNumbers& passage);
void tell_risk(const Composer& composer, const corpus::Risk& risk, document::FactNumbers& told,
               document::FactNumbers& response);
// Of all that a partner's section says.
std::vector<const corpus::Provenance*> provenances_of(const corpus::Partner& partner);
// How many statements there are that name no source.
int without_source(const corpus::Corpus& facts);

// Without the columns, but the first, in which no row has anything.
document::Table without_empty_columns(document::Table table);

// Rows of a table of facts: what is told by `word`, and its value.
std::string with_holder(const Composer& composer, std::string_view word); // "Role of {holder}" filled
document::Row particular(const Composer& composer, std::string_view word, document::Cell value);
document::Row particular(const Composer& composer, std::string_view word, facts::Field field, const corpus::Text& text);
// What kind of relationship, since when, the holder's role.
std::vector<document::Row> relationship_particulars(const Composer& composer, const corpus::Partner& partner,
                                                    Citations& citations);

// The parts, each in a file of its own.
document::Part introduction(Composer& composer);
document::Part at_a_glance(const Composer& composer);
std::vector<document::Figure> partners_by_kind(const Composer& composer); // where there is more than one kind
document::Part changes_part(const Composer& composer);                    // without blocks where none are asked for
document::Part deadlines_part(Composer& composer);                        // without blocks where nothing is due
document::Part timeline(const Composer& composer);                        // without blocks where nothing is dated
document::Part partner_part(Composer& composer, const corpus::Partner& partner);
document::Part donor_part(Composer& composer); // in editions for donors
document::Part glossary(const Composer& composer);
document::Part sources(const Composer& composer);
document::Part colophon(const Composer& composer);
document::Part index(const Composer& composer); // of the parts that the document has so far

// A partner's particulars.
document::Table facts_of(const Composer& composer, const corpus::Partner& partner, Citations& citations);
// A partner's results: a chart of those that can be drawn, with all of them in its table; or the table alone, where
// none can or more than a chart makes plain.
std::vector<Block> results_of(const Composer& composer, const corpus::Partner& partner, Citations& citations);
// What a partner gave and what it was used for.
document::Table funding_of(const Composer& composer, const corpus::Partner& partner, Citations& citations);

document::Metadata metadata(const Composer& composer);
// The report's made those of a partner's brief.
document::Metadata brief_metadata(document::Metadata about, const Composer& composer, const corpus::Partner& partner,
                                  const BriefOptions& options);
document::Labels labels(const wording::Words& words);
std::vector<document::Paragraph> imprint(const Composer& composer);

// "every four years", for P4Y (ISO 8601).
std::string interval_in_words(const wording::Words& words, const std::string& interval);
// "JPY 1,200,000", "12.5 days".
std::string money_in_words(const wording::Words& words, const corpus::Money& money);
inline constexpr std::string_view percent_sign = "%";                                // as a unit
std::string value_in_words(const wording::Words& words, const corpus::Value& value); // empty where it isn't known
// The value that was reached; where there is a target and nothing is known of it, that it isn't reported.
std::string actual_in_words(const wording::Words& words, const facts::Measures& measures);
// "Children heard: baseline 31 %, target 70 %, actual 75 %", of those that are known; else the name alone.
std::string measures_in_words(const wording::Words& words, const std::string& name, const facts::Measures& measures);
// What a fact says in one of its languages, as the report prints it elsewhere; a stretch in another language than the
// reader's is marked.
Inlines inlines_of(const wording::Words& words, const facts::Fact& fact, const facts::Said& said);

// Names of things that the schema lists.
std::string name_of(const wording::Words& words, corpus::RelationshipKind kind);
std::string name_of(const wording::Words& words, corpus::PartnerKind kind);

// "2024–2025", "since 2024", "until 2025"; empty where neither is known.
std::string span_of(const wording::Words& words, const std::optional<corpus::Date>& from,
                    const std::optional<corpus::Date>& to);
// The id that something from the corpus has in a Document: its own, or "corpus." and its own where that could be one of
// the report's own anchors or files, such as "index". No id of a corpus has a full stop in it. Empty stays empty.
std::string anchor_of(const std::string& id);

// A link to the URI of a web address; an e-mail address as a link that writes to it.
Inlines link_to(const std::string& shown, const std::string& address);
Inlines mail_to(const std::string& address);

// "Network of Harbours (NOH)", and the short form: NOH. For inlines: with the author's marks for breaking
// lines.
std::string full_name(const Composer& composer, const corpus::Partner& partner);
std::string short_name(const Composer& composer, const corpus::Partner& partner);

} // namespace rapporteur::compose
