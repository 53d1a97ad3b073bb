#pragma once

// The one way to standard output and standard error. What comes from a corpus, a path or a program could hold
// characters that command a terminal or turn the direction of its text: they are made visible.

#include "support/diagnostic.hpp"

#include <string_view>

namespace rapporteur::cli {

void print_line(std::string_view text);  // with a new line at its end
void print_text(std::string_view text);  // lines that have theirs
void print_json(std::string_view text);  // the same, by JSON's own escapes
void print_data(std::string_view bytes); // as they are: a format with rules of its own, for a file
void print_error(std::string_view text); // lines, to standard error

// Whether all that was printed got to standard output. Where its reader has gone (`| head`), the program ends by
// SIGPIPE, as is usual: to be called last.
Result<void> finish_output();

} // namespace rapporteur::cli
