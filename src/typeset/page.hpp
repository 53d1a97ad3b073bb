#pragma once

// What typesetting gives: pages of positioned, tagged glyph runs, and the structure tree that they belong to.
//
// Units are PostScript points; a page's origin is its top left corner with y downwards. Pages are handed on one by one
// as they are finished (in the order of `Page::sequence`), so that a report of any length is never held whole; the
// StructureTree and the Layout, small beside the pages, are complete when the last page has been handed on.

#include "document/document.hpp"
#include "fonts/fonts.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rapporteur::typeset {

using document::Point;

// How far a line is set: to its glyphs, or to where it breaks and what notes it calls.
enum class Detail : std::uint8_t { glyphs, breaks };

struct Colour { // sRGB, 0 to 1
    float red = 0;
    float green = 0;
    float blue = 0;
    bool operator==(const Colour&) const = default;
};

// A glyph at `x`, `y` from the run's origin (points, y upwards as in fonts), in logical order: in right-to-left text
// each glyph stands to the left of the one before. `cluster` is the byte in GlyphRun::text at which its characters
// begin; glyphs of one cluster share it. Clusters never decrease along a run.
struct Glyph {
    std::uint16_t id = 0;
    float x = 0;
    float y = 0;
    std::uint32_t cluster = 0;
};

struct GlyphRun {
    fonts::FaceId face = 0;
    float size = 0;      // points to the em
    float expansion = 1; // how much wider than drawn its glyphs stand; positions count it already
    Point origin;        // of the run on the page, on its baseline
    Colour colour;
    std::vector<Glyph> glyphs;
    std::string text; // UTF-8, what the glyphs say. A hyphen that line breaking put in says U+00AD.
};

enum class StrokePattern : std::uint8_t {
    solid,
    dashed,
    dotted // round dots as wide as the stroke, the first at its beginning, `step` points from centre to centre
};

struct Stroke {
    Point from;
    Point to;
    float width = 0.5F;
    Colour colour;
    StrokePattern pattern = StrokePattern::solid;
    float step = 0;
};

struct Fill {
    Point origin; // top left
    float width = 0;
    float height = 0;
    float radius = 0; // of the corners
    Colour colour;
};

struct Circle {
    Point centre;
    float radius = 0;
    Colour colour;
    float line_width = 0; // 0: filled; else a ring of this width, filled with paper white
};

// A raster, standing upright in this box.
struct Image {
    Point origin; // top left
    float width = 0;
    float height = 0;
    document::Raster raster;
};

using Item = std::variant<GlyphRun, Stroke, Fill, Circle, Image>;

// Structure types of ISO 32000-1, 14.8.4, and ISO 32000-2, 14.8.4, as far as we use them.
enum class ElementType : std::uint8_t {
    document,
    part,
    section,
    title, // of the whole document; a paragraph where a standard has no title
    heading_1,
    heading_2,
    heading_3,
    heading_4,
    heading_5,
    heading_6,
    paragraph,
    list,
    list_item,
    label,
    list_body,
    table,
    table_head,
    table_body,
    table_row,
    table_header,
    table_data,
    caption,
    figure,
    note,
    reference,
    contents,
    contents_item,
    index,
    link,
    span,
    block_quote,
};

enum class Scope : std::uint8_t { none, column, row, both };

using ElementId = std::uint32_t;

// One kid of an element, in reading order: another element, a marked-content sequence, or an annotation.
struct Kid {
    enum class Kind : std::uint8_t { element, content, annotation } kind = Kind::element;
    std::uint32_t value = 0;    // the element; the MCID on `sequence`; the annotation's number in that page's `links`
    std::uint32_t sequence = 0; // the page, for content and annotations
};

struct Element {
    ElementType type = ElementType::paragraph;
    Scope scope = Scope::none;     // of a table_header
    std::uint16_t column_span = 1; // of table_header and table_data
    ElementId parent = 0;
    std::vector<Kid> kids;
    // Attributes that few elements have; indexes into StructureTree::attributes, 0 for none.
    std::uint32_t attributes = 0;
};

struct Attributes {
    std::string language;             // BCP 47; empty inherits
    std::string alternative;          // Alt
    std::string actual_text;          // ActualText
    std::string id;                   // ID, unique in the file (notes need one: ISO 14289-1, 7.9)
    std::vector<std::string> headers; // IDs of the header cells (TD, where scope doesn't tell)
    bool ordered = false;             // ListNumbering: Decimal, else Disc
    float box[4] = {0, 0, 0, 0};      // BBox of a figure: left, top, right, bottom in page points, y downwards
    std::uint32_t box_sequence = 0;   // the page that the box is on
};

// elements[0] is the Document. attributes[0] is empty.
struct StructureTree {
    std::vector<Element> elements;
    std::vector<Attributes> attributes;
};

enum class ArtifactKind : std::uint8_t {
    none,       // not an artifact: real content of `element`
    header,     // running head: Pagination, subtype Header
    footer,     // folio: Pagination, subtype Footer
    layout,     // rules, grounds, leaders
    background, // of the whole page
    repeated    // the head of a table shown again on its next page: Pagination
};

// Items painted one after another that belong to one element (or are one artifact).
struct MarkedContent {
    ArtifactKind artifact = ArtifactKind::none;
    ElementId element = 0;
    std::uint32_t mcid = 0; // counts from 0 on each page, in the order of `contents`, over those that are no artifact
    std::string language;   // Lang of this sequence where it differs from its element's; usually empty
    std::vector<Item> items;
};

// A link's sensitive area. An internal target is an id of Layout::destinations, given as "#id".
struct LinkArea {
    Point origin; // top left
    float width = 0;
    float height = 0;
    std::string target;      // "#id" or a URI
    std::string description; // Contents (ISO 14289-1, 7.18.5)
    ElementId element = 0;   // the Link element that holds it
};

enum class Leaf : std::uint8_t { text, cover, imprint, title_page }; // an imprint with a page of its own

struct Page {
    std::uint32_t sequence = 0; // counts from 0 in the order in which pages are handed on
    Leaf leaf = Leaf::text;
    float width = 0;
    float height = 0;
    float bleed = 0;  // how far what is painted goes on beyond the page's edges
    float margin = 0; // points around the page with a printer's marks, its bleed counted; 0 for none
    std::vector<MarkedContent> contents;
    std::vector<LinkArea> links;
};

struct Destination {
    std::string id;
    ElementId element = 0; // what stands there
    std::uint32_t sequence = 0;
    float y = 0; // the top of what is pointed at
};

struct OutlineEntry {
    int level = 1;
    std::string title;
    std::string target; // an id of Layout::destinations
    std::string language;
};

// Where a page's content begins in the Document: at the first block, or item of a block, that begins on that page. A
// page in the midst of one long paragraph has none.
struct PageStart {
    std::uint32_t sequence = 0;
    Leaf leaf = Leaf::text;  // the cover, the imprint and the title page begin with nothing of Document::parts
    std::uint32_t part = 0;  // of Document::parts
    std::uint32_t block = 0; // of Part::blocks
    std::uint32_t item = 0;  // 0: the block itself; else its row, list item or index entry, counted from 1
};

// What stands in an element, and in what is in it but for notes, says these facts of those that the Document was
// composed with.
struct Told {
    ElementId element = 0;
    document::FactNumbers facts;
};

enum class Numbering : std::uint8_t { none, roman, arabic };

// From position `from` of the finished order on, pages are numbered in this way, beginning with `first`.
struct PageLabelRange {
    std::uint32_t from = 0;
    Numbering numbering = Numbering::arabic;
    int first = 1;
    std::string prefix;
};

struct Layout {
    StructureTree structure;
    std::vector<std::uint32_t> order; // sequences of the pages as they stand in the file
    std::vector<PageLabelRange> labels;
    std::vector<OutlineEntry> outline; // in reading order
    std::vector<Destination> destinations;
    std::vector<PageStart> starts;
    std::vector<Told> told; // in the order of setting; none where nobody asked
};

} // namespace rapporteur::typeset
