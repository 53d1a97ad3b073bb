#include "pandoc/pandoc.hpp"
#include "support/process.hpp"

#include <charconv>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

constexpr std::array<int, 2> oldest_tried = {2, 17};
constexpr std::array<int, 2> newest_tried = {3, 9};
// For the garbage collector of the Haskell runtime: new objects in an area that a processor's cache holds (pandoc's own
// is 8 MiB), old ones left alone until there are 128 MiB of them. What pandoc makes is the same, a tenth sooner.
constexpr std::array runtime_arguments = {"+RTS", "-A2m", "-O128m", "-RTS"};

constexpr const char* how_to_install = "install the package pandoc (2.17 or newer)";

// "pandoc 2.17.1.1" → "2.17.1.1"; empty where the line isn't that.
std::string version_in(const std::string& output) {
    constexpr std::string_view name = "pandoc ";
    if (output.compare(0, name.size(), name) != 0) {
        return {};
    }
    const std::size_t end = output.find_first_not_of("0123456789.", name.size());
    return output.substr(name.size(), end - name.size());
}

std::array<int, 2> numbers_of(const std::string& version) {
    std::array<int, 2> numbers = {0, 0};
    const char* at = version.data();
    const char* end = at + version.size();
    for (int& number : numbers) {
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc() || next == end) {
            break;
        }
        at = next + 1;
    }
    return numbers;
}

Result<Outcome> ask_version(const Pandoc& pandoc) {
    Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    Command command;
    command.program = pandoc.program;
    command.arguments = {"--version"};
    command.arguments.insert(command.arguments.end(), pandoc.runtime.begin(), pandoc.runtime.end());
    command.folder = folder->path();
    command.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + folder->path().string()};
    command.time_limit = std::min(pandoc.time_limit, std::chrono::seconds(20));
    return run(command);
}

} // namespace

Result<Pandoc> find(std::chrono::seconds time_limit) {
    Pandoc pandoc;
    pandoc.time_limit = time_limit;
    pandoc.program = find_on_path("pandoc");
    if (pandoc.program.empty()) {
        return surroundings_failed({}, "pandoc isn't on PATH; EPUB, DOCX and HTML need it", how_to_install);
    }
    pandoc.runtime.assign(runtime_arguments.begin(), runtime_arguments.end());
    Result<Outcome> outcome = ask_version(pandoc);
    if (outcome && outcome->ending == Ending::exited && outcome->status != 0) {
        pandoc.runtime.clear();
        outcome = ask_version(pandoc);
    }
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    if (outcome->ending == Ending::out_of_time) {
        return surroundings_failed(pandoc.program.string(), "pandoc doesn't tell its version in time");
    }
    pandoc.version = version_in(outcome->output);
    const std::array<int, 2> version = numbers_of(pandoc.version);
    if (version < oldest_tried) {
        return surroundings_failed(pandoc.program.string(), "this isn't a pandoc that we know", how_to_install);
    }
    pandoc.api = version[0] >= 3 ? std::array<int, 2>{1, 23} : std::array<int, 2>{1, 22};
    if (version > newest_tried) {
        pandoc.warning.emplace();
        pandoc.warning->severity = Severity::warning;
        pandoc.warning->kind = WarningKind::other_pandoc;
        pandoc.warning->cause = Cause::surroundings;
        pandoc.warning->place = place_in(pandoc.program.string());
        pandoc.warning->message =
            fmt::format("pandoc {} is newer than any that was tried with this program", pandoc.version);
        pandoc.warning->hint = fmt::format("look at what it makes; {}.{} to {}.{} were tried", oldest_tried[0],
                                           oldest_tried[1], newest_tried[0], newest_tried[1]);
    }
    return pandoc;
}

} // namespace rapporteur::pandoc
