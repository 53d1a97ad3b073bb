#pragma once

// What is wrong with the corpus, collected over all its files in one run.

#include "support/diagnostic.hpp"

namespace rapporteur::corpus {

class Findings {
public:
    void error(const Place& place, std::string message, std::string hint = {});
    void warning(const Place& place, std::string message, std::string hint = {});
    void add(Diagnostic diagnostic);

    // By file in the order in which files were first complained of, then by place. No more than a hundred a file: the
    // rest are counted in one line.
    Diagnostics sorted() &&;

private:
    Diagnostics found;
};

} // namespace rapporteur::corpus
