#include "cli/translation_warnings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace rapporteur::cli {

namespace {

Diagnostic summary(std::ptrdiff_t count, const std::string& language, const corpus::Corpus& corpus,
                   const std::string& file) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::warning;
    diagnostic.place = place_in(file);
    diagnostic.message = fmt::format("{} text{} missing or stale in {}", count, count == 1 ? " is" : "s are", language);
    diagnostic.hint = fmt::format("rapporteur translate status {} --lang {} names each; readers are shown the {} text "
                                  "where there is none, marked so",
                                  file, language, corpus.language);
    return diagnostic;
}

} // namespace

Diagnostics told_to_maker(const Diagnostics& found, const corpus::Corpus& corpus,
                          const std::vector<std::string>& languages, const std::string& file) {
    Diagnostics told;
    std::copy_if(found.begin(), found.end(), std::back_inserter(told),
                 [](const Diagnostic& one) { return one.language.empty(); });
    for (const std::string& language : std::set<std::string>(languages.begin(), languages.end())) {
        const auto count =
            std::count_if(found.begin(), found.end(), [&](const Diagnostic& one) { return one.language == language; });
        if (count > 0) {
            told.push_back(summary(count, language, corpus, file));
        }
    }
    return told;
}

} // namespace rapporteur::cli
