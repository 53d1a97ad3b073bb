#pragma once

// What is looked at before the XML parser sees a file: that it is UTF-8 and says so, has no DOCTYPE, and no tag or
// depth that the parser's own algorithms would choke on (its search for doubled attributes takes the square of their
// number).

#include "corpus/findings.hpp"
#include "xml/source_file.hpp"

namespace rapporteur::corpus {

// Adds what is wrong. False where the file must not be parsed.
bool fit_to_parse(const xml::SourceFile& file, Findings& findings, const Limits& limits);

} // namespace rapporteur::corpus
