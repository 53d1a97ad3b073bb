#include "cli/commands.hpp"
#include "cli/glyphs.hpp"
#include "cli/jobs.hpp"
#include "cli/printing.hpp"
#include "cli/resources.hpp"
#include "cli/tell.hpp"
#include "compose/compose.hpp"
#include "corpus/corpus.hpp"
#include "pandoc/pandoc.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <set>
#include <system_error>
#include <utility>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<const char*, pandoc::Format>, 3> pandoc_formats = {
    {{"epub", pandoc::Format::epub}, {"docx", pandoc::Format::docx}, {"html", pandoc::Format::html}}};

corpus::Audience audience_of(const std::string& name) {
    if (name == "donor") {
        return corpus::Audience::donor;
    }
    return name == "internal" ? corpus::Audience::internal : corpus::Audience::everyone;
}

bool wants(const BuildOptions& options, const char* format) {
    return std::find(options.formats.begin(), options.formats.end(), format) != options.formats.end();
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        return surroundings_failed(folder.string(), fmt::format("the folder can't be made: {}", failed.message()),
                                   "see --out");
    }
    return {};
}

std::optional<Diagnostic> unknown_language(const BuildOptions& options, const corpus::Corpus& corpus) {
    for (const std::string& language : options.languages) {
        if (std::find(corpus.languages.begin(), corpus.languages.end(), language) == corpus.languages.end()) {
            Diagnostic diagnostic;
            diagnostic.cause = Cause::command_line;
            diagnostic.message = fmt::format("the corpus isn't kept in “{}”", language);
            diagnostic.hint = fmt::format("it is in: {}", fmt::join(corpus.languages, ", "));
            return diagnostic;
        }
    }
    return std::nullopt;
}

bool wants_pandoc(const BuildOptions& options) {
    return wants(options, "epub") || wants(options, "docx") || wants(options, "html");
}

// A DOCX alone knows nothing of pages.
bool wants_pages(const BuildOptions& options) {
    return wants(options, "pdf") || wants(options, "epub") || wants(options, "html");
}

// What is made of one edition, and what its formats tell of each other.
struct Report {
    document::Document document;
    pandoc::Companions companions;

    std::string file(const std::string& format) const {
        return fmt::format("{}.{}", document.metadata.file_stem, format);
    }
};

Result<std::vector<Report>> compose_reports(edition::Edition& edition, const std::vector<std::string>& languages,
                                            const style::Style& style, const fs::path& words_folder) {
    std::vector<Report> reports;
    for (const std::string& language : languages) {
        const Result<wording::Words> words = wording::Words::load(words_folder, language);
        if (!words) {
            return tl::unexpected(words.error());
        }
        edition.reader.language = language;
        const double measure = style.page.width - style.page.inner - style.page.outer;
        reports.push_back({compose::annual_report(edition, *words, {measure}), {}});
    }
    return reports;
}

std::vector<Task> printing_tasks(std::vector<Report>& reports, const style::Style& style, const BuildOptions& options) {
    std::vector<pandoc::Translation> translations;
    for (const Report& report : reports) {
        translations.push_back({report.document.metadata.language, report.file("html")});
    }
    std::vector<Task> tasks;
    for (Report& report : reports) {
        tasks.emplace_back([&report, &style, &options, translations]() -> Result<void> {
            const auto pdf = wants(options, "pdf") ? std::optional(options.out / report.file("pdf")) : std::nullopt;
            Result<pandoc::Companions> companions = print(report.document, style, pdf);
            if (!companions) {
                return tl::unexpected(companions.error());
            }
            report.companions = std::move(*companions);
            report.companions.translations = translations;
            return {};
        });
    }
    return tasks;
}

std::vector<Task> pandoc_tasks(const std::vector<Report>& reports, const style::Style& style,
                               const pandoc::Pandoc& pandoc, const BuildOptions& options) {
    std::vector<Task> tasks;
    for (const Report& report : reports) {
        for (const auto& [name, format] : pandoc_formats) {
            if (wants(options, name)) {
                const fs::path file = options.out / report.file(name);
                tasks.emplace_back([&report, &style, &pandoc, format = format, file] {
                    return pandoc::publish(report.document, style, format, report.companions, pandoc, file);
                });
            }
        }
    }
    return tasks;
}

// Every different failure once.
Diagnostics failures_in(const std::vector<Result<void>>& outcomes) {
    Diagnostics failures;
    std::set<std::string> told;
    for (const Result<void>& outcome : outcomes) {
        if (!outcome && told.insert(to_text(outcome.error())).second) {
            failures.push_back(outcome.error());
        }
    }
    return failures;
}

Diagnostics make_publications(std::vector<Report>& reports, const style::Style& style, const BuildOptions& options) {
    if (wants_pages(options)) {
        const Diagnostics failures = failures_in(run_all(printing_tasks(reports, style, options), options.jobs));
        if (!failures.empty()) {
            return failures;
        }
    }
    if (!wants_pandoc(options)) {
        return {};
    }
    const Result<pandoc::Pandoc> pandoc = pandoc::find(options.pandoc_timeout);
    if (!pandoc) {
        return {pandoc.error()};
    }
    return failures_in(run_all(pandoc_tasks(reports, style, *pandoc, options), options.jobs));
}

void tell_paths(const std::vector<Report>& reports, const BuildOptions& options) {
    for (const Report& report : reports) {
        for (const std::string& format : options.formats) {
            std::puts((options.out / report.file(format)).string().c_str());
        }
    }
}

} // namespace

int build(const BuildOptions& options) {
    const Result<Resources> resources = find_resources(options.resources);
    if (!resources) {
        return fail(resources.error());
    }
    corpus::Loaded loaded = corpus::load(options.corpus, resources->schema / "corpus.xsd");
    tell(loaded.diagnostics);
    if (!loaded.corpus) {
        return status_of(loaded.diagnostics);
    }
    if (const std::optional<Diagnostic> unknown = unknown_language(options, *loaded.corpus)) {
        return fail(*unknown);
    }
    style::Loaded style = style::load(resources->styles / (options.style + ".xml"), resources->schema / "style.xsd");
    tell(style.diagnostics);
    if (!style.style) {
        return status_of(style.diagnostics);
    }
    if (Result<void> made = make_folder(options.out); !made) {
        return fail(made.error());
    }
    const std::vector<std::string> languages =
        options.languages.empty() ? std::vector<std::string>{loaded.corpus->language} : options.languages;
    if (wants_pages(options)) {
        const style::TextStyle& body = (*style.style)[style::TextStyleName::body];
        fonts::FontBook fonts;
        const Diagnostics missing =
            missing_glyphs(*loaded.corpus, languages, {body.family, body.weight, body.italic}, fonts);
        if (has_errors(missing)) {
            tell(missing);
            return status_of(missing);
        }
    }
    edition::Edition edition = edition::make(std::move(*loaded.corpus), {{}, audience_of(options.audience), {}});
    Result<std::vector<Report>> reports =
        compose_reports(edition, languages, *style.style, resources->styles / "words");
    if (!reports) {
        return fail(reports.error());
    }
    if (const Diagnostics failures = make_publications(*reports, *style.style, options); !failures.empty()) {
        tell(failures);
        return status_of(failures);
    }
    tell_paths(*reports, options);
    return done;
}

} // namespace rapporteur::cli
