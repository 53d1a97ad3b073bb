#include "cli/tell.hpp"

#include "cli/commands.hpp"

#include <algorithm>
#include <cstdio>

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

Diagnostics told_of(Diagnostics diagnostics, const std::vector<CalledFolder>& folders) {
    for (Diagnostic& diagnostic : diagnostics) {
        for (const CalledFolder& each : folders) {
            const std::string folder = (each.folder / "").string();
            const std::string called = each.called.empty() ? std::string() : (each.called / "").string();
            replace_all(diagnostic.message, folder, called);
            if (diagnostic.place.file) {
                std::string file = *diagnostic.place.file;
                replace_all(file, folder, called);
                diagnostic.place.file = std::make_shared<const std::string>(std::move(file));
            }
        }
    }
    return diagnostics;
}

void tell(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        std::fputs(to_text(diagnostic).c_str(), stderr);
    }
}

int fail(const Diagnostic& diagnostic) {
    tell({diagnostic});
    return status_of_cause(diagnostic.cause);
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
