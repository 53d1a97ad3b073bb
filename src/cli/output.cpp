#include "cli/output.hpp"

#include "support/utf8.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <iostream>
#include <string>

namespace rapporteur::cli {

namespace {

int first_failure = 0; // of a write to standard output: an error number, reported at the end

void write(std::string_view bytes, std::FILE* stream) {
    errno = 0;
    if (std::fwrite(bytes.data(), 1, bytes.size(), stream) != bytes.size() && stream == stdout && first_failure == 0) {
        first_failure = errno;
    }
}

} // namespace

Result<void> finish_output() {
    errno = 0;
    const bool is_flushed = std::cout.flush() && std::fflush(stdout) == 0; // std::cout: CLI11's help
    if (!is_flushed && first_failure == 0) {
        first_failure = errno;
    }
    if (first_failure == 0 && is_flushed && std::ferror(stdout) == 0) {
        return {};
    }
    if (first_failure == EPIPE) {
        std::signal(SIGPIPE, SIG_DFL);
        std::raise(SIGPIPE);
    }
    const std::string why = first_failure == 0 ? std::string() : fmt::format(": {}", std::strerror(first_failure));
    return surroundings_failed({}, "what was to be shown can't be written to standard output" + why);
}

void print_line(std::string_view text) {
    write(printable(text) + "\n", stdout);
}

void print_text(std::string_view text) {
    write(printable_lines(text), stdout);
}

void print_json(std::string_view text) {
    write(printable_json(text), stdout);
}

void print_data(std::string_view bytes) {
    write(bytes, stdout);
}

void print_error(std::string_view text) {
    write(printable_lines(text), stderr);
}

} // namespace rapporteur::cli
