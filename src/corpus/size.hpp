#pragma once

// How large a corpus has become while it is read, file by file, against what limits allow of it.

#include "corpus/findings.hpp"
#include "support/limits.hpp"
#include "xml/source_file.hpp"

#include <pugixml.hpp>

namespace rapporteur::corpus {

class CorpusSize {
public:
    // Counts a file's bytes, partners and texts. False, with an error, where the corpus has become too large.
    bool add(const xml::SourceFile& file, const pugi::xml_node& root, Findings& findings, const Limits& limits);

    bool is_beyond() const { return beyond; }

private:
    std::uint64_t bytes = 0;
    std::uint64_t partners = 0;
    std::uint64_t texts = 0;
    bool beyond = false;
};

} // namespace rapporteur::corpus
