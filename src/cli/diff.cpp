#include "changes/changes.hpp"
#include "cli/commands.hpp"
#include "cli/opened_corpus.hpp"
#include "cli/output.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "compose/compose.hpp"

namespace rapporteur::cli {

namespace {

// Spaces that a line may not break at are for print; who searches what a terminal shows types plain ones.
std::string with_plain_spaces(std::string text) {
    for (const std::string_view space : {"\u00A0", "\u202F"}) {
        for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
            text.replace(at, space.size(), " ");
        }
    }
    return text;
}

// As the report tells it, in the language of the sentences around it.
changes::Manner manner(const wording::Words& words) {
    return {
        [&words](const corpus::Date& date) {
            return words.date({date.year, date.month, date.day});
        },
        [&words](const facts::Fact& fact, const facts::Said& said) { return compose::in_words(words, fact, said); }};
}

Result<wording::Words> english(const Resources& given) {
    const Result<Resources> resources = find_resources(given);
    return resources ? wording::Words::load(resources->styles / "words", "en") : tl::unexpected(resources.error());
}

Result<std::string> printed(const changes::Changes& changes, const DiffOptions& options) {
    if (options.form == ChangesForm::json) {
        return changes::to_json(changes);
    }
    const Result<wording::Words> words = english(options.resources);
    if (!words) {
        return tl::unexpected(words.error());
    }
    const changes::Rechecks rechecks =
        options.rechecked == RecheckedFacts::listed ? changes::Rechecks::listed : changes::Rechecks::summed_up;
    return with_plain_spaces(options.form == ChangesForm::markdown
                                 ? changes::to_markdown(changes, manner(*words), rechecks)
                                 : changes::to_text(changes, manner(*words), rechecks));
}

} // namespace

int diff(const DiffOptions& options) {
    const OpenedCorpus before = open_corpus(options.before, options.resources);
    if (!before.corpus) {
        return before.status;
    }
    const OpenedCorpus after = open_corpus(options.after, options.resources);
    if (!after.corpus) {
        return after.status;
    }
    if (const int status = report_warnings(after, options.reporting); status != done) {
        return status;
    }
    const changes::Changes changes = changes::between(*before.corpus, *after.corpus);
    const Result<std::string> told = printed(changes, options);
    if (!told) {
        return fail(told.error());
    }
    if (options.form == ChangesForm::json) {
        print_json(*told);
    } else {
        print_text(*told);
    }
    return options.status == DiffStatus::tells_differences && !changes.list.empty() ? differences_found : done;
}

} // namespace rapporteur::cli
