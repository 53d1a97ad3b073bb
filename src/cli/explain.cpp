#include "cli/explanation.hpp"
#include "cli/facts_on_page.hpp"
#include "cli/opened_corpus.hpp"
#include "cli/output.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "compose/compose.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

// The program's own words in each of the corpus's languages that it has any in.
Result<std::vector<wording::Words>> words_of(const corpus::Corpus& corpus, const Resources& given) {
    const Result<Resources> resources = find_resources(given);
    if (!resources) {
        return tl::unexpected(resources.error());
    }
    std::vector<wording::Words> all;
    for (const std::string& language : corpus.languages) {
        Result<wording::Words> words = wording::Words::load(resources->styles / "words", language);
        if (words) {
            all.push_back(std::move(*words));
        } else if (words.error().cause != Cause::command_line) { // none, so nothing is printed in it
            return tl::unexpected(words.error());
        }
    }
    return all;
}

facts::Printed as_printed_in(const std::vector<wording::Words>& words) {
    return [&words](const facts::Fact& fact, const facts::Said& said) {
        std::vector<std::string> printed;
        printed.reserve(words.size());
        for (const wording::Words& each : words) {
            printed.push_back(compose::in_words(each, fact, said));
        }
        return printed;
    };
}

int explain_page(const ExplainOptions& options) {
    const Result<FactsOnPage> found =
        facts_on_page(options.corpus, options.page, options.since, options.resources, options.reporting);
    if (!found) {
        return fail(found.error());
    }
    for (const std::string& told : found->told) {
        print_text(told);
    }
    print_text(found->note);
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
    const Result<std::vector<wording::Words>> words = words_of(*opened.corpus, options.resources);
    if (!words) {
        return fail(words.error());
    }
    const std::vector<facts::Match> matches = facts::find(all, options.passage, as_printed_in(*words));
    if (matches.empty()) {
        Diagnostic nothing;
        nothing.message = fmt::format("no fact of the corpus says “{}”", options.passage);
        nothing.hint = "look for fewer words; headings, dates in words and labels are the program's own";
        return fail(nothing);
    }
    std::vector<const facts::Fact*> explained;
    for (const facts::Match& match : matches) {
        print_text(explanation(*opened.corpus, *match.fact, {match.words, match.said->language}));
        explained.push_back(match.fact);
    }
    print_text(unsourced(explained));
    return done;
}

} // namespace rapporteur::cli
