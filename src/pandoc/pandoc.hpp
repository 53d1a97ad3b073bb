#pragma once

// The reflowable formats: a Document becomes EPUB, DOCX or HTML through Pandoc, and the publisher's care around it is
// ours.
//
// The Document is written as Pandoc's JSON AST (every node ours: no raw blocks, no reference but to files that we put
// beside it), pandoc runs once per format in a private folder with a bare environment, a time limit and resource
// limits, its warnings are errors, and the package it made is finished here: metadata, roles, heading rows, fixed ZIP
// order and times. Same Document, same Style, same pandoc: same bytes.

#include "document/document.hpp"
#include "style/style.hpp"
#include "support/diagnostic.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace rapporteur::pandoc {

enum class Format : std::uint8_t { epub, docx };

// The pandoc that PATH leads to. Its AST's version follows from its own: 2.17 takes [1,22], 3.x takes [1,23].
struct Pandoc {
    std::filesystem::path program;
    std::string version; // "2.17.1.1"
    std::array<int, 2> api = {1, 22};
    std::chrono::seconds time_limit{120};
};

// Fails (surroundings) where there is no pandoc on PATH, where it doesn't tell its version in time, or where what it
// tells isn't one that is known.
Result<Pandoc> find(std::chrono::seconds time_limit = std::chrono::seconds{120});

// The JSON AST of `document` as `format` wants it.
std::string ast(const document::Document& document, Format format, std::array<int, 2> api);

// Makes `destination`, whole or not at all.
Result<void> publish(const document::Document& document, const style::Style& style, Format format, const Pandoc& pandoc,
                     const std::filesystem::path& destination);

} // namespace rapporteur::pandoc
