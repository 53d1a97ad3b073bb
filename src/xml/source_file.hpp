#pragma once

// One file of the corpus: its bytes, its name for messages, and where in it a byte stands.

#include "support/diagnostic.hpp"

#include <memory>
#include <string>
#include <vector>

namespace rapporteur::xml {

class SourceFile {
public:
    SourceFile(std::string name, std::string bytes);

    const std::string& bytes() const { return text; }
    const std::string& name() const { return *file; }
    Place whole() const { return Place{file, 1, 1}; }
    Place at(std::size_t offset) const;
    // The byte where line and column (from 1) stand.
    std::size_t offset_of(std::size_t line, std::size_t column) const;

private:
    std::shared_ptr<const std::string> file;
    std::string text;
    std::vector<std::size_t> lines; // where each line begins
};

} // namespace rapporteur::xml
