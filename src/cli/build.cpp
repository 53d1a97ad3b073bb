#include "cli/build.hpp"

#include "cli/attachments.hpp"
#include "cli/choices.hpp"
#include "cli/glyphs.hpp"
#include "cli/jobs.hpp"
#include "cli/languages.hpp"
#include "cli/named_files.hpp"
#include "cli/opened_corpus.hpp"
#include "cli/pictures.hpp"
#include "cli/printing.hpp"
#include "cli/resources.hpp"
#include "cli/staging.hpp"
#include "cli/tell.hpp"
#include "cli/translation_warnings.hpp"
#include "compose/compose.hpp"
#include "corpus/corpus.hpp"
#include "pandoc/pandoc.hpp"
#include "style/style.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<const char*, pandoc::Format>, 3> pandoc_formats = {
    {{"epub", pandoc::Format::epub}, {"docx", pandoc::Format::docx}, {"html", pandoc::Format::html}}};

bool wants(const BuildOptions& options, const char* format) {
    return std::find(options.formats.begin(), options.formats.end(), format) != options.formats.end();
}

Result<std::vector<wording::Words>> load_words(const fs::path& folder, const std::vector<std::string>& languages) {
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

Diagnostic nothing_to_split() {
    Diagnostic diagnostic;
    diagnostic.cause = Cause::command_line;
    diagnostic.message = "--split is for HTML, which isn't asked for";
    diagnostic.hint = "add html to --to";
    return diagnostic;
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
    std::vector<std::string> fonts; // paths of the files that its pages were set with
    std::vector<pdf::Attachment> attachments;

    std::string file(const std::string& format) const {
        return fmt::format("{}.{}", document.metadata.file_stem, format);
    }
    const std::string& folder() const { return document.metadata.file_stem; } // of a site
};

compose::Options composing_for(const style::Style& style) {
    compose::Options composing;
    composing.measure = style.page.width - style.page.inner - style.page.outer;
    composing.lettering = style[style::TextStyleName::figure_label].size;
    composing.tools = pdf::tools();
    composing.tools.insert(composing.tools.begin(), "rapporteur " RAPPORTEUR_VERSION);
    composing.faces = style::families(style);
    return composing;
}

std::vector<Report> compose_reports(edition::Edition edition, const std::vector<wording::Words>& words,
                                    const style::Style& style, const std::optional<changes::Changes>& changes,
                                    const compose::Pictures& pictures, const BuildOptions& options,
                                    const Resources& resources) {
    const auto sources = std::make_shared<const edition::OwnFiles>(edition);
    compose::Options composing = composing_for(style);
    composing.changes = changes ? &*changes : nullptr;
    composing.pictures = pictures;
    std::vector<Report> reports;
    for (const wording::Words& each : words) {
        edition.reader.language = each.language();
        reports.push_back({compose::annual_report(edition, each, composing), {}, {}, {}});
        if (options.attachments) {
            reports.back().attachments =
                attachments(reports.back().document.metadata, sources, pictures, options, resources, each);
        }
    }
    return reports;
}

std::vector<Task> printing_tasks(std::vector<Report>& reports, const style::Style& style, const BuildOptions& options,
                                 Staging& staging) {
    std::vector<pandoc::Translation> translations;
    translations.reserve(reports.size());
    for (const Report& report : reports) {
        translations.push_back({report.document.metadata.language, report.file("html")});
    }
    std::vector<Task> tasks;
    for (Report& report : reports) {
        Printing printing;
        printing.standard = standard_of(options.standard);
        printing.attachments = std::move(report.attachments);
        if (wants(options, "pdf")) {
            printing.pdf = staging.place_for(report.file("pdf"));
        }
        tasks.emplace_back([&report, &style, printing, translations]() -> Result<void> {
            Result<Printed> printed = print(report.document, style, printing);
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
        for (const auto& [name, format] : pandoc_formats) {
            if (wants(options, name)) {
                const bool split = options.split && format == pandoc::Format::html;
                const fs::path place = staging.place_for(split ? report.folder() : report.file(name));
                tasks.emplace_back([&report, &style, &pandoc, format = split ? pandoc::Format::site : format, place] {
                    return pandoc::publish(report.document, style, format, report.companions, pandoc, place);
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
                              const std::optional<pandoc::Pandoc>& pandoc, const BuildOptions& options,
                              Staging& staging) {
    if (wants_pages(options)) {
        Diagnostics failures =
            failures_in(run_all(printing_tasks(reports, style, options, staging), options.jobs), staging);
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
             const BuildOptions& options) {
    Made made;
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

OpenedCorpus open_earlier(const BuildOptions& options, const Resources& resources) {
    return open_corpus(options.since,
                       {options.since_schema.empty() ? resources.schema : options.since_schema, resources.styles});
}

} // namespace

Made make_report(corpus::Corpus corpus, const BuildOptions& options, const Resources& resources) {
    if (const std::optional<Diagnostic> unknown = unknown_language(options.languages, corpus)) {
        return ended(fail(*unknown));
    }
    style::Loaded style = style::load(resources.styles / (options.style + ".xml"), resources.schema / "style.xsd");
    tell(style.diagnostics);
    if (!style.style) {
        return ended(status_of(style.diagnostics));
    }
    const std::vector<std::string> languages =
        options.languages.empty() ? std::vector<std::string>{corpus.language} : each_once(options.languages);
    const Result<std::vector<wording::Words>> words = load_words(resources.styles / "words", languages);
    if (!words) {
        return ended(fail(words.error()));
    }
    style::Style styled = style::on(std::move(*style.style), paper_of(options.paper));
    styled.page.crop_marks = options.crop_marks;
    std::optional<pandoc::Pandoc> pandoc;
    if (wants_pandoc(options)) {
        Result<pandoc::Pandoc> found = pandoc::find(options.pandoc_timeout);
        if (!found) {
            return ended(fail(found.error()));
        }
        pandoc = std::move(*found);
        if (pandoc->warning) {
            tell({*pandoc->warning});
        }
    }
    if (wants_pages(options)) {
        const style::TextStyle& body = styled[style::TextStyleName::body];
        fonts::FontBook fonts;
        const Diagnostics missing = missing_glyphs(corpus, languages, {body.family, body.weight, body.italic}, fonts);
        if (has_errors(missing)) {
            tell(missing);
            return ended(status_of(missing));
        }
    }
    const corpus::Audience readers = audience_of(options.audience);
    std::vector<fs::path> sources = corpus.files;
    edition::Edition edition = edition::make(std::move(corpus), {{}, readers, {}});
    std::optional<changes::Changes> changes;
    withheld::CorpusFiles files{std::move(sources), {}};
    OpenedCorpus earlier;
    if (!options.since.empty()) {
        earlier = open_earlier(options, resources);
        if (!earlier.corpus) {
            return ended(earlier.status);
        }
        files.earlier = earlier.corpus->files;
        // Both as this reader may see them, so that nothing withheld shows by having changed.
        changes = changes::between(edition::make(std::move(*earlier.corpus), edition.reader).facts, edition.facts);
    }
    const Result<withheld::Secrets> secrets = withheld::Secrets::of(files, readers, free_words(resources, {}));
    if (!secrets) {
        return ended(fail(secrets.error()));
    }
    const Result<OpenedPictures> opened = open_pictures(edition.facts);
    if (!opened) {
        return ended(fail(opened.error()));
    }
    if (!opened->faults.empty()) {
        tell(opened->faults);
        return ended(status_of(opened->faults));
    }
    Result<Staging> staging = Staging::open(options.out);
    if (!staging) {
        return ended(fail(staging.error()));
    }
    // The facts go once they are composed: a long report's pages need the room.
    std::vector<Report> reports =
        compose_reports(std::move(edition), *words, styled, changes, opened->pictures, options, resources);
    changes.reset();
    Diagnostics failures = make_publications(reports, styled, pandoc, options, *staging);
    if (failures.empty() && !secrets->empty()) {
        failures = failures_in(run_all(checking_tasks(*secrets, *staging), options.jobs), *staging);
    }
    if (!failures.empty()) {
        tell(failures);
        return ended(status_of(failures));
    }
    const Result<std::vector<fs::path>> made = staging->put_in_place();
    if (!made) {
        return ended(fail(made.error()));
    }
    return made_of(reports, pandoc, options);
}

int build(const BuildOptions& options) {
    const Result<Resources> resources = find_resources(options.resources);
    if (!resources) {
        return fail(resources.error());
    }
    if (const std::optional<Diagnostic> missing = no_such_corpus(options.corpus)) {
        return fail(*missing);
    }
    if (const std::optional<Diagnostic> missing = no_such_style(options.style, resources->styles)) {
        return fail(*missing);
    }
    if (options.split && !wants(options, "html")) {
        return fail(nothing_to_split());
    }
    corpus::Loaded loaded = corpus::load(options.corpus, resources->schema / "corpus.xsd");
    tell(loaded.corpus ? told_to_maker(loaded.diagnostics, *loaded.corpus, options) : loaded.diagnostics);
    if (!loaded.corpus) {
        std::fputs("rapporteur: hint: nothing was made; correct the errors above first\n", stderr);
        return status_of(loaded.diagnostics);
    }
    const Made made = make_report(std::move(*loaded.corpus), options, *resources);
    for (const fs::path& file : made.files) {
        std::puts(file.string().c_str());
    }
    return made.status;
}

} // namespace rapporteur::cli
