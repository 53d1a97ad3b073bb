#pragma once

// An XML Schema held against a file as libxml2 streams through it, with libxml2's messages in plain words.

#include "support/diagnostic.hpp"
#include "xml/source_file.hpp"

#include <filesystem>
#include <memory>

namespace rapporteur::xml {

struct Checked {
    Diagnostics faults;      // in the order of the file
    bool well_formed = true; // else nothing more can be read from it
};

class Schema {
public:
    // Fails (surroundings) where the schema can't be read.
    static Result<Schema> load(const std::filesystem::path& path);
    ~Schema();
    Schema(Schema&&) noexcept;
    Schema& operator=(Schema&&) noexcept;

    // What is wrong in a file that is small and simple enough to be parsed (see corpus/screening.hpp). No network, no
    // entity beyond XML's own five.
    Checked check(const SourceFile& file) const;

private:
    struct Rules;
    explicit Schema(std::unique_ptr<Rules> rules);
    std::unique_ptr<Rules> rules;
};

} // namespace rapporteur::xml
