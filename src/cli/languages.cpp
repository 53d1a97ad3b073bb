#include "cli/languages.hpp"

#include "cli/tell.hpp"
#include "wording/wording.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

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

Diagnostics faults_of_words(const corpus::Corpus& corpus, const Resources& resources) {
    Diagnostics faults;
    for (const std::string& language : corpus.languages) {
        for (Diagnostic& fault : wording::check(resources.styles / "words", language)) {
            if (fault.cause == Cause::command_line) { // no words at all
                fault.severity = Severity::warning;
                fault.hint = "no report can be made in that language until it has";
            }
            faults.push_back(std::move(fault));
        }
    }
    return faults;
}

} // namespace rapporteur::cli
