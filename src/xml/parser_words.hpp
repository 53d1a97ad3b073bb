#pragma once

// What libxml2 says of a file that isn't well-formed XML, in plain words.

#include <string>

namespace rapporteur::xml {

struct ParserMessage {
    std::string message;
    std::string hint;
};

// `code` and `text` are the error's own (xmlParserErrors).
ParserMessage of_ill_formed(int code, const std::string& text);

} // namespace rapporteur::xml
