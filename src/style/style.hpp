#pragma once

// How a publication looks, in every format: page, faces, type scale, spacing, colours, read from styles/*.xml.
//
// One style source drives both branches: typesetting takes it in points; the EPUB's style sheet and the DOCX's
// reference document are made from the same values. `load` checks the file against schema/style.xsd and what a schema
// can't say: that text and ground contrast at least 4.5 to 1 (WCAG 2.2, 1.4.3), that every role of text is given, that
// the baseline grid fits the page.

#include "support/diagnostic.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::style {

struct Colour { // sRGB, 0 to 255
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

// Names match document::Ink; `on_accent` is text on a ground of `accent`.
enum class Ink : std::uint8_t { text, muted, rule, accent, second, tint, paper, on_accent };
constexpr std::size_t ink_count = 8;

// What a piece of text is, as far as its looks go.
enum class TextStyleName : std::uint8_t {
    body,
    lead,
    remark,
    imprint,
    citation,
    list,
    heading_1,
    heading_2,
    heading_3,
    table,
    table_header,
    caption,
    note,
    figure_label,
    running_head,
    folio,
    contents_1,
    contents_2,
    index,
    cover_title,
    cover_subtitle,
    cover_holder,
};
constexpr std::size_t text_style_count = 22;

enum class Setting : std::uint8_t { justified, ragged, centred };

struct TextStyle {
    std::string family;
    int weight = 400;
    bool italic = false;
    double size = 10;    // points
    double least = 0;    // points: how small it may be set where columns don't fit; 0: no smaller than its size
    double leading = 12; // points from baseline to baseline
    double before = 0;   // points above the block
    double after = 0;    // points below the block
    double indent = 0;   // points, of a first line; of a list, where its text begins
    double tracking = 0; // thousandths of an em
    Setting setting = Setting::ragged;
    bool hyphenate = false;
    double flex = 0; // thousandths of their width by which the letters of a justified line may widen or narrow
    Ink ink = Ink::text;
    std::vector<std::string> features; // OpenType, as HarfBuzz reads them: "onum", "-liga", "smcp"
};

// How the partners at a glance and the timeline lie, where each or both together fit two pages.
enum class Overview : std::uint8_t { spread, run_on };

struct Page {
    double width = 595.276; // points
    double height = 841.890;
    double inner = 72; // margins; inner is the binding edge
    double outer = 72;
    double top = 72;
    double bottom = 72;
    Overview overview = Overview::spread;
    bool crop_marks = false; // for a printer who cuts the sheet: marks beside it, and colour beyond its edge
};

constexpr double bleed = 8.504; // points that colour goes on beyond a sheet's edge: 3 mm

// What gives way where a brief doesn't fit: first of all "spacing", down to `least` of itself; then parts by their
// names in schema/style.xsd.
struct GivesWay {
    std::string what;
    double least = 1;
};

// The sheet of a partner's brief: a band across its head, a column for reading, a narrow one for particulars.
struct Brief {
    Page margins;
    double side = 150; // points: the width of the narrow column
    double gutter = 20;
    double least_type = 8; // no text of a brief is smaller
    std::vector<GivesWay> gives_way;
    std::array<TextStyle, text_style_count> texts; // the style's own where the brief sets them no other way
};

struct Style {
    std::string name;
    Page page;
    std::array<Colour, ink_count> palette;
    std::array<TextStyle, text_style_count> texts;
    double grid = 14;                   // points; the leading of body, to which blocks align
    std::vector<std::string> fallbacks; // families tried, in order, for a character that a text's own family lacks
    std::vector<std::string> acronym_features; // for small capitals: "smcp", "c2sc"; empty: none
    std::optional<Brief> brief;

    const TextStyle& operator[](TextStyleName text) const { return texts[static_cast<std::size_t>(text)]; }
    const Colour& operator[](Ink ink) const { return palette[static_cast<std::size_t>(ink)]; }
};

struct Loaded {
    std::optional<Style> style; // nothing where `diagnostics` holds an error
    Diagnostics diagnostics;
};

Loaded load(const std::filesystem::path& style, const std::filesystem::path& schema);

// Paper other than the style's own.
enum class Paper : std::uint8_t { as_styled, a4, letter };

// The same style on other paper. The measure stays as the style has it, and so do the lines of text; side margins take
// what a wider or narrower sheet gives or wants, and a page holds as many whole lines as it has room for. A style of
// booklet size gets half a sheet.
Style on(Style style, Paper paper);

// The sheet turned by a quarter, for what is too wide for it upright. Both sides have the same margin, whichever is the
// binding edge.
Page turned(const Page& page);

// The families that its texts are set in, each once, in the order of the texts.
std::vector<std::string> families(const Style& style);

// The style that a brief's sheet is set in: its margins and texts, no baseline grid, and the space between blocks made
// `spacing` of itself. The style has a brief.
Style brief_style(const Style& style, double spacing);

// WCAG 2.2's contrast ratio, 1 to 21.
double contrast(Colour one, Colour other);

std::string hexadecimal(Colour colour); // "#1f3a5f"

} // namespace rapporteur::style
