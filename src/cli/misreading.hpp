#pragma once

// What is said of a command line that can't be read: in the form of all other errors, with a hint at the right help.

#include "support/diagnostic.hpp"

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace rapporteur::cli {

Diagnostic misreading(const CLI::App& program, const CLI::ParseError& error);

// A value must be one of these; `thing` is what they are: a format, an audience.
CLI::Validator one_of(const std::string& thing, const std::vector<std::string>& names);
CLI::Validator whole_number(int least, int most);
CLI::Validator folder_that_is_there();
CLI::Validator part_of_parts();   // "2/8"
CLI::Validator limit_and_value(); // "partners=200000"

} // namespace rapporteur::cli
