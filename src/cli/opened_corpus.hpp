#pragma once

// A corpus as the commands that compare are given it: its own file, or a bag that holds it.

#include "archive/archive.hpp"
#include "cli/commands.hpp"
#include "corpus/corpus.hpp"

#include <optional>
#include <vector>

namespace rapporteur::cli {

struct OpenedCorpus {
    std::optional<corpus::Corpus> corpus;
    int status = done;               // where there is no corpus: why, which has been told
    std::filesystem::path schema;    // the folder of the schema that came with it, or else the one it was read by
    std::optional<archive::Bag> bag; // that it lies in
    Diagnostics warnings;            // of a corpus that can be mended: not of one in a bag
};

// A bag must be whole. It is read by the program's own schema, which reads the corpora of earlier versions too; the one
// that lies in the bag is data. Errors are reported, those in `called` folders by their other names; for warnings see
// below.
OpenedCorpus open_corpus(const std::filesystem::path& named, const Resources& given,
                         const std::vector<CalledFolder>& called = {});

// Reports the warnings but those about translations, which such commands don't read; gives the exit status.
int report_warnings(const OpenedCorpus& opened, const Reporting& reporting);

} // namespace rapporteur::cli
