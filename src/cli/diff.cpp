#include "changes/changes.hpp"
#include "cli/commands.hpp"
#include "cli/opened_corpus.hpp"

#include <cstdio>

namespace rapporteur::cli {

namespace {

std::string printed(const changes::Changes& changes, ChangesForm form) {
    switch (form) {
    case ChangesForm::json:
        return changes::to_json(changes);
    case ChangesForm::markdown:
        return changes::to_markdown(changes);
    case ChangesForm::text:
        break;
    }
    return changes::to_text(changes);
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
    const changes::Changes changes = changes::between(*before.corpus, *after.corpus);
    std::fputs(printed(changes, options.form).c_str(), stdout);
    return options.status == DiffStatus::tells_differences && !changes.list.empty() ? differences_found : done;
}

} // namespace rapporteur::cli
