#include "deadlines/deadlines.hpp"

#include "cli/commands.hpp"
#include "cli/opened_corpus.hpp"

#include <cstdio>

namespace rapporteur::cli {

int deadlines(const DeadlinesOptions& options) {
    const OpenedCorpus opened = open_corpus(options.corpus, options.resources);
    if (!opened.corpus) {
        return opened.status;
    }
    const std::vector<deadlines::Deadline> found = deadlines::deadlines_of(*opened.corpus, {options.from, options.to});
    if (found.empty() && options.form == DeadlinesForm::calendar) { // a calendar has at least one event (RFC 5545, 3.6)
        std::fputs("rapporteur: hint: no obligation has a due date in this time, so there is no calendar\n", stderr);
        return done;
    }
    std::string text;
    switch (options.form) {
    case DeadlinesForm::text:
        text = deadlines::to_text(*opened.corpus, found);
        break;
    case DeadlinesForm::json:
        text = deadlines::to_json(*opened.corpus, found);
        break;
    case DeadlinesForm::calendar:
        text = deadlines::to_calendar(*opened.corpus, found);
        break;
    }
    std::fputs(text.c_str(), stdout);
    return done;
}

} // namespace rapporteur::cli
