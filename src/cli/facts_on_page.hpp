#pragma once

// Which facts of its corpus a report prints on a page. The corpus that travels in the PDF is opened with its recipe as
// `verify` does, composed and set again: so is known which passage stands where.

#include "cli/commands.hpp"
#include "support/diagnostic.hpp"

#include <string>
#include <vector>

namespace rapporteur::cli {

struct FactsOnPage {
    std::vector<std::string> told; // an explanation of each, in the corpus's order
    std::string note;              // on those that have no source; empty where all have
};

// `page` is the number printed on it. Fails (corpus) where the report carries no corpus, or no page bears that number;
// (command line) where the report tells changes since an earlier corpus and `since` doesn't name it. Warns where tools
// differ from those that the report was made with, for then pages may end elsewhere.
Result<FactsOnPage> facts_on_page(const std::filesystem::path& report, const std::string& page,
                                  const std::filesystem::path& since, const Resources& given,
                                  const Reporting& reporting);

} // namespace rapporteur::cli
