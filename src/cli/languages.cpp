#include "cli/languages.hpp"

#include "cli/tell.hpp"
#include "typeset/typeset.hpp"
#include "wording/wording.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

namespace rapporteur::cli {

std::optional<Diagnostic> unknown_language(const std::vector<std::string>& asked, const corpus::Corpus& corpus) {
    for (const std::string& language : asked) {
        if (std::find(corpus.languages.begin(), corpus.languages.end(), language) == corpus.languages.end()) {
            return misuse(fmt::format("the corpus isn't kept in “{}”", language),
                          fmt::format("it is in: {}", fmt::join(corpus.languages, ", ")));
        }
    }
    return std::nullopt;
}

Diagnostics faults_of_words(const std::vector<std::string>& languages, const Resources& resources) {
    Diagnostics faults;
    for (const std::string& language : languages) {
        const Diagnostics found = wording::check(resources.styles / "words", language);
        faults.insert(faults.end(), found.begin(), found.end());
    }
    return faults;
}

Diagnostics without_hyphenation(const std::vector<std::string>& languages) {
    Diagnostics found;
    for (const std::string& language : languages) {
        if (const std::string package = typeset::missing_hyphenation(language); !package.empty()) {
            found.push_back(warning(WarningKind::no_hyphenation, {},
                                    fmt::format("words in “{}” aren't divided at the ends of lines: no hyphenation "
                                                "patterns are installed for it",
                                                language),
                                    fmt::format("sudo apt-get install {}", package)));
        }
    }
    return found;
}

Diagnostics for_languages(const Diagnostics& found, const std::vector<std::string>& languages) {
    Diagnostics kept;
    std::copy_if(found.begin(), found.end(), std::back_inserter(kept), [&](const Diagnostic& one) {
        return one.language.empty() || std::find(languages.begin(), languages.end(), one.language) != languages.end();
    });
    return kept;
}

} // namespace rapporteur::cli
