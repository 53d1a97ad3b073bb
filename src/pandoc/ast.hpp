#pragma once

// The Document as pandoc's JSON AST. ast.cpp tells the story; metadata, inlines, blocks and tables have files of their
// own, and share what stands here.

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
    Json json;
    std::vector<bool> called;                            // notes, by number
    std::unordered_map<std::string, std::string> titles; // of the part that a heading is in, by the heading's id
    std::size_t drawings = 0;
};

bool is_right_to_left(const document::Language& language);

void write_metadata(Ast& ast);

void write_attributes(Ast& ast, const Attributes& given);
// Language as HTML says it; DOCX, for which pandoc drops it, gets a character style that carries it.
void add_language(const Ast& ast, Attributes& to, const document::Language& language);

void write_plain(Ast& ast, std::string_view text);
void open_link(Ast& ast);
void close_link(Ast& ast, const std::string& target);
void write_inlines(Ast& ast, const document::Inlines& inlines, const document::Language& around);
// A block's inlines, in a span of their language where the block's isn't the document's.
void write_text(Ast& ast, const document::Inlines& inlines, const document::Language& language,
                const std::string& id = {});

void write_block(Ast& ast, const document::Block& block);
void write_paragraph(Ast& ast, const document::Paragraph& paragraph);
// `node` is Para or Plain.
void write_para(Ast& ast, std::string_view node, const document::Inlines& inlines, const document::Language& language);
void write_table(Ast& ast, const document::Table& table);

} // namespace rapporteur::pandoc
