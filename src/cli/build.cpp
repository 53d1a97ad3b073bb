#include "cli/commands.hpp"
#include "cli/glyphs.hpp"
#include "cli/named_files.hpp"
#include "cli/resources.hpp"
#include "cli/staging.hpp"
#include "cli/tell.hpp"
#include "compose/compose.hpp"
#include "corpus/corpus.hpp"
#include "pandoc/pandoc.hpp"
#include "pdf/pdf.hpp"
#include "typeset/typeset.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <unicode/uloc.h>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

corpus::Audience audience_of(const std::string& name) {
    if (name == "donor") {
        return corpus::Audience::donor;
    }
    return name == "internal" ? corpus::Audience::internal : corpus::Audience::everyone;
}

pdf::Description description_of(const document::Metadata& about) {
    pdf::Description description;
    description.title = about.title;
    description.author = about.holder;
    description.subject = about.description;
    description.keywords = about.subjects;
    description.language = about.language;
    description.date = about.date;
    description.producer = "rapporteur " RAPPORTEUR_VERSION;
    description.identifier = about.identifier;
    description.right_to_left = uloc_isRightToLeft(about.language.c_str()) != 0;
    return description;
}

Result<void> publish_pdf(const document::Document& report, const style::Style& style, fonts::FontBook& fonts,
                         const fs::path& file) {
    Result<pdf::Writer> writer = pdf::Writer::open(file.string(), fonts);
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    const Result<typeset::Layout> layout =
        typeset::typeset(report, style, fonts, [&](const typeset::Page& page) { return writer->add(page); });
    if (!layout) {
        return tl::unexpected(layout.error());
    }
    return writer->finish(*layout, description_of(report.metadata));
}

bool wants(const BuildOptions& options, const char* format) {
    return std::find(options.formats.begin(), options.formats.end(), format) != options.formats.end();
}

// Everything that makes publications, opened once for all formats and languages.
struct Workshop {
    style::Style style;
    fonts::FontBook fonts;
    std::optional<pandoc::Pandoc> pandoc;
};

Result<void> publish(const document::Document& report, const std::string& format, Workshop& workshop,
                     const fs::path& file) {
    if (format == "pdf") {
        return publish_pdf(report, workshop.style, workshop.fonts, file);
    }
    const pandoc::Format as = format == "epub" ? pandoc::Format::epub : pandoc::Format::docx;
    return pandoc::publish(report, workshop.style, as, *workshop.pandoc, file);
}

// Asked for twice, it is still made once.
std::vector<std::string> each_once(const std::vector<std::string>& names) {
    std::vector<std::string> once;
    for (const std::string& name : names) {
        if (std::find(once.begin(), once.end(), name) == once.end()) {
            once.push_back(name);
        }
    }
    return once;
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

std::optional<Diagnostic> unknown_language(const BuildOptions& options, const corpus::Corpus& corpus) {
    for (const std::string& language : options.languages) {
        if (std::find(corpus.languages.begin(), corpus.languages.end(), language) == corpus.languages.end()) {
            Diagnostic diagnostic;
            diagnostic.cause = Cause::command_line;
            diagnostic.message = fmt::format("the corpus isn't kept in “{}”", language);
            diagnostic.hint = fmt::format("it is kept in: {}", fmt::join(corpus.languages, ", "));
            return diagnostic;
        }
    }
    return std::nullopt;
}

Result<Workshop> open_workshop(const BuildOptions& options, style::Style style) {
    Workshop workshop{std::move(style), {}, std::nullopt};
    if (wants(options, "epub") || wants(options, "docx")) {
        Result<pandoc::Pandoc> pandoc = pandoc::find(options.pandoc_timeout);
        if (!pandoc) {
            return tl::unexpected(pandoc.error());
        }
        workshop.pandoc = std::move(*pandoc);
    }
    return workshop;
}

Result<void> build_edition(const edition::Edition& edition, const wording::Words& words, const BuildOptions& options,
                           Workshop& workshop, Staging& staging) {
    const style::Page& page = workshop.style.page;
    compose::Options composing;
    composing.measure = page.width - page.inner - page.outer;
    composing.tools = pdf::tools();
    composing.tools.insert(composing.tools.begin(), "rapporteur " RAPPORTEUR_VERSION);
    composing.faces = style::families(workshop.style);
    const document::Document report = compose::annual_report(edition, words, composing);
    for (const std::string& format : each_once(options.formats)) {
        const fs::path file = staging.place_for(fmt::format("{}.{}", report.metadata.file_stem, format));
        if (Result<void> published = publish(report, format, workshop, file); !published) {
            return tl::unexpected(staging.told_of_place(published.error()));
        }
    }
    return {};
}

} // namespace

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
    corpus::Loaded loaded = corpus::load(options.corpus, resources->schema / "corpus.xsd");
    tell(loaded.diagnostics);
    if (!loaded.corpus) {
        std::fputs("rapporteur: hint: nothing was made; correct the errors above first\n", stderr);
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
    const std::vector<std::string> languages =
        options.languages.empty() ? std::vector<std::string>{loaded.corpus->language} : each_once(options.languages);
    const Result<std::vector<wording::Words>> words = load_words(resources->styles / "words", languages);
    if (!words) {
        return fail(words.error());
    }
    Result<Workshop> workshop = open_workshop(options, std::move(*style.style));
    if (!workshop) {
        return fail(workshop.error());
    }
    if (wants(options, "pdf")) {
        const style::TextStyle& body = workshop->style[style::TextStyleName::body];
        const Diagnostics missing =
            missing_glyphs(*loaded.corpus, languages, {body.family, body.weight, body.italic}, workshop->fonts);
        if (has_errors(missing)) {
            tell(missing);
            return status_of(missing);
        }
    }
    Result<Staging> staging = Staging::open(options.out);
    if (!staging) {
        return fail(staging.error());
    }
    edition::Edition edition = edition::make(std::move(*loaded.corpus), {{}, audience_of(options.audience), {}});
    for (std::size_t at = 0; at < languages.size(); ++at) {
        edition.reader.language = languages[at];
        if (Result<void> built = build_edition(edition, (*words)[at], options, *workshop, *staging); !built) {
            return fail(built.error());
        }
    }
    const Result<std::vector<fs::path>> made = staging->put_in_place();
    if (!made) {
        return fail(made.error());
    }
    for (const fs::path& file : *made) {
        std::puts(file.string().c_str());
    }
    return done;
}

} // namespace rapporteur::cli
