#include "cli/tell.hpp"

#include "cli/commands.hpp"
#include "cli/memory.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::cli {

namespace {

int status_of_cause(Cause cause) {
    switch (cause) {
    case Cause::command_line:
        return wrong_command_line;
    case Cause::surroundings:
        return surroundings_failed_status;
    case Cause::corpus:
        break;
    }
    return corpus_has_errors;
}

void replace_all(std::string& text, const std::string& words, const std::string& by) {
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + by.size())) {
        text.replace(at, words.size(), by);
    }
}

} // namespace

Place told_of(Place place, const CalledFolder& folder) {
    if (place.file) {
        const std::filesystem::path within = std::filesystem::path(*place.file).lexically_relative(folder.folder);
        if (!within.empty() && *within.begin() != "..") {
            place.file = place_in((folder.called / within).string()).file;
        }
    }
    return place;
}

Diagnostics told_of(Diagnostics diagnostics, const std::vector<CalledFolder>& folders) {
    for (const CalledFolder& each : folders) {
        const std::string folder = (each.folder / "").string();
        const std::string called = each.called.empty() ? std::string() : (each.called / "").string();
        for (Diagnostic& diagnostic : diagnostics) {
            diagnostic.place = told_of(std::move(diagnostic.place), each);
            replace_all(diagnostic.message, folder, called);
            replace_all(diagnostic.hint, folder, called);
        }
    }
    return diagnostics;
}

void tell(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        print_error(to_text(diagnostic));
    }
}

int fail(const Diagnostic& diagnostic) {
    tell({diagnostic});
    return status_of_cause(diagnostic.cause);
}

tl::unexpected<Diagnostic> out_of_memory() {
    const std::string allowed = memory_allowed();
    return surroundings_failed(
        {}, fmt::format("the memory is full: Cannot allocate memory{}{}", allowed.empty() ? "" : "; ", allowed),
        "end other programs, make less at a time with --jobs 1, or raise the limit with --limit memory=…");
}

Diagnostic misuse(std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.cause = Cause::command_line;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

int status_of(const Diagnostics& diagnostics) {
    int status = done;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::error) {
            status = std::max(status, status_of_cause(diagnostic.cause));
        }
    }
    return status;
}

} // namespace rapporteur::cli
