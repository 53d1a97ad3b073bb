#pragma once

// What pandoc leaves undone in a DOCX's text, a concern a function: each takes the body as pandoc made it and the
// Document that it was made from.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"
#include "support/diagnostic.hpp"

#include <pugixml.hpp>
#include <string>

namespace rapporteur::pandoc {

// docx_bookmarks.cpp. Pandoc's bookmarks hold whole sections, under names that Word's own fields can't take. These hold
// the paragraph that they begin with.
void set_bookmarks(const pugi::xml_node& body);
std::string bookmark_of(std::string_view id);                   // the name of an id's bookmark
std::string first_bookmark_in(const pugi::xml_node& paragraph); // empty where there is none
void drop_bookmark(pugi::xml_node paragraph, const std::string& name);
void open_bookmark(pugi::xml_node parent, const std::string& name);
void close_bookmark(pugi::xml_node parent, const std::string& name);
void number_bookmarks(const pugi::xml_node& body); // at the end: gives each a number of its own

// docx_headings.cpp: which of them begin a page, and index entries in their style.
void finish_headings(const pugi::xml_node& body, const document::Document& document);

// docx_lists.cpp: list styles in place of numbers of their own. Gives word/numbering.xml.
std::string finish_lists(const pugi::xml_node& body, const pugi::xml_node& numbering,
                         const document::Document& document, const style::Style& style);

// docx_tables.cpp: widths (`measure` is that of the column, in points), heading rows, row headers, bands, and rows that
// stay whole. Fails where a table is missing.
Result<void> finish_tables(const pugi::xml_node& body, const document::Document& document, double measure,
                           const style::TextStyle& text);

// docx_figures.cpp: drawings with their words and size. Fails where a drawing is missing.
Result<void> finish_figures(const pugi::xml_node& body, const document::Document& document);

// docx_captions.cpp: "Figure 1. " before a caption, counted by a field. The bookmark is what a cross-reference names.
void number_caption(pugi::xml_node caption, const std::string& label, std::size_t number, const std::string& bookmark);

// docx_notes.cpp: the notes of word/footnotes.xml, and in the text what calls one again.
void finish_notes(const pugi::xml_node& notes);
void refer_to_notes(const pugi::xml_node& body, const document::Document& document);

// docx_front.cpp: cover, inner title page with the imprint at its foot.
void write_front(pugi::xml_node body, const document::Document& document, const style::Style& style);

// docx_brief.cpp: a brief that is one page when printed has its text in a wide column and its card beside it, as there;
// of one that goes on, the card follows the text. To be called when the last section's properties are written.
bool stands_in_columns(const document::Document& document, const Companions& companions);
void set_in_columns(pugi::xml_node body, const document::Document& document, const style::Style& style);

// docx_contents.cpp: a field that Word fills, filled already. It tells no page numbers, for those are Word's to know;
// they come when the field is updated.
void write_contents(pugi::xml_node body, const document::Document& document);

// docx_languages.cpp: language and direction of each run, direction of each paragraph.
void set_languages(const pugi::xml_node& text, const document::Language& main);

} // namespace rapporteur::pandoc
