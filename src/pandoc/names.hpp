#pragma once

// What things are called on both sides of pandoc: in the AST that we write and in the packages that we finish.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"

#include <string>
#include <string_view>

namespace rapporteur::pandoc {

// The character styles of a DOCX that carry a language: "Language fr".
constexpr const char* language_style = "Language ";

// A chart as the format's readers see it: on paper, or perhaps on a phone.
inline const document::Drawing& drawing_for(const document::Figure& figure, Format format) {
    return format == Format::docx || figure.narrow.width == 0 ? figure.drawing : figure.narrow;
}

// A passage of a DOCX that is tied to the corpus.
inline std::string passage_id(std::size_t number) {
    return "passage-" + std::to_string(number + 1);
}

// Where a page of the PDF begins in EPUB and HTML: "page-12".
constexpr const char* page_mark_class = "page";
constexpr const char* opening_mark_class = "opening"; // with the first: the page begins with the part's heading

inline std::string page_id(const std::string& label) {
    return "page-" + label;
}

// Classes in the style sheet.
inline std::string_view class_of(document::ParagraphRole role) {
    switch (role) {
    case document::ParagraphRole::lead:
        return "lead";
    case document::ParagraphRole::remark:
        return "remark";
    case document::ParagraphRole::imprint:
        return "imprint";
    case document::ParagraphRole::citation:
        return "citation";
    case document::ParagraphRole::body:
        break;
    }
    return {};
}

// Paragraph styles in the reference document.
inline std::string docx_style_of(document::ParagraphRole role) {
    switch (role) {
    case document::ParagraphRole::lead:
        return "Lead";
    case document::ParagraphRole::remark:
        return "Remark";
    case document::ParagraphRole::imprint:
        return "Imprint";
    case document::ParagraphRole::citation:
        return "Bibliography";
    case document::ParagraphRole::body:
        break;
    }
    return "Body Text";
}

inline std::string_view class_of(document::TableRole role) {
    switch (role) {
    case document::TableRole::facts:
        return "facts";
    case document::TableRole::glance:
        return "glance";
    case document::TableRole::data:
        break;
    }
    return "data";
}

} // namespace rapporteur::pandoc
