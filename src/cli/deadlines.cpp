#include "deadlines/deadlines.hpp"

#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/opened_corpus.hpp"
#include "edition/edition.hpp"

#include "cli/output.hpp"
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

// What readers of this audience may not see is left out, but not without a word to whoever asked.
void report_left_out(std::size_t count, const std::string& audience) {
    if (count > 0) {
        print_error(fmt::format("rapporteur: hint: {} more deadline{} left out, which {} readers may not see; "
                                "--audience internal prints all\n",
                                count, count == 1 ? " is" : "s are", audience));
    }
}

} // namespace

int deadlines(const DeadlinesOptions& options) {
    OpenedCorpus opened = open_corpus(options.corpus, options.resources);
    if (!opened.corpus) {
        return opened.status;
    }
    if (const int status = report_warnings(opened, options.reporting); status != done) {
        return status;
    }
    const std::size_t all = deadlines::deadlines_of(*opened.corpus, {options.from, options.to}).size();
    const edition::Edition edition = edition::make(std::move(*opened.corpus), {{}, audience_of(options.audience), {}});
    const corpus::Corpus& corpus = edition.facts;
    const std::vector<deadlines::Deadline> found = deadlines::deadlines_of(corpus, {options.from, options.to});
    report_left_out(all - found.size(), options.audience);
    if (found.empty() && options.form == DeadlinesForm::calendar) { // a calendar has at least one event (RFC 5545, 3.6)
        print_error("rapporteur: hint: no obligation has a due date in this time, so there is no calendar\n");
        return done;
    }
    switch (options.form) {
    case DeadlinesForm::text:
        print_text(deadlines::to_text(corpus, found));
        break;
    case DeadlinesForm::json:
        print_json(deadlines::to_json(corpus, found));
        break;
    case DeadlinesForm::calendar:
        print_data(deadlines::to_calendar(corpus, found));
        break;
    }
    return done;
}

} // namespace rapporteur::cli
