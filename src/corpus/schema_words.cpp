#include "corpus/schema_words.hpp"

#include <fmt/format.h>
#include <libxml/xmlerror.h>

namespace rapporteur::corpus {

namespace {

std::string without_namespaces(const std::string& text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') {
            const std::size_t end = text.find('}', at);
            if (end != std::string::npos) {
                at = end;
                continue;
            }
        }
        plain.push_back(text[at]);
    }
    while (!plain.empty() && (plain.back() == '\n' || plain.back() == ' ' || plain.back() == '.')) {
        plain.pop_back();
    }
    return plain;
}

// The text between the first `opening` after `from` and the `closing` after that.
std::string between(const std::string& text, std::string_view opening, std::string_view closing) {
    const std::size_t begin = text.find(opening);
    if (begin == std::string::npos) {
        return {};
    }
    const std::size_t start = begin + opening.size();
    const std::size_t end = text.find(closing, start);
    return end == std::string::npos ? std::string() : text.substr(start, end - start);
}

std::string what(const std::string& element, const std::string& attribute) {
    return attribute.empty() ? fmt::format("<{}>", element) : fmt::format("{} of <{}>", attribute, element);
}

std::string expected_of(const std::string& text) {
    const std::string list = between(text, "( ", " )");
    return list.empty() ? std::string() : fmt::format("here may stand: {}", list);
}

} // namespace

SchemaMessage in_plain_words(int code, const std::string& text) {
    const std::string plain = without_namespaces(text);
    const std::string element = between(plain, "Element '", "'");
    const std::string attribute = between(plain, ", attribute '", "'");
    const std::string value = between(plain, "The value '", "'");
    switch (code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
        if (plain.find("Missing child") != std::string::npos) {
            const std::string list = between(plain, "( ", " )");
            return {fmt::format("<{}> is incomplete", element), fmt::format("it still needs: {}", list)};
        }
        return {fmt::format("<{}> may not stand here", element), expected_of(plain)};
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
        return {fmt::format("<{}> lacks the attribute {}", element, between(plain, "The attribute '", "'")), {}};
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
        return {fmt::format("<{}> has no attribute {}", element, attribute),
                "see schema/corpus.xsd for those that it has"};
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
        return {fmt::format("<{}> holds elements only, no text of its own", element), "put the words into a <text>"};
    case XML_SCHEMAV_CVC_ELT_1:
        return {fmt::format("<{}> is no element that a file of the corpus may begin with", element),
                "a corpus begins with <corpus>, a partner's file with <partner>, both in urn:rapporteur:corpus:1"};
    case XML_SCHEMAV_CVC_ENUMERATION_VALID: {
        std::string choices = between(text, "set {", "}");
        return {fmt::format("{}: “{}” isn't one of the values that it may have", what(element, attribute), value),
                choices.empty() ? std::string("see schema/corpus.xsd for them") : "one of: " + choices};
    }
    case XML_SCHEMAV_CVC_PATTERN_VALID:
        return {fmt::format("{}: “{}” isn't written as it should be", what(element, attribute), value),
                "see its description in schema/corpus.xsd"};
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
        return {fmt::format("{}: “{}” is beyond what is allowed", what(element, attribute), value),
                "see its description in schema/corpus.xsd"};
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2:
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3: {
        const std::string given = between(plain, ": '", "'");
        return {fmt::format("{}: “{}” isn't a value that it may have", what(element, attribute), given),
                "see its description in schema/corpus.xsd", true};
    }
    default:
        return {plain, {}};
    }
}

} // namespace rapporteur::corpus
