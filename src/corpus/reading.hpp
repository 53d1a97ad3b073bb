#pragma once

// What reading one file takes: the file, the corpus's frame, and where to put what is found.

#include "corpus/corpus.hpp"
#include "corpus/findings.hpp"
#include "corpus/ledger.hpp"
#include "xml/source_file.hpp"

#include <pugixml.hpp>

namespace rapporteur::corpus {

// What the root of CORPUS.xml says and every file is read by.
struct Frame {
    std::string language;
    std::vector<std::string> languages;
    std::vector<std::string> known_languages; // those that are no slip: asking ICU again for each text is dear
    Date date;
    std::filesystem::path home; // its folder, links followed
};

struct Reading {
    const xml::SourceFile& file;
    const Frame& frame;
    Findings& findings;
    Ledger& ledger;

    // Whether no error was found in an element so far: else what doesn't add up may only follow from it.
    bool is_sound(const pugi::xml_node& node) const {
        pugi::xml_node after = node;
        while (after && !after.next_sibling()) {
            after = after.parent();
        }
        const Place end = after.next_sibling() ? place(after.next_sibling()) : file.at(file.bytes().size());
        return !findings.has_error_between(place(node), end);
    }

    // Whether an error was found at an element's tag: what its value or its parts can't mean needn't be said again.
    bool has_fault(const pugi::xml_node& node) const {
        const Place begin = place(node);
        return findings.has_error_between(begin, {begin.file, begin.line, begin.column + 1});
    }

    // The start of an element's tag.
    Place place(const pugi::xml_node& node) const {
        const std::ptrdiff_t offset = node.offset_debug();
        return file.at(offset > 0 ? static_cast<std::size_t>(offset - 1) : 0);
    }
};

// An attribute's value without white space around it.
std::string trimmed(const char* value);

// The words in an attribute or in an element without inline elements: white space collapsed, without marks for breaking
// lines.
std::string words_in(const char* value);
// A web address or a URN, as it was written; one that no format could link to is an error. Empty where there is none.
std::string read_address(const Reading& reading, const pugi::xml_node& node, const char* written);
std::string read_email(const Reading& reading, const pugi::xml_node& node, const char* written);

// Whether a BCP 47 tag is well-formed and its language exists.
bool is_known_language(const std::string& tag);

std::optional<Date> read_date(const Reading& reading, const pugi::xml_node& node, const char* attribute);

// `texts` of the schema. Nothing where the element isn't there.
Text read_text(const Reading& reading, const pugi::xml_node& parent);
std::optional<Text> read_optional_text(const Reading& reading, const pugi::xml_node& parent, const char* element);

enum class SourceWanted : std::uint8_t { yes, no };
Provenance read_provenance(const Reading& reading, const pugi::xml_node& node, SourceWanted wanted);
Statement read_statement(const Reading& reading, const pugi::xml_node& node);
std::vector<Statement> read_statements(const Reading& reading, const pugi::xml_node& parent, const char* element);

Partner read_partner(const Reading& reading, const pugi::xml_node& node);
Relationship read_relationship(const Reading& reading, const pugi::xml_node& node);

// The frame is the root's attributes, read before anything else.
Frame read_frame(const xml::SourceFile& file, const pugi::xml_node& root, Findings& findings);
// What the corpus says of warnings that are known, before any can be found.
void read_acceptances(const xml::SourceFile& file, const pugi::xml_node& root, Findings& findings);
// All of the corpus but its partners.
Corpus read_corpus(const Reading& reading, const pugi::xml_node& root);

} // namespace rapporteur::corpus
