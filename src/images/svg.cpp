#include "images/svg.hpp"

#include "support/process.hpp"

namespace rapporteur::images {

namespace {

// 300 dots to an inch over the text of an A4 page, and no more than the page is high.
constexpr const char* widest = "2000";
constexpr const char* highest = "2800";
constexpr std::chrono::seconds time_limit{30};
constexpr std::uint64_t memory_limit = std::uint64_t{2} << 30U;

std::string first_line(const std::string& said) {
    return said.substr(0, said.find('\n'));
}

} // namespace

Result<tl::expected<std::string, std::string>> drawn_svg(const std::string& bytes,
                                                         const std::filesystem::path& folder) {
    Command command;
    command.program = find_on_path("rsvg-convert");
    if (command.program.empty()) {
        return surroundings_failed({}, "rsvg-convert, which draws an SVG, isn't installed",
                                   "install librsvg2-bin, or make the picture a PNG");
    }
    command.arguments = {"--format=png", "--keep-aspect-ratio", "--width", widest, "--height", highest};
    command.folder = folder;
    command.environment = {"HOME=" + folder.string(), "LC_ALL=C.UTF-8"};
    command.input = bytes;
    command.time_limit = time_limit;
    command.memory_limit = memory_limit;
    Result<Outcome> outcome = run(command);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    using Drawn = tl::expected<std::string, std::string>;
    switch (outcome->ending) {
    case Ending::out_of_time:
        return Drawn(tl::unexpected<std::string>("it takes too long to draw"));
    case Ending::killed_by_signal:
        return Drawn(tl::unexpected<std::string>("it takes more memory to draw than a picture may"));
    case Ending::exited:
        break;
    }
    return outcome->status == 0 ? Drawn(std::move(outcome->output))
                                : Drawn(tl::unexpected<std::string>(first_line(outcome->errors)));
}

} // namespace rapporteur::images
