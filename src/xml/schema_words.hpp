#pragma once

// libxml2's schema errors in plain words, with the rule that was broken.

#include "support/diagnostic.hpp"
#include "xml/schema_rules.hpp"

#include <string>

namespace rapporteur::xml {

struct SchemaMessage {
    std::string message;
    std::string hint;
    std::string value_of; // of a wrong value, the element and the attribute that have it: libxml2 may say it twice
};

// `code` is libxml2's, `text` its message.
SchemaMessage in_plain_words(int code, const std::string& text, const SchemaRules& rules);

} // namespace rapporteur::xml
