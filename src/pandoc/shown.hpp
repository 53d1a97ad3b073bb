#pragma once

// Everything that a document shows as a picture, in its order: charts, and pictures that somebody brought. Each is a
// file in pandoc's folder, and an image in what pandoc makes.

#include "document/document.hpp"

#include <string>
#include <variant>
#include <vector>

namespace rapporteur::pandoc {

using Shown = std::variant<const document::Figure*, const document::Picture*>;

std::vector<Shown> shown_in(const document::Document& document);

// What the one of this number, counted from 0, is called.
std::string file_name(const document::Figure& figure, std::size_t number);   // "figure-1.svg"
std::string file_name(const document::Picture& picture, std::size_t number); // "picture-2.jpg"

} // namespace rapporteur::pandoc
