#include "cli/commands.hpp"
#include "cli/languages.hpp"
#include "cli/named_files.hpp"
#include "cli/output.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "support/utf8.hpp"
#include "wording/wording.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

using corpus::Text;
using corpus::TranslationState;
using corpus::Version;

constexpr std::size_t longest_excerpt = 60; // characters

std::string excerpt_of(const Version& version) {
    std::string text = words_of(version);
    std::size_t at = 0;
    for (std::size_t characters = 0; at < text.size(); ++characters) {
        if (characters == longest_excerpt) {
            return text.substr(0, at) + "…";
        }
        next_character(text, at);
    }
    return text;
}

std::string at(const Place& place) {
    return fmt::format("{}:{}:{}", *place.file, place.line, place.column);
}

const char* name_of(TranslationState state) {
    switch (state) {
    case TranslationState::approved:
        return "approved";
    case TranslationState::reviewed:
        return "reviewed";
    default:
        return "draft";
    }
}

// How far one language has come, and what is left to do in it.
struct Standing {
    std::size_t texts = 0;
    std::size_t approved = 0;
    std::size_t reviewed = 0;
    std::size_t drafts = 0;
    std::size_t stale = 0;
    std::size_t missing = 0;
    std::vector<std::string> to_do; // a line for each, in the order of the files
};

void count(Standing& standing, const Text& text, const std::string& language) {
    ++standing.texts;
    const Version& main = text.versions.front();
    const auto found = std::find_if(text.versions.begin(), text.versions.end(),
                                    [&](const Version& version) { return version.language == language; });
    if (found == text.versions.end()) {
        ++standing.missing;
        standing.to_do.push_back(fmt::format("{}: {}: missing: “{}”", at(text.place), language, excerpt_of(main)));
        return;
    }
    switch (found->state) {
    case TranslationState::approved:
        ++standing.approved;
        break;
    case TranslationState::reviewed:
        ++standing.reviewed;
        break;
    default:
        ++standing.drafts;
    }
    if (found->stale) {
        ++standing.stale;
        standing.to_do.push_back(fmt::format("{}: {}: stale, {}: “{}”; when it is right again, write from=\"{}\"",
                                             at(found->place), language, name_of(found->state), excerpt_of(main),
                                             corpus::digest_of(main)));
    }
}

Standing standing_of(const corpus::Corpus& corpus, const std::string& language) {
    Standing standing;
    corpus::for_each_text(corpus, [&](const Text& text) { count(standing, text, language); });
    return standing;
}

void show(const Standing& standing, const std::string& language, const Diagnostics& faults_of_own_words) {
    for (const std::string& line : standing.to_do) {
        print_line(line);
    }
    for (const Diagnostic& fault : faults_of_own_words) {
        const std::string place = fault.place.file ? *fault.place.file : "rapporteur";
        print_line(fmt::format("{}: {}: own words: {}", place, language, fault.message));
    }
    print_line(fmt::format("{}: {} of {} texts translated ({} approved, {} reviewed, {} draft), {} stale, {} missing; "
                           "the program's own words: {}",
                           language, standing.texts - standing.missing, standing.texts, standing.approved,
                           standing.reviewed, standing.drafts, standing.stale, standing.missing,
                           faults_of_own_words.empty() ? "complete" : "incomplete"));
}

} // namespace

int translation_status(const TranslationStatusOptions& options) {
    const Result<Resources> resources = find_resources(options.resources);
    if (!resources) {
        return fail(resources.error());
    }
    if (const std::optional<Diagnostic> missing = no_such_corpus(options.corpus)) {
        return fail(*missing);
    }
    const corpus::Loaded loaded = corpus::load(options.corpus, resources->schema / "corpus.xsd", resources->limits);
    if (!loaded.corpus) {
        tell(loaded.diagnostics);
        return status_of(loaded.diagnostics);
    }
    if (const std::optional<Diagnostic> unknown = unknown_language(options.languages, *loaded.corpus)) {
        return fail(*unknown);
    }
    const std::vector<std::string>& languages =
        options.languages.empty() ? loaded.corpus->languages : options.languages;
    report(for_languages(loaded.diagnostics, {}), options.reporting);
    for (const std::string& language : languages) {
        if (language != loaded.corpus->language) {
            show(standing_of(*loaded.corpus, language), language,
                 wording::check(resources->styles / "words", language));
        }
    }
    return status_of(for_languages(loaded.diagnostics, languages), options.reporting);
}

} // namespace rapporteur::cli
