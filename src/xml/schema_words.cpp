#include "xml/schema_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <libxml/xmlerror.h>

namespace rapporteur::xml {

namespace {

// Names without their namespaces, but xml:lang as it is written.
std::string without_namespaces(const std::string& text) {
    constexpr std::string_view of_xml = "http://www.w3.org/XML/1998/namespace";
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') {
            const std::size_t end = text.find('}', at);
            if (end != std::string::npos && text.compare(at + 1, end - at - 1, of_xml) == 0) {
                plain += "xml:";
                at = end;
                continue;
            }
            if (end != std::string::npos && text.find(':', at) < end) {
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

SchemaMessage wrong_value(const std::string& element, const std::string& attribute, const std::string& value,
                          const std::string& rule) {
    const std::string place = what(element, attribute);
    if (value.empty()) {
        return {fmt::format("{} is empty", place), rule, place};
    }
    return {fmt::format("{}: “{}” isn't a value that it may have", place, value), rule, place};
}

// An element that no file may begin with: mostly its namespace is missing or another.
SchemaMessage wrong_root(const std::string& text, const std::string& element, const SchemaRules& rules) {
    const std::vector<std::string> roots = rules.roots();
    const std::string said = between(text, "Element '{", "}");
    const bool is_root = std::find(roots.begin(), roots.end(), element) != roots.end();
    if (is_root) {
        return {said.empty() ? fmt::format("<{}> has no namespace", element)
                             : fmt::format("<{}> is in the namespace “{}”", element, said),
                fmt::format("write xmlns=\"{}\" in its tag", rules.name_space()),
                {}};
    }
    return {fmt::format("<{}> is no element that a file may begin with", element),
            fmt::format("it begins with <{}>, with xmlns=\"{}\" in its tag", fmt::join(roots, "> or <"),
                        rules.name_space()),
            {}};
}

} // namespace

SchemaMessage in_plain_words(int code, const std::string& text, const SchemaRules& rules) {
    const std::string plain = without_namespaces(text);
    const std::string element = between(plain, "Element '", "'");
    const std::string attribute = between(plain, ", attribute '", "':");
    const std::string local = attribute.substr(attribute.find(':') + 1); // npos + 1 is 0
    switch (code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
        if (plain.find("Missing child") != std::string::npos) {
            const std::string list = between(plain, "( ", " )");
            return {fmt::format("<{}> is incomplete", element), fmt::format("it still needs: {}", list), {}};
        }
        return {fmt::format("<{}> may not stand here", element), expected_of(plain), {}};
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: {
        const std::string missing = between(plain, "The attribute '", "'");
        return {fmt::format("<{}> lacks {}", element, missing),
                rules.rule_of(element, missing.substr(missing.find(':') + 1)),
                {}};
    }
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2: {
        const std::vector<std::string> names = rules.attributes_of(element);
        return {fmt::format("<{}> has no attribute {}", element, attribute),
                names.empty() ? std::string() : fmt::format("it has: {}", fmt::join(names, ", ")),
                {}};
    }
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
        return {
            fmt::format("<{}> holds elements only, no text of its own", element), "put the words into a <text>", {}};
    case XML_SCHEMAV_CVC_ELT_1:
        return wrong_root(text, element, rules);
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
    case XML_SCHEMAV_CVC_PATTERN_VALID:
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
        return wrong_value(element, attribute, between(text, "The value '", "' "), rules.rule_of(element, local));
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2:
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
        return wrong_value(element, attribute, between(text, ": '", "' is not"), rules.rule_of(element, local));
    default:
        return {plain, {}, {}};
    }
}

} // namespace rapporteur::xml
