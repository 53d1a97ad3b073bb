#pragma once

// Who is called what, and who points at whom, over all files: ids are unique in the corpus, references lead somewhere.

#include "corpus/findings.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace rapporteur::corpus {

enum class Named : std::uint8_t { holder, source, partner, term, other };

class Ledger {
public:
    // False where the id was given before, which is an error; in a copy of a partner it isn't reported again.
    bool define(const std::string& id, Named kind, const Place& place, Findings& findings);
    void reading_copy(bool copy);
    void refer(const std::string& id, Named kind, const Place& place);

    // After the last file: references that lead nowhere; and, where every file could be read, sources that nothing
    // names.
    void check_references(Findings& findings) const;
    void check_sources(Findings& findings) const;

private:
    struct Definition {
        Named kind = Named::other;
        Place place;
    };
    struct Reference {
        std::string id;
        Named kind = Named::other;
        Place place;
    };
    std::string nearest(const std::string& id, Named kind) const;

    std::unordered_map<std::string, Definition> definitions;
    std::vector<Reference> references;
    bool is_copy = false;
};

} // namespace rapporteur::corpus
