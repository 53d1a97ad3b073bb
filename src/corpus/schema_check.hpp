#pragma once

// schema/corpus.xsd held against a file as libxml2 streams through it, with libxml2's messages in plain words.

#include "corpus/findings.hpp"
#include "corpus/source_file.hpp"

#include <filesystem>
#include <memory>

namespace rapporteur::corpus {

class Schema {
public:
    // Fails (surroundings) where the schema can't be read.
    static Result<Schema> load(const std::filesystem::path& path);
    ~Schema();
    Schema(Schema&&) noexcept;
    Schema& operator=(Schema&&) noexcept;

    // Adds what is wrong in a file that is fit to be parsed (see screening.hpp). False where it isn't well-formed XML,
    // so that nothing more can be read from it. No network, no entity beyond XML's own five.
    bool check(const SourceFile& file, Findings& findings) const;

private:
    struct Rules;
    explicit Schema(std::unique_ptr<Rules> rules);
    std::unique_ptr<Rules> rules;
};

} // namespace rapporteur::corpus
