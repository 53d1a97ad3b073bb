#include "cli/progress.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace rapporteur::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto silence = 1s;
constexpr auto between = 200ms;
constexpr const char* clear_line = "\r\x1b[K"; // ECMA-48, 8.3.41

} // namespace

Progress::Progress(std::size_t all, std::string things)
    : total(all), counted(std::move(things)), is_shown(::isatty(STDERR_FILENO) == 1),
      next(std::chrono::steady_clock::now() + silence) {}

Progress::~Progress() {
    if (has_written) {
        std::fputs(clear_line, stderr);
    }
}

void Progress::add(std::size_t done) {
    const std::size_t now_done = so_far += done;
    if (!is_shown) {
        return;
    }
    const std::unique_lock lock(writing, std::try_to_lock);
    const auto now = std::chrono::steady_clock::now();
    if (lock && now >= next) {
        next = now + between;
        has_written = true;
        std::fputs(fmt::format("{}{} of {} {}", clear_line, now_done, total, counted).c_str(), stderr);
    }
}

} // namespace rapporteur::cli
