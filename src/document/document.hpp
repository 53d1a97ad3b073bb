#pragma once

// The format-neutral document: what a publication says, in reading order, before any format is thought of.
//
// `compose/` makes it from an edition; `typeset/` and `pandoc/` read it. A Document is a list of Parts (cover,
// introduction, a partner, the index, …), each a list of Blocks, each block's text a flat list of Inlines. Nothing
// nests deeper than a table's cell, so no reader of a Document needs recursion.
//
// Text is UTF-8, normalised to NFC, with single spaces and none at a block's ends. Inlines may hold marks for breaking
// lines (see support/plain_text.hpp); strings that are no inlines hold none. Languages are BCP 47 tags; an empty
// language means that of what surrounds it (inline → block → part → document). Ids are unique in the document, start
// with a letter and hold letters, digits, '-' and '.', so that they serve as an XML id and as a PDF destination.

#include "document/drawing.hpp"
#include "support/plain_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rapporteur::document {

using Language = std::string;

enum class TextRole : std::uint8_t {
    plain,
    emphasis, // stressed, or a title of a work: italic
    strong,
    acronym // capitals that may be set as small capitals: ECOSOC
};

struct Text {
    std::string text;
    TextRole role = TextRole::plain;
    Language language;
    std::string link; // "#id" for a place in this document, else a URI; empty for none. Equal neighbours are one link.
};

// A mark that calls note number `note` (an index into Document::notes). A note may be called more than once.
struct NoteReference {
    std::size_t note = 0;
};

using Inline = std::variant<Text, NoteReference>;
using Inlines = std::vector<Inline>;

// Its words alone, without calls of notes and marks for breaking lines.
inline std::string words_of(const Inlines& inlines) {
    std::string words;
    for (const Inline& item : inlines) {
        if (const auto* text = std::get_if<Text>(&item)) {
            words += plain_text(text->text);
        }
    }
    return words;
}

// Where a passage was written: "partners/ecosoc.xml:43", seen from the corpus's own folder. Empty where words of ours
// are in it. An edited publication can so be brought back to its corpus.
using Origin = std::string;

// Which facts a passage tells, by the numbers that who composed it was given for them; none where nobody asked.
using FactNumbers = std::vector<std::uint32_t>;

struct Heading {
    int level = 1; // 1 to 6; a part begins with its level 1
    std::string id;
    Inlines text;
    std::string running; // the short form for a running head; empty: the text itself
    Language language;
    FactNumbers facts = {};
};

enum class ParagraphRole : std::uint8_t {
    body,
    lead,     // the summary that opens a partner's section
    remark,   // set apart: "this text is shown in English", "unofficial translation"
    imprint,  // small print: how to cite, colophon
    citation, // a bibliographic entry
};

struct Paragraph {
    ParagraphRole role = ParagraphRole::body;
    std::string id; // empty where nothing points here
    Inlines text;
    Language language;
    Origin origin = {};
    FactNumbers facts = {};
};

enum class ListKind : std::uint8_t { bullet, ordered };

struct ListItem {
    std::string id;
    Inlines text;
    Language language;
    Origin origin = {};
    FactNumbers facts = {};
};

struct List {
    ListKind kind = ListKind::bullet;
    std::vector<ListItem> items;
};

enum class Alignment : std::uint8_t { start, centre, end };

struct Cell {
    std::vector<Inlines> lines; // paragraphs of the cell; empty for an empty cell
    Language language;
    Origin origin = {};
    FactNumbers facts = {};
};

struct Column {
    Alignment alignment = Alignment::start;
    bool tabular_figures = false; // figures of equal width, lined up (dates, sums)
};

using Row = std::vector<Cell>; // as many cells as the table has columns

enum class TableRole : std::uint8_t {
    facts,  // name and value, two columns, the first a row header, often no header row
    glance, // partners by row
    data    // the numbers behind a figure
};

struct Table {
    TableRole role = TableRole::data;
    std::string id;
    Inlines caption; // empty for none
    std::vector<Column> columns;
    std::optional<Row> header;
    std::vector<Row> rows;
    bool row_headers = true; // the first cell of each row heads that row
    Language language;
};

// A drawing with what stands for it: `alternative` for those who don't see it, `data` the numbers that it was made
// from.
struct Figure {
    std::string id;
    Inlines caption;
    Drawing drawing;
    Drawing narrow; // the same for a screen no wider than a phone's, its words at a size that still reads there
    std::string alternative;
    std::optional<Table> data;
    Language language;
    FactNumbers facts = {};
};

// A picture made of dots, in a file that was looked through and that lasts as long as the run.
struct Raster {
    enum class Coding : std::uint8_t { jpeg, png };
    Coding coding = Coding::jpeg;
    std::string file; // its path
    int width = 0;    // dots, as it stands upright
    int height = 0;
    int orientation = 1; // how it lies in the file: 1 upright, else 2 to 8 as EXIF counts (TIFF 6.0, tag 274)
    double points = 0;   // that it is meant to be wide
    std::string vectors; // path of the same in lines, a page of PDF without fonts; empty for what is dots by birth
    std::string source;  // path of what it was made from, that gives the same again
};

// A photograph, or another picture that somebody brought.
struct Picture {
    std::string id;
    Raster raster;
    double width = 0; // points that it is meant to be shown at
    double height = 0;
    Inlines caption; // and who took it; empty for none
    std::string alternative;
    Language language; // of the alternative
    FactNumbers facts = {};
};

// Where the contents go: headings up to `levels`, with page numbers where there are pages.
struct Contents {
    int levels = 2;
};

struct IndexEntry {
    Inlines term;
    std::vector<std::string> targets; // ids, in document order; shown as page numbers or as section titles
    FactNumbers facts = {};
};

// Terms already in the language's order.
struct Index {
    std::vector<IndexEntry> entries;
};

using Block = std::variant<Heading, Paragraph, List, Table, Figure, Picture, Contents, Index>;

enum class PartRole : std::uint8_t {
    contents,
    introduction,
    glance,
    timeline,
    donor, // results and funding, gathered from all partners
    partner,
    glossary,
    sources,
    index,
    colophon,
    brief_head, // whom a brief is about, and for which occasion
    brief_card, // particulars, people and dates, to be found at a glance
    brief_text, // what is to be read
};

// A section of the first level. Its first block is its heading of level 1; a brief's head has that for all three of its
// parts.
struct Part {
    PartRole role = PartRole::introduction;
    std::string id;
    std::vector<Block> blocks;
    Language language;
};

struct Note {
    std::string id;
    Inlines text;
    Language language;
    FactNumbers facts = {};
};

// The words that a format itself must print or speak, in the document's language.
struct Labels {
    std::string contents;        // "Contents"
    std::string notes;           // "Notes"
    std::string page;            // "Page"
    std::string continued;       // "continued", after a caption that is repeated on the next page
    std::string figure;          // "Figure"
    std::string table;           // "Table"
    std::string cover;           // "Cover"
    std::string title_page;      // "Title page"
    std::string start_of_text;   // "Start of text"
    std::string landmarks;       // "Landmarks"
    std::string back_to_text;    // "Back to text", of a note
    std::string note;            // "Note"
    std::string link_to_page;    // what a link to a contents entry is called: "Go to"
    std::string accessibility;   // a sentence for the EPUB's accessibility summary
    std::string list_of_figures; // "Figures"
    std::string list_of_tables;  // "Tables"
    std::string list_of_pages;   // "Pages of the printed report"
    std::string languages;       // "Languages"
    std::string skip_to_text;    // "Skip to the text"
    std::string find;            // "Find in this report"
    std::string places_found;    // "Places found:", before a number
    std::string nothing_found;   // "Nothing found"
    std::string comma;           // ", ", between the page numbers of an index
    std::string digits;          // the language's ten, from nought: "0123456789"
    std::string turn_pages;      // "Turn the page", of a site
    std::string part_before;     // "Previous:"
    std::string part_after;      // "Next:"
};

// What the holder is to another organisation, or has been.
struct Position {
    std::string name;     // "special consultative status"
    bool belongs = false; // a membership of some sort, rather than work done together
    std::string from;     // ISO 8601, as exact as is known; empty where it isn't
    std::string to;
};

// An organisation that the report is about, for machines that look for such things.
struct Organisation {
    std::string id; // of its part
    std::string name;
    Language language; // of its name
    std::string acronym;
    std::string page;
    bool non_governmental = false;
    std::vector<Position> positions; // the holder's
};

// A report is a book, with a cover and a title page. A brief is a sheet that begins with what it is about.
enum class Form : std::uint8_t { report, brief };

// What stands on the cover and in every format's metadata.
struct Metadata {
    Form form = Form::report;
    std::string identifier; // a URN, the same for every build of this edition
    std::string title;
    std::string subtitle;
    std::string holder;       // the organisation in whose name it is published
    std::string holder_short; // "DCI"
    int year = 0;
    std::string shown_year; // in the language's figures
    std::string date;       // ISO 8601, from the corpus, never the clock
    Language language;
    std::string description;
    std::vector<std::string> subjects;
    std::string notice;      // on the cover and the imprint: "Unofficial translation"; empty for none
    std::string file_stem;   // "dci-partnerships-2026-en"
    std::string holder_page; // its web page; empty where none is known
    std::vector<Organisation> organisations;
    std::string corpus_digest = {}; // SHA-256 of the state of the corpus that it was made from
};

struct Document {
    Metadata metadata;
    Labels labels;
    std::vector<Paragraph> imprint; // on the inner title page
    std::vector<Part> parts;
    std::vector<Note> notes; // in the order of first call
};

// The first part of that role; null where there is none.
inline const Part* part_of(const Document& document, PartRole role) {
    const auto found =
        std::find_if(document.parts.begin(), document.parts.end(), [&](const Part& part) { return part.role == role; });
    return found == document.parts.end() ? nullptr : &*found;
}

} // namespace rapporteur::document
