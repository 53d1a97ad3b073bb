#include "cli/commands.hpp"
#include "cli/languages.hpp"
#include "cli/named_files.hpp"
#include "cli/pictures.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "corpus/corpus.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <iterator>

namespace rapporteur::cli {

namespace {

std::string summary_of(const corpus::Loaded& loaded) {
    const auto counted = [](std::size_t number, const char* thing) {
        return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
    };
    std::string summary = counted(loaded.found.errors, "error") + ", " + counted(loaded.found.warnings, "warning");
    if (loaded.corpus) {
        summary += fmt::format("; {} in {}", counted(loaded.corpus->partners.size(), "partner"),
                               counted(loaded.corpus->files.size(), "file"));
    }
    return summary;
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
    corpus::Loaded loaded = corpus::load(options.corpus, resources->schema / "corpus.xsd");
    if (loaded.corpus) {
        const Result<OpenedPictures> opened = open_pictures(*loaded.corpus);
        if (!opened) {
            return fail(opened.error());
        }
        loaded.found.errors += opened->faults.size();
        std::copy(opened->faults.begin(), opened->faults.end(), std::back_inserter(loaded.diagnostics));
        loaded.found.warnings += opened->warnings.size();
        std::copy(opened->warnings.begin(), opened->warnings.end(), std::back_inserter(loaded.diagnostics));
        const Diagnostics faults = faults_of_words(*loaded.corpus, *resources);
        loaded.diagnostics.insert(loaded.diagnostics.end(), faults.begin(), faults.end());
    }
    tell(loaded.diagnostics);
    std::puts(summary_of(loaded).c_str());
    return status_of(loaded.diagnostics);
}

} // namespace rapporteur::cli
