#include "cli/named_files.hpp"

#include "cli/tell.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>
#include <vector>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> styles_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code unreadable;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, unreadable)) {
        if (entry.path().extension() == ".xml") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

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
    const std::vector<std::string> names = styles_in(folder);
    if (std::find(names.begin(), names.end(), style) != names.end()) {
        return std::nullopt;
    }
    return misuse(fmt::format("there is no style “{}”", style),
                  fmt::format("those in {} are: {}", folder.string(), fmt::join(names, ", ")));
}

} // namespace rapporteur::cli
