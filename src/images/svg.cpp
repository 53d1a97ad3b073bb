#include "images/svg.hpp"

#include "support/own_fonts.hpp"
#include "support/process.hpp"

#include <array>
#include <chrono>
#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace rapporteur::images {

namespace {

// 300 pixels to an inch over the text of an A4 page, and no more than the page is high.
constexpr const char* widest = "2000";
constexpr const char* highest = "2800";

using Drawn = tl::expected<std::string, std::string>;

// What it says of the first thing that it can't do, without its own name for what it reads.
std::string first_line(const std::string& said) {
    constexpr std::string_view before = "Error reading SVG stdin: ";
    const std::string line = said.substr(0, said.find('\n'));
    return line.starts_with(before) ? line.substr(before.size()) : line;
}

Result<Drawn> draw(const std::string& bytes, std::vector<std::string> how, const std::filesystem::path& folder,
                   const DrawingLimits& limits) {
    Command command;
    command.program = find_on_path("rsvg-convert");
    if (command.program.empty()) {
        return surroundings_failed({}, "rsvg-convert, which draws an SVG, isn't installed",
                                   "install librsvg2-bin, or make the picture a PNG");
    }
    command.arguments = std::move(how);
    command.folder = folder;
    command.reads = own_font_folders();
    command.environment = {"HOME=" + folder.string(), "LC_ALL=C.UTF-8"};
    command.input = bytes;
    command.time_limit = limits.time;
    command.memory_limit = limits.memory;
    Result<Outcome> outcome = run(command);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    switch (outcome->ending) {
    case Ending::out_of_time:
        return Drawn(tl::unexpected(fmt::format(
            "it takes longer to draw than the limit “drawing-time” allows, {} seconds", limits.time.count())));
    case Ending::killed_by_signal:
        return Drawn(
            tl::unexpected<std::string>("it takes more memory to draw than the limit “drawing-memory” allows"));
    case Ending::exited:
        break;
    }
    return outcome->status == 0 ? Drawn(std::move(outcome->output))
                                : Drawn(tl::unexpected<std::string>(first_line(outcome->errors)));
}

} // namespace

Result<tl::expected<DrawnSvg, std::string>> drawn_svg(const std::string& bytes, const std::filesystem::path& folder,
                                                      const DrawingLimits& limits) {
    using All = tl::expected<DrawnSvg, std::string>;
    DrawnSvg drawn;
    std::string outlined; // the same with its letters as outlines, which a PDF of it keeps
    struct Step {
        const std::string& from;
        std::vector<std::string> how;
        std::string& to;
    };
    const std::array<Step, 3> steps = {{
        {bytes, {"--format=png", "--keep-aspect-ratio", "--width", widest, "--height", highest}, drawn.pixels},
        {bytes, {"--format=svg"}, outlined},
        {outlined, {"--format=pdf"}, drawn.vectors},
    }};
    for (const Step& step : steps) {
        Result<Drawn> made = draw(step.from, step.how, folder, limits);
        if (!made) {
            return tl::unexpected(made.error());
        }
        if (!*made) {
            return All(tl::unexpected(made->error()));
        }
        step.to = std::move(**made);
    }
    return All(std::move(drawn));
}

} // namespace rapporteur::images
