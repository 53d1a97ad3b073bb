#pragma once

// The printed form of a report: set once, for the PDF and for what the other formats take from it.

#include "document/document.hpp"
#include "pandoc/pandoc.hpp"
#include "pdf/pdf.hpp"
#include "style/style.hpp"

#include <filesystem>
#include <optional>

namespace rapporteur::cli {

struct Printing {
    std::optional<std::filesystem::path> pdf; // where to write it; nothing: pages are set, but not written
    pdf::Standard standard = pdf::Standard::pdf_1_7;
};

// Sets the report's pages and writes the PDF that is asked for. Gives what an EPUB or a page of HTML tells
// of them, which so is the same whether the PDF is made or not.
Result<pandoc::Companions> print(const document::Document& report, const style::Style& style, const Printing& printing);

} // namespace rapporteur::cli
