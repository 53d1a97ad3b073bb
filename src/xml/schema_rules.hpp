#pragma once

// What an XML Schema says of its own elements, attributes and types, in the words of its documentation: so that a
// message holds the rule that was broken, and the rule is written once, in the schema.

#include <filesystem>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace rapporteur::xml {

class SchemaRules {
public:
    // Reads the schema and those that it imports or includes. What can't be read has no rules.
    explicit SchemaRules(const std::filesystem::path& schema);

    // The rule for an attribute's value, or for an element's text where `attribute` is empty: "a day: YYYY-MM-DD, such
    // as 2026-11-24". Names are local ones. Empty where the schema has no words for it.
    std::string rule_of(const std::string& element, const std::string& attribute) const;

    // The attributes that an element may have, by their names as they are written; none where several elements of that
    // name differ in them.
    std::vector<std::string> attributes_of(const std::string& element) const;

    // The elements that a file may begin with, and their namespace.
    std::vector<std::string> roots() const;
    std::string name_space() const;

private:
    using Nodes = std::vector<pugi::xml_node>;

    void read(const std::filesystem::path& file);
    pugi::xml_node named(const char* kind, std::string_view name) const;
    // The complex or simple types that elements of this name have.
    Nodes types_of(const std::string& element) const;
    void add_attributes(const pugi::xml_node& type, Nodes& attributes) const;
    std::string words_of_type(const pugi::xml_node& type) const;
    std::string words_of_type_named(std::string_view name) const;
    void add_values(const pugi::xml_node& type, std::vector<std::string>& values) const;

    std::vector<std::filesystem::path> files;
    std::vector<std::unique_ptr<pugi::xml_document>> documents; // the schema itself first
};

} // namespace rapporteur::xml
