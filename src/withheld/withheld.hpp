#pragma once

// The leak check: reads a publication back, as its readers' programs do, and looks in it for what they may not see.
//
// What is withheld is taken from the corpus's own files and not from what a publication was composed of, so that the
// two don't share a mistake: every element with an audience above the readers' (its own, or that of one it stands in),
// whatever it is called, with all text and attributes in it; every element with a consent later than the corpus; a
// total of contributions of which one is withheld; and every source that only such elements name. A text is withheld
// unless something that is shown, or the program's own words, says the same.
//
// Texts are compared by their letters and digits alone: case, accents, spaces, hyphens and punctuation don't count,
// letters that look alike are one, digits in groups are one number, and the escapes of addresses and scripts are
// followed. Of a long text any stretch of 39 bytes of letters is found; a short one whole, between the edges of words;
// of both, a run of three words and more, two of which nothing open says. Not looked for are texts of fewer than four
// letters or five digits, and values of the schema's lists, dates and counts: nobody could tell them from others; nor
// texts written backwards, with other words between, or numbers in words. What a format itself says (names and keys of
// a PDF, styles, scripts, names of fonts) is no reader's word: in it, no single word is looked for.
//
// Read back are, of a PDF, every string and every stream: the pages' text by the fonts' own maps and by ActualText,
// alternative texts, bookmarks, links, destinations, Info, XMP, attached files, and characters that a font maps and no
// page shows; of EPUB and DOCX every part, of HTML every node, attribute and file within. Pictures in pixels can't be
// read: of those only what stands in their bytes as they are. What ought to be readable and isn't makes the check fail.
//
// A check takes time linear in the publication. Checks may run side by side.

#include "corpus/corpus.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur::withheld {

// The corpus that a publication is made of, and the earlier one whose changes it tells; nothing withheld in either may
// be told, and only what the first shows is open.
struct CorpusFiles {
    std::vector<corpus::File> now;
    std::vector<corpus::File> earlier;
};

// What a publication may say whatever is withheld.
struct Free {
    std::vector<std::filesystem::path> files; // XML: the program's words in all languages
    std::vector<std::filesystem::path> own;   // what may travel inside a PDF as it is: the schemas, the style
    std::vector<std::string> texts;           // the name of a meeting, from the command line
};

class Secrets {
public:
    // Of what readers of this audience may not see. Fails where a file can't be read or isn't XML.
    static Result<Secrets> of(const CorpusFiles& files, corpus::Audience readers, const Free& free);
    ~Secrets();
    Secrets(Secrets&&) noexcept;
    Secrets& operator=(Secrets&&) noexcept;

    bool empty() const; // then there is nothing to look for

    // Fails (surroundings) where the publication (by its ending .pdf, .epub, .docx or .html) holds something withheld,
    // and gives its place in the corpus, its length and its first two letters, never its words; and where the
    // publication can't be read.
    Result<void> check(const std::filesystem::path& publication) const;

private:
    struct Known;
    explicit Secrets(std::unique_ptr<Known> known);
    std::unique_ptr<Known> known;
};

} // namespace rapporteur::withheld
