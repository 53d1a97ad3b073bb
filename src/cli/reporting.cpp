#include "cli/reporting.hpp"

#include "cli/commands.hpp"
#include "cli/tell.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace rapporteur::cli {

namespace {

bool has_warnings(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& found) { return found.severity == Severity::warning; });
}

} // namespace

Diagnostics grouped(const Diagnostics& diagnostics) {
    Diagnostics all;
    std::map<std::pair<WarningKind, std::string>, std::size_t> groups; // where in `all` each stands
    for (const Diagnostic& found : diagnostics) {
        if (found.severity == Severity::error) {
            all.push_back(found);
            continue;
        }
        const auto [group, is_new] = groups.try_emplace({found.kind, found.language}, all.size());
        if (is_new) {
            all.push_back(found);
        } else {
            all[group->second].count += found.count;
        }
    }
    for (Diagnostic& found : all) {
        if (found.severity == Severity::warning && found.count > 1) {
            found.message = fmt::format("{}, first here; --verbose lists them",
                                        summary_of(found.kind, found.count, found.language));
            found.hint.clear();
        }
    }
    return all;
}

void report(const Diagnostics& diagnostics, const Reporting& reporting) {
    tell(reporting.warnings == Warnings::listed ? diagnostics : grouped(diagnostics));
}

bool fails(const Diagnostics& diagnostics, const Reporting& reporting) {
    return has_errors(diagnostics) || (reporting.strictness == Strictness::warnings_fail && has_warnings(diagnostics));
}

int status_of(const Diagnostics& diagnostics, const Reporting& reporting) {
    const int status = status_of(diagnostics);
    return status == done && fails(diagnostics, reporting) ? corpus_has_errors : status;
}

} // namespace rapporteur::cli
