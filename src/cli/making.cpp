#include "cli/making.hpp"

#include "cli/choices.hpp"
#include "cli/languages.hpp"
#include "cli/named_files.hpp"
#include "cli/output.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "pdf/pdf.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::cli {

Result<Resources> resources_for(const BuildOptions& options) {
    Result<Resources> resources = find_resources(options.resources);
    if (!resources) {
        return resources;
    }
    if (std::optional<Diagnostic> missing = no_such_corpus(options.corpus)) {
        return tl::unexpected(std::move(*missing));
    }
    if (std::optional<Diagnostic> missing = no_such_style(options.style, resources->styles)) {
        return tl::unexpected(std::move(*missing));
    }
    return resources;
}

int report_to_maker(const corpus::Loaded& loaded, const std::vector<std::string>& languages,
                    const BuildOptions& options, const Resources& resources) {
    Diagnostics found;
    if (loaded.corpus) {
        if (const std::optional<Diagnostic> unknown = unknown_language(languages, *loaded.corpus)) {
            return fail(*unknown);
        }
        found = faults_of_words(languages, resources);
    }
    if (!has_errors(found)) {
        const Diagnostics rest = for_languages(loaded.diagnostics, languages);
        found.insert(found.end(), rest.begin(), rest.end());
    }
    report(found, options.reporting);
    if (fails(found, options.reporting)) {
        print_error(fmt::format("rapporteur: hint: nothing was made; correct the {} above first\n",
                                has_errors(found) ? "errors" : "warnings"));
    }
    return status_of(found, options.reporting);
}

OpenedCorpus open_to_make(const BuildOptions& options, const Resources& resources) {
    corpus::Loaded loaded = corpus::load(options.corpus, resources.schema / "corpus.xsd", resources.limits);
    OpenedCorpus opened;
    opened.status = report_to_maker(
        loaded, loaded.corpus ? languages_of(options, *loaded.corpus) : std::vector<std::string>(), options, resources);
    if (opened.status == done) {
        opened.corpus = std::move(loaded.corpus);
    }
    return opened;
}

OpenedStyle open_style(const BuildOptions& options, const Resources& resources) {
    style::Loaded loaded = style::load(resources.styles / (options.style + ".xml"), resources.schema / "style.xsd");
    tell(told_of(loaded.diagnostics, options.called));
    if (!loaded.style) {
        return {std::nullopt, status_of(loaded.diagnostics)};
    }
    style::Style styled = style::on(std::move(*loaded.style), paper_of(options.paper));
    styled.page.crop_marks = options.crop_marks;
    return {std::move(styled), done};
}

std::vector<std::string> languages_of(const BuildOptions& options, const corpus::Corpus& corpus) {
    return options.languages.empty() ? std::vector<std::string>{corpus.language} : each_once(options.languages);
}

Result<std::vector<wording::Words>> load_words(const std::filesystem::path& folder,
                                               const std::vector<std::string>& languages) {
    std::vector<wording::Words> all;
    for (const std::string& language : languages) {
        Result<wording::Words> words = wording::Words::load(folder, language);
        if (!words) {
            return tl::unexpected(words.error());
        }
        all.push_back(std::move(*words));
    }
    return all;
}

Result<changes::Changes> changes_since(corpus::Corpus earlier, const edition::Edition& now) {
    const Result<edition::Edition> then = edition::for_publication(std::move(earlier), now.reader);
    return then ? Result<changes::Changes>(changes::between(then->facts, now.facts)) : tl::unexpected(then.error());
}

namespace {

// What a page has left for a drawing below the heading of its part and a caption of two lines.
double drawing_depth(const style::Style& style) {
    const style::TextStyle& heading = style[style::TextStyleName::heading_1];
    const style::TextStyle& caption = style[style::TextStyleName::caption];
    const double above = heading.leading + heading.after + 2 * caption.leading + caption.after;
    return style.page.height - style.page.top - style.page.bottom - above;
}

} // namespace

compose::Options composing_for(const style::Style& style) {
    compose::Options composing;
    composing.measure = style.page.width - style.page.inner - style.page.outer;
    composing.depth = drawing_depth(style);
    const style::TextStyle& table = style[style::TextStyleName::table];
    composing.table_type = table.least > 0 ? table.least : table.size;
    composing.lettering = style[style::TextStyleName::figure_label].size;
    composing.tools = pdf::tools();
    composing.tools.insert(composing.tools.begin(), "rapporteur " RAPPORTEUR_VERSION);
    composing.faces = style::families(style);
    return composing;
}

bool wants_pandoc(const BuildOptions& options) {
    return std::any_of(options.formats.begin(), options.formats.end(),
                       [](const std::string& format) { return format != "pdf"; });
}

Result<std::optional<pandoc::Pandoc>> open_pandoc(const BuildOptions& options) {
    if (!wants_pandoc(options)) {
        return std::nullopt;
    }
    const Limits& limits = options.resources.limits;
    const std::chrono::seconds by_limit(limits[Limit::pandoc_time]);
    Result<pandoc::Pandoc> found = pandoc::find(options.pandoc_timeout.value_or(by_limit));
    if (!found) {
        return tl::unexpected(found.error());
    }
    found->memory_limit = limits.bytes(Limit::pandoc_memory);
    if (found->warning) {
        report({*found->warning}, options.reporting);
        if (fails({*found->warning}, options.reporting)) {
            found->warning->severity = Severity::error;
            found->warning->hint = "--strict fails on it";
            return tl::unexpected(std::move(*found->warning));
        }
    }
    return std::move(*found);
}

} // namespace rapporteur::cli
