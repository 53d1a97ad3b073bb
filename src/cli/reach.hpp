#pragma once

// What each command may open: the files that its arguments name, the program's own, and what the programs that it runs
// need. Everything else is closed to it before it reads its first file.

#include "cli/commands.hpp"
#include "cli/memory.hpp"
#include "support/fence.hpp"
#include "support/signals.hpp"

namespace rapporteur::cli {

Reach reach_of(const CheckOptions& options);
Reach reach_of(const TranslationStatusOptions& options);
Reach reach_of(const BuildOptions& options);
Reach reach_of(const BriefOptions& options);
Reach reach_of(const SnapshotOptions& options);
Reach reach_of(const VerifyOptions& options);
Reach reach_of(const DiffOptions& options);
Reach reach_of(const ExplainOptions& options);
Reach reach_of(const DeadlinesOptions& options);

template <class Options>
const Limits& limits_of(const Options& options) {
    if constexpr (requires { options.making; }) {
        return options.making.resources.limits;
    } else {
        return options.resources.limits;
    }
}

// Runs the command within its reach and its memory, and gives its exit status.
template <class Options>
int fenced(const Options& options, int (*command)(const Options&)) {
    Result<void> ready = confine(reach_of(options));
    ready = ready ? clear_up_at_signals() : ready;
    ready = ready ? bound_memory(limits_of(options)) : ready;
    return ready ? command(options) : fail(ready.error());
}

} // namespace rapporteur::cli
