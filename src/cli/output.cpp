#include "cli/output.hpp"

#include "support/utf8.hpp"

#include <cstdio>
#include <string>

namespace rapporteur::cli {

namespace {

void write(std::string_view bytes, std::FILE* stream) {
    std::fwrite(bytes.data(), 1, bytes.size(), stream); // a failure is kept by the stream, and reported at the end
}

} // namespace

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
