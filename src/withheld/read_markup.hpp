#pragma once

#include "withheld/sought.hpp"

namespace rapporteur::withheld {

enum class Markup : std::uint8_t {
    format, // a part of a publication: of its attributes, those that are shown or come from the corpus are words
    corpus, // the corpus that travels with a report: it has facts in all its attributes
    data    // XMP and the properties of a DOCX's program: of its texts, those of Dublin Core are words
};

// All that XML says: its text, its attributes, and the rest of it. Fails where it isn't well-formed.
Result<std::vector<Reading>> read_xml(std::string_view bytes, const std::string& where, Markup markup);

// The same of HTML, which need not be well-formed, with the files that are in it as data: addresses.
Result<std::vector<Reading>> read_html(std::string_view bytes, const std::string& where);

} // namespace rapporteur::withheld
