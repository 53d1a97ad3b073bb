#include "cli/brief_desk.hpp"

#include "cli/choices.hpp"
#include "cli/making.hpp"
#include "cli/printing.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

// All of an edition but its partners.
edition::Edition frame_of(const edition::Edition& whole) {
    edition::Edition frame;
    frame.reader = whole.reader;
    const corpus::Corpus& facts = whole.facts;
    frame.facts.id = facts.id;
    frame.facts.year = facts.year;
    frame.facts.date = facts.date;
    frame.facts.language = facts.language;
    frame.facts.languages = facts.languages;
    frame.facts.title = facts.title;
    frame.facts.subtitle = facts.subtitle;
    frame.facts.subjects = facts.subjects;
    frame.facts.holder = facts.holder;
    frame.facts.sources = facts.sources;
    return frame;
}

bool is_made(const fs::path& file, fs::file_time_type since) {
    std::error_code missing;
    const fs::file_time_type made = fs::last_write_time(file, missing);
    return !missing && made >= since;
}

// A brief's style in Word: no band of the house's colour stands behind the partner's name, and cells have margins of
// their own. Word sets notes in the width of a column, so they are deeper than in print, and blocks stand as close as
// the style lets them.
style::Style style_in_word(const style::Style& style) {
    constexpr double closer = 0.94;  // lines, for the same reason
    constexpr double closest = 1.15; // of the size
    style::Style sheet = style::brief_style(style, spacings(*style.brief).back());
    for (style::TextStyle& text : sheet.texts) {
        text.ink = text.ink == style::Ink::on_accent ? style::Ink::accent : text.ink;
        text.leading = std::max(closest * text.size, closer * text.leading);
    }
    sheet.texts[static_cast<std::size_t>(style::TextStyleName::table)].after = 0;
    return sheet;
}

// One partner's briefs, made in hiding; `staging` is gone where they can't be made.
struct Batch {
    std::optional<Staging> staging;
    BriefOutcome* outcome;
};

void fail(Batch& batch, const Diagnostic& failure) {
    batch.outcome->diagnostics.push_back(batch.staging ? batch.staging->told_of_place(failure) : failure);
    batch.staging.reset();
}

} // namespace

BriefDesk::BriefDesk(const BriefRun& all, std::unique_ptr<fonts::FontBook> book, typeset::BriefSetter type,
                     std::vector<wording::Words> languages)
    : run(&all), fonts(std::move(book)), setter(std::move(type)), words(std::move(languages)),
      edition(frame_of(all.edition)) {}

Result<BriefDesk> BriefDesk::open(const BriefRun& run) {
    auto fonts = std::make_unique<fonts::FontBook>(run.fonts.beside());
    Result<typeset::BriefSetter> setter = typeset::BriefSetter::open(run.style, *fonts);
    if (!setter) {
        return tl::unexpected(setter.error());
    }
    Result<std::vector<wording::Words>> words = load_words(run.words, run.languages);
    if (!words) {
        return tl::unexpected(words.error());
    }
    BriefDesk desk(run, std::move(fonts), std::move(*setter), std::move(*words));
    const bool wants_pdf = std::find(run.formats.begin(), run.formats.end(), "pdf") != run.formats.end();
    for (const std::string& language : wants_pdf ? run.languages : std::vector<std::string>()) {
        for (const auto& [face, glyphs] : desk.setter.alphabet_of(language)) {
            desk.programs.expect(face, glyphs);
        }
    }
    return desk;
}

Result<void> BriefDesk::make(const corpus::Partner& partner, const wording::Words& language, Staging& staging,
                             Diagnostics& warnings) {
    edition.reader.language = language.language();
    std::vector<std::string> wanted;
    for (const std::string& format : run->formats) {
        const fs::path file = run->out / fmt::format("{}.{}", compose::brief_file_stem(edition, partner), format);
        if (!run->resume_since || !is_made(file, *run->resume_since)) {
            wanted.push_back(format);
        }
    }
    if (wanted.empty()) {
        return {};
    }
    const BriefOrder order{
        edition,         partner,         language,
        run->meeting,    run->day,        *run->style.brief,
        run->most_pages, run->to_a_sheet, run->changes == nullptr ? nullptr : &run->changes->at(partner.id)};
    const Result<FittedBrief> brief = fit(order, setter);
    if (!brief) {
        return tl::unexpected(brief.error());
    }
    if (std::optional<Diagnostic> warning = left_out(*brief, order)) {
        warnings.push_back(std::move(*warning));
    }
    for (const std::string& format : wanted) {
        const Result<fs::path> file =
            staging.place_for(fmt::format("{}.{}", brief->document.metadata.file_stem, format));
        Result<void> made = file ? publish(*brief, format, *file) : tl::unexpected(file.error());
        made = made ? run->secrets.check(*file) : made;
        if (!made) {
            return made;
        }
    }
    return {};
}

Result<void> BriefDesk::publish(const FittedBrief& brief, const std::string& format, const fs::path& file) {
    if (format == "pdf") {
        return print(brief.pages, brief.document.metadata, *fonts, programs, {file, run->form, {}});
    }
    const pandoc::Format as = format_of(format);
    const pandoc::Companions companions = companions_of(brief.pages, brief.document.metadata, *fonts);
    const style::Style style = as == pandoc::Format::docx ? style_in_word(run->style) : run->style;
    return pandoc::publish(brief.document, style, as, companions, *run->pandoc, file);
}

void BriefDesk::make(const std::vector<std::size_t>& partners, const std::vector<BriefOutcome*>& outcomes) {
    std::vector<Batch> batches;
    for (std::size_t at = 0; at < partners.size(); ++at) {
        Batch& batch = batches.emplace_back(Batch{std::nullopt, outcomes[at]});
        Result<Staging> staging = Staging::open(run->out);
        if (!staging) {
            fail(batch, staging.error());
            continue;
        }
        batch.staging = std::move(*staging);
        edition.facts.partners = {run->edition.facts.partners[partners[at]]};
        for (const wording::Words& language : words) {
            const Result<void> made =
                make(edition.facts.partners.front(), language, *batch.staging, batch.outcome->diagnostics);
            if (!made) {
                fail(batch, made.error());
                break;
            }
        }
    }
    for (Batch& batch : batches) {
        if (!batch.staging) {
            continue;
        }
        Result<std::vector<fs::path>> placed = batch.staging->put_in_place();
        if (placed) {
            batch.outcome->files = std::move(*placed);
        } else {
            fail(batch, placed.error());
        }
    }
}

} // namespace rapporteur::cli
