#include "corpus/findings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace rapporteur::corpus {

namespace {

constexpr std::size_t most_told = 100;    // of a file
constexpr std::size_t most_kept = 10'000; // errors, and as many warnings, of which those told are the first by place

Diagnostic make(Severity severity, const Place& place, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.place = place;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

std::size_t& of_severity(Count& count, Severity severity) {
    return severity == Severity::error ? count.errors : count.warnings;
}

std::string counted(const Count& count) {
    const std::string errors = fmt::format("{} more error{}", count.errors, count.errors == 1 ? "" : "s");
    const std::string warnings = fmt::format("{} more warning{}", count.warnings, count.warnings == 1 ? "" : "s");
    if (count.errors == 0 || count.warnings == 0) {
        return count.errors == 0 ? warnings : errors;
    }
    return errors + " and " + warnings;
}

} // namespace

void Findings::error(const Place& place, std::string message, std::string hint) {
    add(make(Severity::error, place, std::move(message), std::move(hint)));
}

void Findings::warning(const Place& place, std::string message, std::string hint) {
    add(make(Severity::warning, place, std::move(message), std::move(hint)));
}

void Findings::translation_warning(const Place& place, std::string language, std::string message, std::string hint) {
    Diagnostic diagnostic = make(Severity::warning, place, std::move(message), std::move(hint));
    diagnostic.language = std::move(language);
    add(std::move(diagnostic));
}

void Findings::add(Diagnostic diagnostic) {
    const std::string name = diagnostic.place.file ? *diagnostic.place.file : std::string();
    const auto [rank, is_new] = ranks.try_emplace(name, files.size());
    if (is_new) {
        files.emplace_back();
    }
    OfFile& file = files[rank->second];
    if (++of_severity(file.count, diagnostic.severity) <= most_kept) {
        file.kept.push_back(std::move(diagnostic));
    }
}

Count Findings::count() const {
    Count all;
    for (const OfFile& file : files) {
        all.errors += file.count.errors;
        all.warnings += file.count.warnings;
    }
    return all;
}

Diagnostics Findings::sorted() && {
    Diagnostics told;
    for (OfFile& file : files) {
        std::stable_sort(file.kept.begin(), file.kept.end(), [](const Diagnostic& one, const Diagnostic& other) {
            return std::tie(one.place.line, one.place.column) < std::tie(other.place.line, other.place.column);
        });
        Count room; // how many of each may still be told
        room.errors = std::min(file.count.errors, most_told);
        room.warnings = std::min(file.count.warnings, most_told - room.errors);
        const Count untold{file.count.errors - room.errors, file.count.warnings - room.warnings};
        for (Diagnostic& diagnostic : file.kept) {
            std::size_t& left = of_severity(room, diagnostic.severity);
            if (left > 0) {
                --left;
                told.push_back(std::move(diagnostic));
            }
        }
        if (untold.errors + untold.warnings > 0) {
            const Severity severity = untold.errors > 0 ? Severity::error : Severity::warning;
            told.push_back(make(severity, told.back().place, "and " + counted(untold), {}));
        }
    }
    return told;
}

} // namespace rapporteur::corpus
