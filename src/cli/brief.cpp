#include "cli/brief_desk.hpp"
#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/jobs.hpp"
#include "cli/languages.hpp"
#include "cli/making.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/resuming.hpp"
#include "cli/tell.hpp"
#include "corpus/dates.hpp"
#include "support/files.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <system_error>

namespace rapporteur::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t at_a_time = 32; // partners that a desk takes up together

// What the corpus can't answer, or nobody asks for.
std::optional<Diagnostic> wrong_order(const BriefOptions& options, const corpus::Corpus& corpus) {
    if (options.partners.empty() && !options.all) {
        return misuse("brief wants a partner", "name it by its id, or say --all");
    }
    if (options.to_a_sheet > 1 && wants_pandoc(options.making)) {
        return misuse("--n-up 2 is for paper, and not all of these formats are printed pages", "make them without it");
    }
    if (!options.date.empty() && !corpus::parse_date(options.date)) {
        return misuse(fmt::format("“{}” is no date of the calendar", options.date), "write it as 2026-12-03");
    }
    if (std::optional<Diagnostic> unknown = unknown_partner(options.partners, corpus)) {
        return unknown;
    }
    return unknown_language(options.making.languages, corpus);
}

// Indexes of the partners asked for, in the corpus's order, of which this shard has every n-th.
std::vector<std::size_t> chosen(const BriefOptions& options, const corpus::Corpus& corpus) {
    std::vector<std::size_t> all;
    for (std::size_t at = 0; at < corpus.partners.size(); ++at) {
        const std::string& id = corpus.partners[at].id;
        if (options.all || std::find(options.partners.begin(), options.partners.end(), id) != options.partners.end()) {
            all.push_back(at);
        }
    }
    std::vector<std::size_t> own;
    for (std::size_t at = options.shard.which - 1; at < all.size(); at += options.shard.of) {
        own.push_back(all[at]);
    }
    return own;
}

// The program's files that briefs are made with.
Result<std::vector<fs::path>> own_files(const BriefOptions& options, const Resources& resources) {
    std::vector<fs::path> files = {resources.styles / (options.making.style + ".xml")};
    const Result<std::vector<fs::path>> words = entries_of(resources.styles / "words");
    if (!words) {
        return tl::unexpected(words.error());
    }
    files.insert(files.end(), words->begin(), words->end());
    return files;
}

ChangesByPartner by_partner_since(const edition::Edition& then, const edition::Edition& now) {
    changes::Changes all = changes::between(then.facts, now.facts);
    ChangesByPartner by_partner;
    for (const corpus::Partner& partner : now.facts.partners) {
        by_partner[partner.id] = {all.from, all.to, all.folder_before, all.folder_after, {}};
    }
    for (changes::Change& change : all.list) {
        if (const auto found = by_partner.find(change.partner); found != by_partner.end()) {
            found->second.list.push_back(std::move(change));
        }
    }
    return by_partner;
}

// Every worker takes the next partners from the pile until there are none.
Result<std::vector<BriefOutcome>> make_all(const BriefRun& run, const std::vector<std::size_t>& partners,
                                           unsigned jobs) {
    std::vector<BriefOutcome> outcomes(partners.size());
    std::atomic<std::size_t> next = 0;
    Progress progress(partners.size(), "partners");
    const auto work = [&]() -> Result<void> {
        if (next >= partners.size()) {
            return {};
        }
        Result<BriefDesk> desk = BriefDesk::open(run);
        if (!desk) {
            return tl::unexpected(desk.error());
        }
        for (std::size_t from = next.fetch_add(at_a_time); from < partners.size(); from = next.fetch_add(at_a_time)) {
            const std::size_t to = std::min(from + at_a_time, partners.size());
            std::vector<BriefOutcome*> told;
            for (std::size_t at = from; at < to; ++at) {
                told.push_back(&outcomes[at]);
            }
            desk->make({partners.begin() + static_cast<std::ptrdiff_t>(from),
                        partners.begin() + static_cast<std::ptrdiff_t>(to)},
                       told);
            progress.add(to - from);
        }
        return {};
    };
    const std::vector<Task> workers(jobs, work);
    for (const Result<void>& outcome : run_all(workers, jobs)) {
        if (!outcome) {
            return tl::unexpected(outcome.error());
        }
    }
    return outcomes;
}

int tell_outcomes(const std::vector<BriefOutcome>& outcomes, Diagnostics all, const Reporting& reporting) {
    for (const BriefOutcome& outcome : outcomes) {
        all.insert(all.end(), outcome.diagnostics.begin(), outcome.diagnostics.end());
        for (const fs::path& file : outcome.files) {
            print_line(file.string());
        }
    }
    report(all, reporting);
    return status_of(all, reporting);
}

} // namespace

int brief(const BriefOptions& options) {
    const Result<Resources> resources = resources_for(options.making);
    if (!resources) {
        return fail(resources.error());
    }
    OpenedCorpus opened = open_to_make(options.making, *resources);
    if (!opened.corpus) {
        return opened.status;
    }
    corpus::Corpus& corpus = *opened.corpus;
    if (const std::optional<Diagnostic> unknown = wrong_order(options, corpus)) {
        return fail(*unknown);
    }
    const OpenedStyle styled = open_style(options.making, *resources);
    if (!styled.style) {
        return styled.status;
    }
    if (!styled.style->brief) {
        return fail(misuse(fmt::format("the style {} has no briefs", options.making.style), "add a <brief> to it"));
    }
    const Result<std::optional<pandoc::Pandoc>> pandoc = open_pandoc(options.making);
    if (!pandoc) {
        return fail(pandoc.error());
    }
    OpenedCorpus earlier;
    if (!options.making.since.empty()) {
        earlier = open_corpus(options.making.since, *resources);
        if (!earlier.corpus) {
            return earlier.status;
        }
    }
    const std::vector<std::string> languages = languages_of(options.making, corpus);
    const std::vector<std::size_t> partners = chosen(options, corpus);
    const corpus::Audience readers = audience_of(options.making.audience);
    const Result<withheld::Free> free = free_words(*resources, *styled.style, {options.meeting});
    if (!free) {
        return fail(free.error());
    }
    const Result<withheld::Secrets> secrets = withheld::Secrets::of(
        {corpus.files, earlier.corpus ? earlier.corpus->files : std::vector<corpus::File>()}, readers, *free);
    if (!secrets) {
        return fail(secrets.error());
    }
    const edition::Reader reader{languages.front(), readers, {}};
    const Result<edition::Edition> edition = edition::for_publication(std::move(corpus), reader);
    const Result<edition::Edition> then = earlier.corpus ? edition::for_publication(std::move(*earlier.corpus), reader)
                                                         : Result<edition::Edition>(edition::Edition());
    if (!edition || !then) {
        return fail(edition ? then.error() : edition.error());
    }
    const Result<std::vector<fs::path>> own = own_files(options, *resources);
    const Result<std::string> order =
        own ? order_of(options, {edition->facts.digest, then->facts.digest}, *own) : tl::unexpected(own.error());
    if (!order) {
        return fail(order.error());
    }
    const Result<fs::file_time_type> ordered = note_order(options.making.out, *order);
    if (!ordered) {
        return fail(ordered.error());
    }
    const std::optional<ChangesByPartner> changes =
        earlier.corpus ? std::optional(by_partner_since(*then, *edition)) : std::nullopt;
    const fonts::FontBook fonts;
    const BriefRun run{.style = *styled.style,
                       .fonts = fonts,
                       .edition = *edition,
                       .words = resources->styles / "words",
                       .languages = languages,
                       .formats = each_once(options.making.formats),
                       .meeting = options.meeting,
                       .day = corpus::parse_date(options.date),
                       .most_pages = options.pages,
                       .to_a_sheet = options.to_a_sheet,
                       .form = form_of(options.making),
                       .pandoc = *pandoc,
                       .secrets = *secrets,
                       .out = options.making.out,
                       .resume_since = options.existing == Existing::left ? std::optional(*ordered) : std::nullopt,
                       .changes = changes ? &*changes : nullptr};
    const bool is_set = std::find(run.formats.begin(), run.formats.end(), "pdf") != run.formats.end();
    const Result<std::vector<BriefOutcome>> outcomes = make_all(run, partners, options.making.jobs);
    return outcomes ? tell_outcomes(*outcomes, is_set ? without_hyphenation(languages) : Diagnostics(),
                                    options.making.reporting)
                    : fail(outcomes.error());
}

} // namespace rapporteur::cli
