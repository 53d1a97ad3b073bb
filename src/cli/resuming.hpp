#pragma once

// Going on with briefs where an earlier run stopped. A hidden file beside them holds the digest of what they are made
// from and of how they are asked for: while it says the same, those that are younger than it needn't be made again.

#include "cli/commands.hpp"
#include "support/diagnostic.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace rapporteur::cli {

// The order's digest. Partners, languages and formats are no part of it: a brief's name tells them. `corpora` are the
// digests of what the briefs' readers get of the corpus and of the earlier one: the note lies beside the briefs, so
// nothing that is withheld may be guessed by it. Fails (surroundings) where one of the program's own files that are
// used, `own`, can't be read.
Result<std::string> order_of(const BriefOptions& options, const std::vector<std::string>& corpora,
                             const std::vector<std::filesystem::path>& own);

// Notes the order in the folder of the briefs, where it isn't noted already, and tells since when it is.
Result<std::filesystem::file_time_type> note_order(const std::filesystem::path& folder, const std::string& order);

} // namespace rapporteur::cli
