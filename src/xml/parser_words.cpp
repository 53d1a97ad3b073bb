#include "xml/parser_words.hpp"

#include <fmt/format.h>
#include <libxml/xmlerror.h>
#include <sstream>
#include <vector>

namespace rapporteur::xml {

namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

std::string quoted_in(const std::string& text) {
    const std::size_t begin = text.find('\'');
    const std::size_t end = text.find('\'', begin + 1);
    return end == std::string::npos ? std::string() : text.substr(begin + 1, end - begin - 1);
}

} // namespace

ParserMessage of_ill_formed(int code, const std::string& text) {
    const std::vector<std::string> words = words_of(text);
    switch (code) {
    case XML_ERR_DOCUMENT_EMPTY:
        return {"no tag stands here: this isn't XML", "a corpus begins with <corpus>, a partner's file with <partner>"};
    case XML_ERR_TAG_NAME_MISMATCH: // "Opening and ending tag mismatch: partner line 9 and partners"
        if (words.size() == 10) {
            return {
                fmt::format("</{}> stands here, but <{}> of line {} isn't closed yet", words[9], words[5], words[7]),
                fmt::format("close it with </{}> where it ends", words[5])};
        }
        break;
    case XML_ERR_TAG_NOT_FINISHED: // "Premature end of data in tag corpus line 2"
        if (words.size() == 9) {
            return {fmt::format("the file ends, but <{}> of line {} isn't closed yet", words[6], words[8]),
                    fmt::format("close it with </{}>", words[6])};
        }
        break;
    case XML_ERR_NAME_REQUIRED:
        if (text.find("EntityRef") != std::string::npos) {
            return {"an & by itself", "write it as &amp;"};
        }
        break;
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
        return {"an & by itself", "write it as &amp;"};
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
        return {fmt::format("&{}; means nothing here", quoted_in(text)), "write the character itself"};
    case XML_ERR_LT_IN_ATTRIBUTE:
        return {"a < within an attribute", "write it as &lt;, or close the quotes of the attribute before it"};
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
        return {"the value of an attribute isn't in quotes", "write it as name=\"value\""};
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
        return {"an attribute without a value", "write it as name=\"value\""};
    case XML_ERR_ATTRIBUTE_REDEFINED: // "Attribute source redefined"
        if (words.size() == 3) {
            return {fmt::format("the attribute {} is given twice in one tag", words[1]), "take one of them out"};
        }
        break;
    case XML_ERR_DOCUMENT_END:
        return {"more stands after the end of the whole", "take it out, or put it before the last closing tag"};
    default:
        break;
    }
    if (text.find("huge text node") != std::string::npos) {
        return {"a text longer than any of a corpus: 10 MB and more", {}};
    }
    return {fmt::format("this isn't well-formed XML: {}", text), {}};
}

} // namespace rapporteur::xml
