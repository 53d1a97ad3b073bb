#pragma once

// XML Schemas of the program's own, parsed by libxml2.
//
// libxml2 fetches whatever a schema imports and whatever an instance names in xsi:schemaLocation, from the disk and
// from the network. Here it gets the files beside the schema that is being loaded (`*.xsd` in its folder, read as
// regular files of at most 1 MiB) and nothing else: no other file, no network, no external entity, neither then nor
// while files are checked.

#include "support/diagnostic.hpp"

#include <filesystem>
#include <memory>

struct _xmlSchema; // libxml2's xmlSchema

namespace rapporteur::xml {

class LoadedSchema {
public:
    // Fails (surroundings) where the schema, or one that it imports, can't be read.
    static Result<LoadedSchema> load(const std::filesystem::path& path);

    _xmlSchema* get() const { return rules.get(); }

private:
    struct Release {
        void operator()(_xmlSchema* schema) const;
    };
    explicit LoadedSchema(_xmlSchema* parsed) : rules(parsed) {}
    std::unique_ptr<_xmlSchema, Release> rules;
};

// From here on libxml2 opens no file of its own accord in this process. LoadedSchema::load() calls it too.
void keep_libxml2_from_opening_files();

} // namespace rapporteur::xml
