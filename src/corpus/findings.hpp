#pragma once

// What is wrong with the corpus, collected over all its files in one run.

#include "corpus/corpus.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace rapporteur::corpus {

class Findings {
public:
    void error(const Place& place, std::string message, std::string hint = {});
    void warning(const Place& place, std::string message, std::string hint = {});
    void translation_warning(const Place& place, std::string language, std::string message, std::string hint);
    void add(Diagnostic diagnostic);

    Count count() const;

    // By file in the order in which files were first complained of (what is found late about an early file, such as a
    // reference that leads nowhere, stands with that file), then by place. No more than a hundred a file, errors before
    // warnings: the rest are counted in one line.
    Diagnostics sorted() &&;

private:
    struct OfFile {
        Diagnostics kept;
        Count count;
    };

    std::vector<OfFile> files;
    std::unordered_map<std::string, std::size_t> ranks; // in `files`, by name
};

} // namespace rapporteur::corpus
