#pragma once

// The Document as pandoc's JSON AST. ast.cpp tells the story; metadata, inlines, notes, blocks, tables and the marks of
// the PDF's pages have files of their own, and share what stands here.

#include "document/document.hpp"
#include "pandoc/json.hpp"
#include "pandoc/pandoc.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rapporteur::pandoc {

// Pandoc's Attr: id, classes, key-value pairs.
struct Attributes {
    std::string id;
    std::vector<std::string_view> classes;
    std::vector<std::pair<std::string_view, std::string>> pairs;
};

// The AST as it is written.
struct Ast {
    const document::Document& document;
    Format format;
    const Companions& companions;
    std::unordered_map<std::string, std::string> titles; // of the part that a heading is in, by the heading's id
    Json json = {};
    std::vector<bool> called = {};         // notes, by number
    std::vector<std::size_t> to_tell = {}; // notes called in this part
    std::size_t shown = 0;                 // charts and pictures
    std::size_t passages = 0;              // with an origin
    std::size_t next_page = 0;             // of Companions::pages
    std::size_t part = 0;                  // the part and the block being written
    std::size_t block = 0;
    document::Language language = {}; // in force around the block
};

bool is_right_to_left(const document::Language& language);
// EPUB and HTML, whose notes and pages are marked by elements of ours.
bool is_web(Format format);

void write_metadata(Ast& ast);

void write_attributes(Ast& ast, const Attributes& given);
// Language as HTML says it; DOCX, for which pandoc drops it, gets a character style that carries it.
void add_language(const Ast& ast, Attributes& to, const document::Language& language);

void write_plain(Ast& ast, std::string_view text);
void open_span(Ast& ast, const Attributes& given);
void close_span(Ast& ast);
void open_link(Ast& ast, const Attributes& given = {});
void close_link(Ast& ast, const std::string& target);
void write_inlines(Ast& ast, const document::Inlines& inlines, const document::Language& around);
// A block's inlines, in a span of their language where that isn't the document's; `language` may be empty.
void write_text(Ast& ast, const document::Inlines& inlines, const document::Language& language,
                const std::string& id = {});
// The same of a passage; a DOCX marks those that have an origin, so that it can be brought back there.
void write_passage(Ast& ast, const document::Inlines& inlines, const document::Language& language,
                   const document::Origin& origin, const std::string& id = {});

// The mark that calls a note; a DOCX has the note itself there, the others have it at the end of the part.
void write_call(Ast& ast, std::size_t note);
void write_notes(Ast& ast); // those that were called since the last time

// A mark where a page of the PDF begins, if one does: a block of its own before the block being written or in a cell of
// its row, or one in an item's text.
void write_page_mark(Ast& ast, std::size_t item = 0);
void write_page_mark_in_text(Ast& ast, std::size_t item);

void open_div(Ast& ast, const Attributes& given);
void close_div(Ast& ast);
void write_block(Ast& ast, const document::Block& block);
void write_paragraph(Ast& ast, const document::Paragraph& paragraph);
// `node` is Para or Plain.
void write_para(Ast& ast, std::string_view node, const document::Inlines& inlines, const document::Language& language,
                const document::Origin& origin = {});
void write_table(Ast& ast, const document::Table& table);

} // namespace rapporteur::pandoc
