#include "cli/build.hpp"

#include "cli/attachments.hpp"
#include "cli/choices.hpp"
#include "cli/glyphs.hpp"
#include "cli/jobs.hpp"
#include "cli/languages.hpp"
#include "cli/making.hpp"
#include "cli/opened_corpus.hpp"
#include "cli/output.hpp"
#include "cli/pictures.hpp"
#include "cli/printing.hpp"
#include "cli/staging.hpp"
#include "cli/tell.hpp"
#include "compose/compose.hpp"
#include "corpus/corpus.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

bool wants(const BuildOptions& options, const char* format) {
    return std::find(options.formats.begin(), options.formats.end(), format) != options.formats.end();
}

// A DOCX alone knows nothing of pages.
bool wants_pages(const BuildOptions& options) {
    return wants(options, "pdf") || wants(options, "epub") || wants(options, "html");
}

// What is made of one edition, and what its formats tell of each other.
struct Report {
    document::Document document;
    pandoc::Companions companions;
    std::vector<std::string> fonts; // paths of the files that its pages were set with
    std::vector<pdf::Attachment> attachments;

    std::string file(const std::string& format) const {
        return fmt::format("{}.{}", document.metadata.file_stem, format);
    }
    const std::string& folder() const { return document.metadata.file_stem; } // of a site
};

std::vector<Report> compose_reports(edition::Edition edition, const std::vector<wording::Words>& words,
                                    const style::Style& style, const std::optional<changes::Changes>& changes,
                                    const compose::Pictures& pictures, const BuildOptions& options,
                                    const Resources& resources) {
    compose::Options composing = composing_for(style);
    composing.changes = changes ? &*changes : nullptr;
    composing.pictures = pictures;
    std::vector<Report> reports;
    for (const wording::Words& each : words) {
        edition.reader.language = each.language();
        reports.push_back({compose::annual_report(edition, each, composing), {}, {}, {}});
        if (options.attachments) {
            reports.back().attachments =
                attachments(reports.back().document.metadata, edition.facts.files, pictures, options, resources, each);
        }
    }
    return reports;
}

Diagnostics beyond_limits(const std::vector<Report>& reports, const Limits& limits) {
    Diagnostics found;
    for (const Report& report : reports) {
        if (const std::size_t notes = report.document.notes.size(); notes > limits[Limit::notes]) {
            found.push_back(limits.beyond(Limit::notes, {}, report.folder(), notes));
        }
    }
    return found;
}

Task failing(const Diagnostic& failure) {
    return [failure]() -> Result<void> { return tl::unexpected(failure); };
}

std::vector<Task> printing_tasks(std::vector<Report>& reports, const style::Style& style, const fonts::FontBook& fonts,
                                 const BuildOptions& options, Staging& staging) {
    std::vector<pandoc::Translation> translations;
    translations.reserve(reports.size());
    for (const Report& report : reports) {
        translations.push_back({report.document.metadata.language, report.file("html")});
    }
    std::vector<Task> tasks;
    for (Report& report : reports) {
        Printing printing;
        printing.form = form_of(options);
        printing.attachments = std::move(report.attachments);
        printing.limits = options.resources.limits;
        printing.is_last = options.formats == std::vector<std::string>{"pdf"};
        if (wants(options, "pdf")) {
            const Result<fs::path> place = staging.place_for(report.file("pdf"));
            if (!place) {
                tasks.push_back(failing(place.error()));
                continue;
            }
            printing.pdf = *place;
        }
        tasks.emplace_back([&report, &style, &fonts, printing, translations]() -> Result<void> {
            Result<Printed> printed = print(report.document, style, fonts.beside(), printing);
            if (!printed) {
                return tl::unexpected(printed.error());
            }
            report.companions = std::move(printed->companions);
            report.fonts = std::move(printed->fonts);
            report.companions.translations = translations;
            return {};
        });
    }
    return tasks;
}

std::vector<Task> pandoc_tasks(const std::vector<Report>& reports, const style::Style& style,
                               const pandoc::Pandoc& pandoc, const BuildOptions& options, Staging& staging) {
    std::vector<Task> tasks;
    for (const Report& report : reports) {
        for (const char* name : {"epub", "docx", "html"}) {
            if (wants(options, name)) {
                const pandoc::Format format = format_of(name);
                const bool split = options.split && format == pandoc::Format::html;
                const Result<fs::path> place = staging.place_for(split ? report.folder() : report.file(name));
                if (!place) {
                    tasks.push_back(failing(place.error()));
                    continue;
                }
                const pandoc::Format as = split ? pandoc::Format::site : format;
                tasks.emplace_back([&report, &style, &pandoc, as, file = *place] {
                    return pandoc::publish(report.document, style, as, report.companions, pandoc, file);
                });
            }
        }
    }
    return tasks;
}

// Every different failure once.
Diagnostics failures_in(const std::vector<Result<void>>& outcomes, const Staging& staging) {
    Diagnostics failures;
    std::set<std::string> told;
    for (const Result<void>& outcome : outcomes) {
        if (outcome) {
            continue;
        }
        const Diagnostic failure = staging.told_of_place(outcome.error());
        if (told.insert(to_text(failure)).second) {
            failures.push_back(failure);
        }
    }
    return failures;
}

Diagnostics make_publications(std::vector<Report>& reports, const style::Style& style,
                              const std::optional<fonts::FontBook>& fonts, const std::optional<pandoc::Pandoc>& pandoc,
                              const BuildOptions& options, Staging& staging) {
    if (fonts) {
        Diagnostics failures =
            failures_in(run_all(printing_tasks(reports, style, *fonts, options, staging), options.jobs), staging);
        if (!failures.empty()) {
            return failures;
        }
    }
    return pandoc ? failures_in(run_all(pandoc_tasks(reports, style, *pandoc, options, staging), options.jobs), staging)
                  : Diagnostics();
}

std::vector<Task> checking_tasks(const withheld::Secrets& secrets, const Staging& staging) {
    std::vector<Task> tasks;
    for (const fs::path& file : staging.hidden_files()) {
        tasks.emplace_back([&secrets, file] { return secrets.check(file); });
    }
    return tasks;
}

Made made_of(const std::vector<Report>& reports, const std::optional<pandoc::Pandoc>& pandoc,
             const compose::Pictures& pictures, const BuildOptions& options) {
    Made made;
    made.has_drawn_pictures = has_drawn(pictures);
    for (const Report& report : reports) {
        for (const std::string& format : each_once(options.formats)) {
            const bool split = options.split && format == "html";
            made.files.push_back(options.out / (split ? report.folder() + "/index.html" : report.file(format)));
        }
        made.fonts.insert(made.fonts.end(), report.fonts.begin(), report.fonts.end());
    }
    made.pandoc = pandoc ? pandoc->version : std::string();
    return made;
}

Made ended(int status) {
    Made made;
    made.status = status;
    return made;
}

// What went wrong, told of the places that whoever reads it knows.
Made failed(const Diagnostics& found, const BuildOptions& options) {
    tell(told_of(found, options.called));
    return ended(status_of(found));
}

} // namespace

Made make_report(corpus::Corpus corpus, const BuildOptions& options, const Resources& resources) {
    if (const std::optional<Diagnostic> unknown = unknown_language(options.languages, corpus)) {
        return failed({*unknown}, options);
    }
    const OpenedStyle styled = open_style(options, resources);
    if (!styled.style) {
        return ended(styled.status);
    }
    const style::Style& style = *styled.style;
    const std::vector<std::string> languages = languages_of(options, corpus);
    const Result<std::vector<wording::Words>> words = load_words(resources.styles / "words", languages);
    if (!words) {
        return failed({words.error()}, options);
    }
    const Result<std::optional<pandoc::Pandoc>> pandoc = open_pandoc(options);
    if (!pandoc) {
        return failed({pandoc.error()}, options);
    }
    std::optional<fonts::FontBook> fonts; // of what pages are set with
    if (wants_pages(options)) {
        const Diagnostics undivided = without_hyphenation(languages);
        report(undivided, options.reporting);
        if (fails(undivided, options.reporting)) {
            return ended(status_of(undivided, options.reporting));
        }
        const style::TextStyle& body = style[style::TextStyleName::body];
        fonts.emplace();
        const Diagnostics missing = missing_glyphs(corpus, languages, {body.family, body.weight, body.italic}, *fonts);
        if (has_errors(missing)) {
            return failed(missing, options);
        }
    }
    const corpus::Audience readers = audience_of(options.audience);
    withheld::CorpusFiles files{corpus.files, {}};
    Result<edition::Edition> edition = edition::for_publication(std::move(corpus), {{}, readers, {}});
    if (!edition) {
        return failed({edition.error()}, options);
    }
    if (!options.digest.empty()) {
        edition->facts.digest = options.digest;
    }
    std::optional<changes::Changes> changes;
    OpenedCorpus earlier;
    if (!options.since.empty()) {
        earlier = open_corpus(options.since, resources, options.called);
        if (!earlier.corpus) {
            return ended(earlier.status);
        }
        files.earlier = earlier.corpus->files;
        Result<changes::Changes> found = changes_since(std::move(*earlier.corpus), *edition);
        if (!found) {
            return failed({found.error()}, options);
        }
        changes = std::move(*found);
    }
    const Result<withheld::Free> free = free_words(resources, style, {});
    if (!free) {
        return failed({free.error()}, options);
    }
    const Result<withheld::Secrets> secrets = withheld::Secrets::of(files, readers, *free);
    if (!secrets) {
        return failed({secrets.error()}, options);
    }
    files = {};
    const Result<OpenedPictures> opened = open_pictures(edition->facts, resources.limits);
    if (!opened) {
        return failed({opened.error()}, options);
    }
    tell(opened->warnings);
    if (!opened->faults.empty()) {
        return failed(opened->faults, options);
    }
    Result<Staging> staging = Staging::open(options.out);
    if (!staging) {
        return failed({staging.error()}, options);
    }
    // The facts go once they are composed: a long report's pages need the room.
    std::vector<Report> reports =
        compose_reports(std::move(*edition), *words, style, changes, opened->pictures, options, resources);
    changes.reset();
    if (const Diagnostics beyond = beyond_limits(reports, resources.limits); !beyond.empty()) {
        return failed(beyond, options);
    }
    Diagnostics failures = make_publications(reports, style, fonts, *pandoc, options, *staging);
    if (failures.empty() && !secrets->empty()) {
        failures = failures_in(run_all(checking_tasks(*secrets, *staging), options.jobs), *staging);
    }
    if (!failures.empty()) {
        return failed(failures, options);
    }
    const Result<std::vector<fs::path>> made = staging->put_in_place();
    if (!made) {
        return failed({made.error()}, options);
    }
    return made_of(reports, *pandoc, opened->pictures, options);
}

int build(const BuildOptions& options) {
    const Result<Resources> resources = resources_for(options);
    if (!resources) {
        return fail(resources.error());
    }
    if (options.split && !wants(options, "html")) {
        return fail(misuse("--split is for HTML, which isn't asked for", "add html to --to"));
    }
    OpenedCorpus opened = open_to_make(options, *resources);
    if (!opened.corpus) {
        return opened.status;
    }
    const Made made = make_report(std::move(*opened.corpus), options, *resources);
    for (const fs::path& file : made.files) {
        print_line(file.string());
    }
    return made.status;
}

} // namespace rapporteur::cli
