#include "cli/explanation.hpp"
#include "cli/facts_on_page.hpp"
#include "cli/opened_corpus.hpp"
#include "cli/tell.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

int explain_page(const ExplainOptions& options) {
    const Result<FactsOnPage> found = facts_on_page(options.corpus, options.page, options.since, options.resources);
    if (!found) {
        return fail(found.error());
    }
    for (const std::string& told : found->told) {
        std::fputs(told.c_str(), stdout);
    }
    if (found->told.empty()) {
        std::fputs(fmt::format("rapporteur: no fact of the corpus is printed on page {}\n", options.page).c_str(),
                   stderr);
    }
    return done;
}

} // namespace

int explain(const ExplainOptions& options) {
    if (options.passage.empty() == options.page.empty()) {
        return fail(misuse(options.page.empty() ? "explain what? name words or a page"
                                                : "explain either words or a page, not both",
                           "rapporteur explain report.pdf \"since 1993\", or rapporteur explain report.pdf --page 7"));
    }
    if (!options.page.empty()) {
        return explain_page(options);
    }
    const OpenedCorpus opened = open_corpus(options.corpus, options.resources);
    if (!opened.corpus) {
        return opened.status;
    }
    const std::vector<facts::Fact> all = facts::facts_of(*opened.corpus);
    const std::vector<facts::Match> matches = facts::find(all, options.passage);
    if (matches.empty()) {
        Diagnostic nothing;
        nothing.message = fmt::format("no fact of the corpus says “{}”", options.passage);
        nothing.hint = "look for fewer words; headings, dates in words and labels are the program's own";
        return fail(nothing);
    }
    for (const facts::Match& match : matches) {
        std::fputs(explanation(*opened.corpus, *match.fact, {match.said->words, match.said->language}).c_str(), stdout);
    }
    return done;
}

} // namespace rapporteur::cli
