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
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::pandoc {

// A site is the page of HTML in a folder of pages, one for each part.
enum class Format : std::uint8_t { epub, docx, html, site };

// A page of the PDF that is made from the same Document: the number that it bears, and what begins on it.
enum class Leaf : std::uint8_t { cover, title_page, text };
struct PageStart {
    std::string label; // "12"
    Leaf leaf = Leaf::text;
    // Of a leaf of text: indexes in Document::parts and Part::blocks, and 0 for the block itself, else the block's row,
    // list item or index entry, counted from 1.
    std::size_t part = 0;
    std::size_t block = 0;
    std::size_t item = 0;
};

// The same report in another language.
struct Translation {
    document::Language language;
    std::string file; // its name, beside this one
};

// What is made beside this publication, and what it takes from there or says of it.
struct Companions {
    std::string pdf;                       // the file's name; empty where there is no PDF to speak of
    std::string cover;                     // the PDF's first page as SVG, for an EPUB's cover
    std::vector<PageStart> pages;          // in reading order
    std::vector<Translation> translations; // all that are built together, this one among them; for HTML
};

// The pandoc that PATH leads to. Its AST's version follows from its own: 2.17 takes [1,22], 3.x takes [1,23].
struct Pandoc {
    std::filesystem::path program;
    std::string version; // "2.17.1.1"
    std::array<int, 2> api = {1, 22};
    std::vector<std::string> runtime = {}; // arguments for the runtime it was built with; empty where it takes none
    std::chrono::seconds time_limit{120};
    std::uint64_t memory_limit = std::uint64_t{16} << 30U; // bytes of address space
    std::optional<Diagnostic> warning = {};                // of a version newer than any that was tried
};

// Fails (surroundings) where there is no pandoc on PATH, where it doesn't tell its version in time, or where what it
// tells isn't one that is known.
Result<Pandoc> find(std::chrono::seconds time_limit = std::chrono::seconds{120});

// The JSON AST of `document` as `format` wants it.
std::string ast(const document::Document& document, Format format, const Companions& companions,
                std::array<int, 2> api);

// Makes `destination`, whole or not at all; of a site, the folder and what is in it.
Result<void> publish(const document::Document& document, const style::Style& style, Format format,
                     const Companions& companions, const Pandoc& pandoc, const std::filesystem::path& destination);

} // namespace rapporteur::pandoc
