#pragma once

// What the find box of a site looks through: the words of every block, and where it stands.

#include "pandoc/json.hpp"

#include <pugixml.hpp>
#include <string>

namespace rapporteur::pandoc {

class Places {
public:
    Places() { json.open('['); }

    // The blocks of a part on its page. Those that have no id get one, so that a result can lead to them.
    void add(const pugi::xml_node& section, const std::string& page);

    // A script that gives the page `placesOfReport`: [page, id, title of the part, words] for each.
    std::string script();

private:
    Json json;
};

} // namespace rapporteur::pandoc
