#pragma once

// The printed form of a report: set once, for the PDF and for what the other formats take from it.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "pdf/pdf.hpp"
#include "style/style.hpp"
#include "support/limits.hpp"
#include "typeset/brief.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::cli {

struct Printing {
    std::optional<std::filesystem::path> pdf; // where to write it; nothing: pages are set, but not written
    pdf::Form form;
    std::vector<pdf::Attachment> attachments; // what travels inside it
    bool is_last = false;                     // nothing else is made of the report
    Limits limits = {};                       // of its pages
};

struct Printed {
    pandoc::Companions companions;  // what an EPUB or a page of HTML tells of the pages
    std::vector<std::string> fonts; // paths of the files that were opened
};

// Sets the report's pages and writes the PDF that is asked for. What it gives is the same whether the PDF is made or
// not. Where nothing else is made of the report, its blocks go as they are printed, but for headings.
Result<Printed> print(document::Document& report, const style::Style& style, fonts::FontBook fonts,
                      const Printing& printing);

// What an EPUB or a page of HTML tells of a brief's pages.
pandoc::Companions companions_of(const typeset::BriefPages& brief, const document::Metadata& about,
                                 const fonts::FontBook& fonts);

// Writes a brief's pages as a PDF, with the fonts that briefs share where they are enough.
Result<void> print(const typeset::BriefPages& brief, const document::Metadata& about, const fonts::FontBook& fonts,
                   pdf::SharedFonts& shared, const Printing& printing);

} // namespace rapporteur::cli
