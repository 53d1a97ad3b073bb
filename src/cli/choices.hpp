#pragma once

// What words on the command line mean.

#include "cli/commands.hpp"
#include "corpus/corpus.hpp"
#include "pandoc/pandoc.hpp"
#include "pdf/pdf.hpp"
#include "style/style.hpp"
#include "withheld/withheld.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::cli {

corpus::Audience audience_of(const std::string& name); // public, donor, internal
style::Paper paper_of(const std::string& name);        // a4, letter; empty: as styled
pdf::Form form_of(const BuildOptions& options);        // of the PDF
pandoc::Format format_of(const std::string& name);     // epub, docx, html

// What may be said whatever is withheld: the program's own words, schemas and styles, its tools and the style's fonts,
// which the colophon names, and these texts of the command line.
// Fails (surroundings) where the folders of words, styles or schemas can't be read.
Result<withheld::Free> free_words(const Resources& resources, const style::Style& style,
                                  std::vector<std::string> texts);

// Asked for twice, it is still made once.
std::vector<std::string> each_once(const std::vector<std::string>& names);

// Where one of these isn't the id of a partner.
std::optional<Diagnostic> unknown_partner(const std::vector<std::string>& ids, const corpus::Corpus& corpus);

} // namespace rapporteur::cli
