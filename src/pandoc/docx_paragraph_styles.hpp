#pragma once

// The paragraph styles of a DOCX, one a line: what each is called and which text of the style source it looks like.

#include "style/style.hpp"

#include <cstdint>

namespace rapporteur::pandoc {

using style::TextStyleName;

enum class Keep : std::uint8_t { alone, with_next };

struct ParagraphStyle {
    const char* id;
    const char* name;
    const char* next = nullptr;
    double least_before = 0; // points: a Word page has no grid that keeps blocks apart
    double least_after = 0;
    double first_line = 0;
    double hanging = 0; // of all lines but the first
    int priority = 0;   // its place in Word's list; the lowest first
    int outline = 0;    // a heading's level
    TextStyleName text = TextStyleName::body;
    Keep keep = Keep::alone;
    bool ours = false; // not one of Word's own
};

inline constexpr ParagraphStyle paragraph_styles[] = {
    {.id = "BodyText", .name = "Body Text", .first_line = 15, .priority = 1, .text = TextStyleName::body},
    {.id = "FirstParagraph",
     .name = "First Paragraph",
     .next = "BodyText",
     .priority = 1,
     .text = TextStyleName::body,
     .ours = true},
    {.id = "Heading1",
     .name = "heading 1",
     .next = "FirstParagraph",
     .priority = 9,
     .outline = 1,
     .text = TextStyleName::heading_1,
     .keep = Keep::with_next},
    {.id = "Heading2",
     .name = "heading 2",
     .next = "FirstParagraph",
     .least_after = 2,
     .priority = 9,
     .outline = 2,
     .text = TextStyleName::heading_2,
     .keep = Keep::with_next},
    {.id = "Heading3",
     .name = "heading 3",
     .next = "FirstParagraph",
     .priority = 9,
     .outline = 3,
     .text = TextStyleName::heading_3,
     .keep = Keep::with_next},
    {.id = "Lead", .name = "Lead", .next = "FirstParagraph", .priority = 10, .text = TextStyleName::lead, .ours = true},
    {.id = "Remark",
     .name = "Remark",
     .next = "BodyText",
     .priority = 11,
     .text = TextStyleName::remark,
     .keep = Keep::with_next,
     .ours = true},
    {.id = "ListBullet", .name = "List Bullet", .least_after = 1, .priority = 12, .text = TextStyleName::list},
    {.id = "ListNumber", .name = "List Number", .least_after = 1, .priority = 12, .text = TextStyleName::list},
    {.id = "Caption", .name = "caption", .next = "BodyText", .priority = 35, .text = TextStyleName::caption},
    {.id = "Figure",
     .name = "Figure",
     .next = "Caption",
     .least_before = 10,
     .priority = 36,
     .text = TextStyleName::body,
     .keep = Keep::with_next,
     .ours = true},
    {.id = "TableText", .name = "Table Text", .priority = 37, .text = TextStyleName::table, .ours = true},
    {.id = "TableHeading",
     .name = "Table Heading",
     .priority = 37,
     .text = TextStyleName::table_header,
     .keep = Keep::with_next,
     .ours = true},
    {.id = "Bibliography", .name = "Bibliography", .hanging = 15, .priority = 38, .text = TextStyleName::citation},
    {.id = "FootnoteText", .name = "footnote text", .hanging = 15, .priority = 39, .text = TextStyleName::note},
    {.id = "TOCHeading",
     .name = "TOC Heading",
     .next = "Normal",
     .priority = 39,
     .text = TextStyleName::heading_1,
     .keep = Keep::with_next},
    {.id = "TOC1", .name = "toc 1", .priority = 39, .text = TextStyleName::contents_1},
    {.id = "TOC2", .name = "toc 2", .priority = 39, .text = TextStyleName::contents_2},
    {.id = "Index1", .name = "index 1", .hanging = 12, .priority = 39, .text = TextStyleName::index},
    {.id = "Header", .name = "header", .priority = 40, .text = TextStyleName::running_head},
    {.id = "Footer", .name = "footer", .priority = 40, .text = TextStyleName::folio},
    {.id = "CoverHolder",
     .name = "Cover Holder",
     .next = "Title",
     .priority = 50,
     .text = TextStyleName::cover_holder,
     .ours = true},
    {.id = "Title",
     .name = "Title",
     .next = "Subtitle",
     .least_after = 10,
     .priority = 50,
     .text = TextStyleName::cover_title,
     .keep = Keep::with_next},
    {.id = "Subtitle", .name = "Subtitle", .next = "BodyText", .priority = 50, .text = TextStyleName::cover_subtitle},
    {.id = "CoverNotice", .name = "Cover Notice", .priority = 50, .text = TextStyleName::cover_holder, .ours = true},
    {.id = "InnerTitle",
     .name = "Inner Title",
     .next = "InnerLine",
     .least_before = 90,
     .priority = 51,
     .text = TextStyleName::heading_1,
     .ours = true},
    {.id = "InnerLine", .name = "Inner Line", .priority = 51, .text = TextStyleName::lead, .ours = true},
    {.id = "InnerHolder",
     .name = "Inner Holder",
     .least_before = 24,
     .priority = 51,
     .text = TextStyleName::heading_2,
     .ours = true},
    {.id = "Imprint", .name = "Imprint", .priority = 52, .text = TextStyleName::imprint, .ours = true},
};

} // namespace rapporteur::pandoc
