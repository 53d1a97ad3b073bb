#pragma once

// What travels inside a PDF: the corpus that it was made from, as its readers may have it, the schemas that the corpus
// keeps to, and what else made the report what it is: the style and the words of its language.

#include "cli/commands.hpp"
#include "edition/edition.hpp"
#include "pdf/pdf.hpp"
#include "wording/wording.hpp"

#include <memory>

namespace rapporteur::cli {

// `resources` are the ones found; `style` is the style's name.
std::vector<pdf::Attachment> attachments(const std::shared_ptr<const edition::OwnFiles>& sources,
                                         const Resources& resources, const std::string& style,
                                         const wording::Words& words);

} // namespace rapporteur::cli
