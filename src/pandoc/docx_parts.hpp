#pragma once

#include "support/package.hpp"

#include <string>
#include <vector>

namespace rapporteur::pandoc {

// A part that the main document refers to.
struct DocxPart {
    std::string name;         // "word/header1.xml"
    std::string content_type; // empty where the extension tells it
    std::string relationship; // the last word of its type: "header"
    std::string id;           // of the relation
    std::string bytes;
};

// Puts parts into the package, with their relations and content types; one that is there already gets the new bytes.
Result<void> put_parts(Package& package, std::vector<DocxPart> parts);

} // namespace rapporteur::pandoc
