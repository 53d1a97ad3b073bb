#include "cli/commands.hpp"
#include "cli/languages.hpp"
#include "cli/named_files.hpp"
#include "cli/output.hpp"
#include "cli/pictures.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "corpus/corpus.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace rapporteur::cli {

namespace {

std::string summary_of(const corpus::Loaded& loaded) {
    const auto counted = [](std::size_t number, const char* thing) {
        return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
    };
    std::string summary = counted(loaded.found.errors, "error") + ", " + counted(loaded.found.warnings, "warning");
    if (loaded.found.accepted > 0) {
        summary += ", " + counted(loaded.found.accepted, "accepted warning");
    }
    if (loaded.corpus) {
        summary += fmt::format("; {} in {}", counted(loaded.corpus->partners.size(), "partner"),
                               counted(loaded.corpus->files.size(), "file"));
    }
    return summary;
}

// A language that the program has no words in is a warning here: a corpus may well be ahead of the program.
Diagnostics words_of_languages(const corpus::Corpus& corpus, const Resources& resources) {
    Diagnostics faults = faults_of_words(corpus.languages, resources);
    for (Diagnostic& fault : faults) {
        if (fault.kind == WarningKind::no_own_words) {
            fault.severity = Severity::warning;
        }
    }
    return faults;
}

} // namespace

int check(const CheckOptions& options) {
    const Result<Resources> resources = find_resources(options.resources);
    if (!resources) {
        return fail(resources.error());
    }
    if (const std::optional<Diagnostic> missing = no_such_corpus(options.corpus)) {
        return fail(*missing);
    }
    corpus::Loaded loaded = corpus::load(options.corpus, resources->schema / "corpus.xsd", resources->limits);
    if (loaded.corpus) {
        const Result<OpenedPictures> opened = open_pictures(*loaded.corpus, resources->limits);
        if (!opened) {
            return fail(opened.error());
        }
        loaded.found.errors += opened->faults.size();
        std::copy(opened->faults.begin(), opened->faults.end(), std::back_inserter(loaded.diagnostics));
        loaded.found.warnings += opened->warnings.size();
        std::copy(opened->warnings.begin(), opened->warnings.end(), std::back_inserter(loaded.diagnostics));
        const Diagnostics words = words_of_languages(*loaded.corpus, *resources);
        for (const Diagnostic& fault : words) {
            ++(fault.severity == Severity::error ? loaded.found.errors : loaded.found.warnings);
        }
        loaded.diagnostics.insert(loaded.diagnostics.begin(), words.begin(), words.end());
    }
    report(loaded.diagnostics, options.reporting);
    print_line(summary_of(loaded));
    return status_of(loaded.diagnostics, options.reporting);
}

} // namespace rapporteur::cli
