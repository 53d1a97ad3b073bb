#pragma once

// What travels inside a PDF: the corpus that it was made from, as its readers may have it, with its pictures; the
// schemas that the corpus keeps to; what else made the report what it is, the style and the words of its language; and
// the recipe by which `verify` makes the same file of them again.

#include "cli/commands.hpp"
#include "compose/compose.hpp"
#include "corpus/corpus.hpp"
#include "pdf/pdf.hpp"
#include "wording/wording.hpp"

namespace rapporteur::cli {

// The attachments of one report; `sources` are the corpus's files as its readers may have them, `options` are those it
// is made with, `resources` the ones found. The pictures have to last until the report is written.
std::vector<pdf::Attachment> attachments(const document::Metadata& report, const std::vector<corpus::File>& sources,
                                         const compose::Pictures& pictures, const BuildOptions& options,
                                         const Resources& resources, const wording::Words& words);

} // namespace rapporteur::cli
