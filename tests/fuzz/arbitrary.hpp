#pragma once

// Arbitrary but well-formed: text and Documents that keep what document.hpp promises (Unicode in NFC, single spaces,
// ids that are unique), whatever the bytes are.

#include "document/document.hpp"
#include "input.hpp"
#include "style/style.hpp"

namespace rapporteur::fuzz {

const style::Style& house_style();

std::string language(Input& input);

// Some characters, each from a script, a class or a mark that the bytes choose; or the bytes themselves where they are
// UTF-8.
std::string text(Input& input);

// A report of a few parts with blocks of every kind; its notes are called in order.
document::Document report(Input& input);
document::Table table(Input& input);

} // namespace rapporteur::fuzz
