#pragma once

// The one way in which rapporteur says that something is wrong.
//
// A Diagnostic names the place, what is wrong and, where one helps, what to do next. It prints in the form that
// editors understand: `file:line:column: error: message`, and `hint: …` on a line of its own below it.
// A function that can fail returns Result<T>; one that finds many faults in one run collects Diagnostics.

#include "support/warning_kinds.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace rapporteur {

enum class Severity : std::uint8_t { error, warning };

// What kind of failure it is: it decides the exit status, never the wording.
enum class Cause : std::uint8_t {
    corpus,       // the corpus (or the style) says something wrong: status 1
    command_line, // the command line asks for something wrong: status 2
    surroundings  // disk, fonts, pandoc: status 3
};

// Where in a file; line and column count from 1, 0 where the whole file (or no file) is meant.
// Copies share the file's name, so a place costs little wherever it is kept.
struct Place {
    std::shared_ptr<const std::string> file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

Place place_in(std::string file);

struct Diagnostic {
    Severity severity = Severity::error;
    Cause cause = Cause::corpus;
    Place place;
    std::string message;       // what is wrong, with the thing's own name; no full stop
    std::string hint;          // what to do next; empty where there is nothing to add
    std::string language = {}; // of the translation that it is about; empty where it is about none
    WarningKind kind = WarningKind::none;
    std::string partner = {}; // the id of the partner that a warning is about; empty where it is about none
    std::size_t count = 1;    // how many of its kind and language it stands for
};

using Diagnostics = std::vector<Diagnostic>;

template <class T>
using Result = tl::expected<T, Diagnostic>;

Diagnostic warning(WarningKind kind, Place place, std::string message, std::string hint = {});

// A failure of the surroundings (exit status 3), about a file or about none (an empty name).
tl::unexpected<Diagnostic> surroundings_failed(std::string file, std::string message, std::string hint = {});

// `file:line:column: error: message`, newline, and the hint's line where there is one. Ends with a newline.
std::string to_text(const Diagnostic& diagnostic);

bool has_errors(const Diagnostics& diagnostics);

} // namespace rapporteur
