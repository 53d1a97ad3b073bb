#pragma once

// libxml2's schema errors in plain words.

#include "support/diagnostic.hpp"

#include <string>

namespace rapporteur::corpus {

struct SchemaMessage {
    std::string message;
    std::string hint;
    bool repeats = false; // libxml2 says the same fault twice: once for the facet, once for the type
};

// `code` is libxml2's, `text` its message.
SchemaMessage in_plain_words(int code, const std::string& text);

} // namespace rapporteur::corpus
