#include "cli/explanation.hpp"
#include "cli/facts_on_page.hpp"
#include "cli/opened_corpus.hpp"
#include "cli/output.hpp"
#include "cli/tell.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

int explain_page(const ExplainOptions& options) {
    const Result<FactsOnPage> found =
        facts_on_page(options.corpus, options.page, options.since, options.resources, options.reporting);
    if (!found) {
        return fail(found.error());
    }
    for (const std::string& told : found->told) {
        print_text(told);
    }
    if (found->told.empty()) {
        print_error(fmt::format("rapporteur: no fact of the corpus is printed on page {}\n", options.page));
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
    if (const int status = report_warnings(opened, options.reporting); status != done) {
        return status;
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
        print_text(explanation(*opened.corpus, *match.fact, {match.said->words, match.said->language}));
    }
    return done;
}

} // namespace rapporteur::cli
