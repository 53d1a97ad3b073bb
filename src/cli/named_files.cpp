#include "cli/named_files.hpp"

#include "cli/tell.hpp"
#include "support/files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <system_error>
#include <vector>

namespace rapporteur::cli {

namespace fs = std::filesystem;

std::optional<Diagnostic> no_such_corpus(const fs::path& corpus) {
    std::error_code unreadable; // then reading it will say why
    if (fs::status(corpus, unreadable).type() == fs::file_type::not_found) {
        return misuse(fmt::format("there is no file “{}”", corpus.string()),
                      "name the corpus's own file, such as corpus.xml");
    }
    if (fs::is_directory(corpus, unreadable)) {
        const fs::path within = corpus / "corpus.xml";
        return misuse(fmt::format("“{}” is a folder, not a corpus", corpus.string()),
                      fs::exists(within, unreadable) ? fmt::format("did you mean {}?", within.string())
                                                     : "name the corpus's own file, such as corpus.xml");
    }
    return std::nullopt;
}

std::optional<Diagnostic> no_such_style(const std::string& style, const fs::path& folder) {
    const Result<std::vector<fs::path>> files = entries_of(folder, ".xml");
    if (!files) {
        return files.error();
    }
    std::vector<std::string> names;
    std::transform(files->begin(), files->end(), std::back_inserter(names),
                   [](const fs::path& file) { return file.stem().string(); });
    if (std::find(names.begin(), names.end(), style) != names.end()) {
        return std::nullopt;
    }
    return misuse(fmt::format("there is no style “{}”", style),
                  fmt::format("those in {} are: {}", folder.string(), fmt::join(names, ", ")));
}

} // namespace rapporteur::cli
