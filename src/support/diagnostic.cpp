#include "support/diagnostic.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur {

Place place_in(std::string file) {
    return Place{std::make_shared<const std::string>(std::move(file)), 0, 0};
}

Diagnostic warning(WarningKind kind, Place place, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::warning;
    diagnostic.kind = kind;
    diagnostic.place = std::move(place);
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

tl::unexpected<Diagnostic> surroundings_failed(std::string file, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.cause = Cause::surroundings;
    if (!file.empty()) {
        diagnostic.place = place_in(std::move(file));
    }
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

std::string to_text(const Diagnostic& diagnostic) {
    const Place& place = diagnostic.place;
    std::string where = place.file ? printable(*place.file) : "rapporteur";
    if (place.line > 0) {
        where += fmt::format(":{}:{}", place.line, std::max<std::uint32_t>(place.column, 1));
    }
    const char* severity = diagnostic.severity == Severity::error ? "error" : "warning";
    std::string text = fmt::format("{}: {}: {}\n", where, severity, printable(diagnostic.message));
    if (!diagnostic.hint.empty()) {
        text += fmt::format("{}: hint: {}\n", where, printable(diagnostic.hint));
    }
    return text;
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& found) { return found.severity == Severity::error; });
}

} // namespace rapporteur
