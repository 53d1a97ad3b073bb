#include "pandoc/pandoc_run.hpp"

#include "support/own_fonts.hpp"

#include <chrono>
#include <csignal>
#include <cstring>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

// Seconds since 1970 of an ISO day.
std::string epoch_of(const std::string& iso) {
    const std::chrono::year_month_day day{std::chrono::year{std::stoi(iso.substr(0, 4))},
                                          std::chrono::month{static_cast<unsigned>(std::stoi(iso.substr(5, 2)))},
                                          std::chrono::day{static_cast<unsigned>(std::stoi(iso.substr(8, 2)))}};
    return std::to_string(std::chrono::sys_seconds(std::chrono::sys_days(day)).time_since_epoch().count());
}

std::string first_line(const std::string& text) {
    return text.substr(0, std::min(text.find('\n'), std::size_t{300}));
}

} // namespace

Command command_in(const std::filesystem::path& folder, const Pandoc& pandoc, const std::string& date) {
    Command command;
    command.program = pandoc.program;
    command.folder = folder;
    command.reads = own_font_folders();
    command.environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=" + folder.string(),
                           "SOURCE_DATE_EPOCH=" + epoch_of(date)};
    command.time_limit = pandoc.time_limit;
    command.memory_limit = pandoc.memory_limit;
    return command;
}

Result<Outcome> run_quietly(const Command& command, const std::string& task) {
    Result<Outcome> outcome = run(command);
    if (!outcome) {
        return outcome;
    }
    const std::string path = command.program.string();
    const std::string name = command.program.filename().string();
    switch (outcome->ending) {
    case Ending::out_of_time:
        return surroundings_failed(
            path,
            fmt::format("{} had not made {} after {} seconds and was stopped", name, task, command.time_limit.count()),
            "give it longer with --pandoc-timeout, which is the limit “pandoc-time”");
    case Ending::killed_by_signal:
        return surroundings_failed(
            path, fmt::format("{} was killed while it made {}: {}", name, task, strsignal(outcome->status)));
    case Ending::exited:
        break;
    }
    if (outcome->status != 0) {
        return surroundings_failed(path, fmt::format("{} failed to make {}, status {}: {}", name, task, outcome->status,
                                                     first_line(outcome->errors)));
    }
    if (!outcome->errors.empty()) {
        return surroundings_failed(
            path, fmt::format("{} warned while it made {}: {}", name, task, first_line(outcome->errors)));
    }
    return outcome;
}

} // namespace rapporteur::pandoc
