#pragma once

// An edition: the facts of a corpus that one reader gets, in that reader's language.
//
// What the reader may not see is taken out of the edition's own copy of the facts, so that nothing composed from it can
// show what is withheld: facts for narrower audiences, whatever somebody agreed to after the corpus's own day only (a
// photo, a quote), and a total of which the reader doesn't get every part, for the difference would give the rest away.
// What is left is a good corpus again. A text that isn't there in the reader's language is read in the corpus's main
// one, and says so.

#include "corpus/corpus.hpp"
#include "support/diagnostic.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace rapporteur::edition {

struct Reader {
    std::string language;
    corpus::Audience audience = corpus::Audience::everyone; // sees facts for this audience and for wider ones
    std::vector<std::string> partners;                      // their ids; empty: all
};

// A text as this reader reads it.
struct Passage {
    const corpus::Version& version;
    bool is_fallback = false; // in the main language, for want of the reader's
};

struct Edition {
    corpus::Corpus facts;
    Reader reader;

    Passage read(const corpus::Text& text) const;
    std::string plain(const corpus::Text& text) const;  // the passage's words alone
    std::string marked(const corpus::Text& text) const; // the same with the author's marks for breaking lines
    bool is_translation() const { return reader.language != facts.language; }
};

Edition make(corpus::Corpus facts, Reader reader);

// The corpus's own files as this reader may have them: without what make() withholds, without the comments of those who
// keep the corpus, and still good by the schema. A file in which nothing is withheld stays as it is, byte for byte.
class OwnFiles {
public:
    explicit OwnFiles(const Edition& edition);

    // CORPUS.xml first, then those of the partners that the reader gets.
    const std::vector<std::filesystem::path>& paths() const { return files; }
    Result<std::string> read(const std::filesystem::path& file) const;

private:
    corpus::Audience audience;
    corpus::Date day; // of the corpus
    std::vector<std::filesystem::path> files;
    std::set<std::filesystem::path> wanted; // the same, to be asked
    std::set<std::string> partners;         // ids
    std::set<std::string> sources;
    std::set<std::pair<std::uint32_t, std::uint32_t>> locators; // of sources, by line and column in CORPUS.xml
    std::set<std::pair<int, std::string>> totals;               // a year and a currency
};

} // namespace rapporteur::edition
