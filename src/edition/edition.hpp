#pragma once

// An edition: the facts of a corpus that one reader gets, in that reader's language.
//
// What the reader may not see is taken out of the edition's own copy of the facts, so that nothing composed from it can
// show what is withheld: facts for narrower audiences, whatever somebody agreed to after the corpus's own day only (a
// photo, a quote), and a total of which the reader doesn't get every part, for the difference would give the rest away.
// What is left is a good corpus again. A text that isn't there in the reader's language is read in the corpus's main
// one, and says so.
//
// What is published is made from files that hold nothing else: for_publication() writes the corpus's files as this
// reader may have them, and reads the edition from those bytes. So nothing in a publication, no number, digest or
// line, depends on what is withheld, nor on whether anything is.

#include "corpus/corpus.hpp"
#include "support/diagnostic.hpp"

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
    bool withholds = false; // whether the corpus has a fact that the reader doesn't get

    Passage read(const corpus::Text& text) const;
    std::string plain(const corpus::Text& text) const;  // the passage's words alone
    std::string marked(const corpus::Text& text) const; // the same with the author's marks for breaking lines
    bool is_translation() const { return reader.language != facts.language; }
};

// The facts that the reader gets; the files and the digest stay the whole corpus's.
Edition make(corpus::Corpus facts, Reader reader);

// The same for what leaves the house: its files are the reader's, its digest theirs, and its facts are read from them.
// They are good by the schema, all in one form, without comments and instructions. Only for the organisation itself,
// where nothing is withheld, they are the author's own, byte for byte. Places are those of the reader's files, but a
// partner's and a photo's, which messages name: those stay where the author wrote them. Fails (corpus) where the files
// can't be written or read anew.
Result<Edition> for_publication(corpus::Corpus whole, Reader reader);

} // namespace rapporteur::edition
