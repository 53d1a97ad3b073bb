#include "pandoc/pandoc.hpp"
#include "support/process.hpp"

#include <charconv>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

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

} // namespace

Result<Pandoc> find(std::chrono::seconds time_limit) {
    Pandoc pandoc;
    pandoc.time_limit = time_limit;
    pandoc.program = find_on_path("pandoc");
    if (pandoc.program.empty()) {
        return surroundings_failed({}, "pandoc isn't on PATH; EPUB and DOCX need it", how_to_install);
    }
    Result<TemporaryFolder> folder = TemporaryFolder::create();
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    Command command;
    command.program = pandoc.program;
    command.arguments = {"--version"};
    command.folder = folder->path();
    command.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + folder->path().string()};
    command.time_limit = std::min(time_limit, std::chrono::seconds(20));
    const Result<Outcome> outcome = run(command);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    if (outcome->ending == Ending::out_of_time) {
        return surroundings_failed(pandoc.program.string(), "pandoc doesn't tell its version in time");
    }
    pandoc.version = version_in(outcome->output);
    const std::array<int, 2> version = numbers_of(pandoc.version);
    if (version < std::array<int, 2>{2, 17}) {
        return surroundings_failed(pandoc.program.string(), "this isn't a pandoc that we know", how_to_install);
    }
    pandoc.api = version[0] >= 3 ? std::array<int, 2>{1, 23} : std::array<int, 2>{1, 22};
    return pandoc;
}

} // namespace rapporteur::pandoc
