#include "corpus/findings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace rapporteur::corpus {

namespace {

constexpr std::size_t most_listed = 100;  // of a file: errors, and warnings of each kind and language
constexpr std::size_t most_kept = 10'000; // errors, and as many warnings, of which those listed are the first by place

std::size_t& of_severity(Count& count, Severity severity) {
    return severity == Severity::error ? count.errors : count.warnings;
}

bool is_alike(const Diagnostic& one, const Diagnostic& other) {
    return one.severity == other.severity && one.kind == other.kind && one.language == other.language;
}

// Adds to the diagnostic that stands for those like this one, or makes it the first of them.
void add_to(Diagnostics& rest, Diagnostic diagnostic) {
    const auto known =
        std::find_if(rest.begin(), rest.end(), [&](const Diagnostic& other) { return is_alike(other, diagnostic); });
    if (known == rest.end()) {
        rest.push_back(std::move(diagnostic));
    } else {
        known->count += diagnostic.count;
    }
}

// "and 5 more errors"
void reword(Diagnostic& rest) {
    rest.hint.clear();
    rest.message = rest.severity == Severity::error
                       ? fmt::format("and {} more error{}", rest.count, rest.count == 1 ? "" : "s")
                       : fmt::format("and more: {}", summary_of(rest.kind, rest.count, rest.language));
}

std::pair<std::uint32_t, std::uint32_t> position(const Place& place) {
    return {place.line, place.column};
}

} // namespace

void Findings::error(const Place& place, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.place = place;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    add(std::move(diagnostic));
}

void Findings::warning(WarningKind kind, const Place& place, std::string message, std::string hint) {
    Diagnostic diagnostic = rapporteur::warning(kind, place, std::move(message), std::move(hint));
    diagnostic.partner = partner;
    add(std::move(diagnostic));
}

void Findings::translation_warning(WarningKind kind, const Place& place, std::string language, std::string message,
                                   std::string hint) {
    Diagnostic diagnostic = rapporteur::warning(kind, place, std::move(message), std::move(hint));
    diagnostic.partner = partner;
    diagnostic.language = std::move(language);
    add(std::move(diagnostic));
}

void Findings::add(Diagnostic diagnostic) {
    if (is_accepted(diagnostic)) {
        ++accepted;
        return;
    }
    const std::string name = diagnostic.place.file ? *diagnostic.place.file : std::string();
    const auto [rank, is_new] = ranks.try_emplace(name, files.size());
    if (is_new) {
        files.emplace_back();
    }
    OfFile& file = files[rank->second];
    if (++of_severity(file.count, diagnostic.severity) <= most_kept) {
        file.kept.push_back(std::move(diagnostic));
    } else {
        add_to(file.uncounted, std::move(diagnostic));
    }
}

void Findings::turn_to(std::string partner_id) {
    partner = std::move(partner_id);
}

void Findings::accept(Acceptance acceptance) {
    acceptances.push_back(std::move(acceptance));
}

bool Findings::is_accepted(const Diagnostic& diagnostic) {
    bool matches = false;
    for (Acceptance& acceptance : acceptances) {
        const bool fits = diagnostic.severity == Severity::warning && acceptance.kind == diagnostic.kind &&
                          (acceptance.partner.empty() || acceptance.partner == diagnostic.partner) &&
                          (acceptance.language.empty() || acceptance.language == diagnostic.language);
        acceptance.matched += fits ? 1 : 0;
        matches = matches || fits;
    }
    return matches;
}

void Findings::check_acceptances() {
    turn_to({});
    for (const Acceptance& acceptance : std::vector<Acceptance>(acceptances)) {
        if (acceptance.matched == 0) {
            warning(WarningKind::unused_acceptance, acceptance.place, "<accepted> matches no warning",
                    "the cause was mended: delete it; or its partner or its language is another");
        }
    }
}

bool Findings::has_error_between(const Place& begin, const Place& end) const {
    const auto file = begin.file ? ranks.find(*begin.file) : ranks.end();
    return file != ranks.end() &&
           std::any_of(files[file->second].kept.begin(), files[file->second].kept.end(), [&](const Diagnostic& found) {
               return found.severity == Severity::error && position(found.place) >= position(begin) &&
                      position(found.place) < position(end);
           });
}

Count Findings::count() const {
    Count all;
    all.accepted = accepted;
    for (const OfFile& file : files) {
        all.errors += file.count.errors;
        all.warnings += file.count.warnings;
    }
    return all;
}

Diagnostics Findings::sorted() && {
    Diagnostics listed;
    for (OfFile& file : files) {
        std::stable_sort(file.kept.begin(), file.kept.end(), [](const Diagnostic& one, const Diagnostic& other) {
            return position(one.place) < position(other.place);
        });
        std::map<std::tuple<Severity, WarningKind, std::string>, std::size_t> found;
        Diagnostics rest;
        for (Diagnostic& diagnostic : file.kept) {
            if (++found[{diagnostic.severity, diagnostic.kind, diagnostic.language}] <= most_listed) {
                listed.push_back(std::move(diagnostic));
            } else {
                add_to(rest, std::move(diagnostic));
            }
        }
        for (Diagnostic& diagnostic : file.uncounted) {
            add_to(rest, std::move(diagnostic));
        }
        for (Diagnostic& diagnostic : rest) {
            reword(diagnostic);
            listed.push_back(std::move(diagnostic));
        }
    }
    return listed;
}

} // namespace rapporteur::corpus
