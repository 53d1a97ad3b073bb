#include "xml/schema_rules.hpp"

#include "support/files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>
#include <string_view>

namespace rapporteur::xml {

namespace {

constexpr std::uint64_t largest_schema = 1U << 24U;

std::string_view local(std::string_view name) {
    return name.substr(name.find(':') + 1); // npos + 1 is 0
}

std::vector<std::string> words_in(const char* text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

// An annotation as part of a sentence: on one line, without a capital at its start and a full stop at its end.
std::string documentation_of(const pugi::xml_node& node) {
    const char* written = node.child("xs:annotation").child_value("xs:documentation");
    std::string text = fmt::format("{}", fmt::join(words_in(written), " "));
    if (!text.empty() && text.back() == '.') {
        text.pop_back();
    }
    const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const std::size_t end = std::min(text.find(' '), text.size());
    const bool is_name =
        end > 1 && std::any_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), is_capital);
    if (!text.empty() && is_capital(text[0]) && !is_name) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::string first_sentence(const std::string& text) {
    return text.substr(0, text.find(". "));
}

// XML Schema's own types (XML Schema Part 2, 3).
std::string words_of_built_in(std::string_view name) {
    if (name == "boolean") {
        return "true or false";
    }
    if (name == "decimal") {
        return "a number, such as 0.5";
    }
    return name == "integer" ? "a whole number, such as 400" : "";
}

// "from 0 to 5000", "at most 100 characters"
std::string bounds_of(const pugi::xml_node& restriction) {
    const std::string least = restriction.child("xs:minInclusive").attribute("value").value();
    const std::string most = restriction.child("xs:maxInclusive").attribute("value").value();
    const std::string longest = restriction.child("xs:maxLength").attribute("value").value();
    const std::string range = least.empty() || most.empty() ? "" : fmt::format("from {} to {}", least, most);
    return longest.empty() ? range : fmt::format("at most {} characters", longest);
}

void append(std::string& text, std::string_view between, const std::string& more) {
    if (!more.empty() && text.find(more) == std::string::npos) {
        text += text.empty() ? "" : between;
        text += more;
    }
}

} // namespace

SchemaRules::SchemaRules(const std::filesystem::path& schema) {
    read(schema);
}

void SchemaRules::read(const std::filesystem::path& file) {
    const Result<std::string> bytes = read_file(file, largest_schema);
    if (!bytes || std::find(files.begin(), files.end(), file) != files.end()) {
        return;
    }
    files.push_back(file);
    documents.push_back(std::make_unique<pugi::xml_document>());
    const pugi::xml_document& document = *documents.back();
    documents.back()->load_buffer(bytes->data(), bytes->size());
    for (const pugi::xml_node& node : document.document_element().children()) {
        const std::string other = node.attribute("schemaLocation").value();
        if (!other.empty()) {
            read(file.parent_path() / other);
        }
    }
}

pugi::xml_node SchemaRules::named(const char* kind, std::string_view name) const {
    for (const auto& document : documents) {
        for (const pugi::xml_node& node : document->document_element().children(kind)) {
            if (node.attribute("name").value() == local(name)) {
                return node;
            }
        }
    }
    return {};
}

SchemaRules::Nodes SchemaRules::types_of(const std::string& element) const {
    Nodes types;
    for (const auto& document : documents) {
        const pugi::xml_node root = document->document_element();
        const pugi::xml_node found = root.find_node([&](const pugi::xml_node& node) {
            if (std::string_view(node.name()) == "xs:element" && node.attribute("name").value() == element) {
                for (const char* kind : {"xs:complexType", "xs:simpleType"}) {
                    const char* type = node.attribute("type").value();
                    const pugi::xml_node of = *type == '\0' ? node.child(kind) : named(kind, type);
                    if (of && std::find(types.begin(), types.end(), of) == types.end()) {
                        types.push_back(of);
                    }
                }
            }
            return false;
        });
        static_cast<void>(found); // every node is looked at
    }
    return types;
}

void SchemaRules::add_attributes(const pugi::xml_node& type, Nodes& attributes) const {
    for (const pugi::xml_node& child : type.children()) {
        const std::string_view kind = child.name();
        if (kind == "xs:attribute") {
            attributes.push_back(child);
        } else if (kind == "xs:attributeGroup") {
            add_attributes(named("xs:attributeGroup", child.attribute("ref").value()), attributes);
        } else if (kind == "xs:extension" || kind == "xs:restriction") {
            add_attributes(named("xs:complexType", child.attribute("base").value()), attributes);
            add_attributes(child, attributes);
        } else if (kind == "xs:simpleContent" || kind == "xs:complexContent") {
            add_attributes(child, attributes);
        }
    }
}

void SchemaRules::add_values(const pugi::xml_node& type, std::vector<std::string>& values) const {
    for (const pugi::xml_node& node : type.children()) { // a restriction, a list or a union
        for (const pugi::xml_node& value : node.children("xs:enumeration")) {
            values.emplace_back(value.attribute("value").value());
        }
        for (const char* others : {"base", "itemType", "memberTypes"}) {
            for (const std::string& other : words_in(node.attribute(others).value())) {
                add_values(named("xs:simpleType", other), values);
            }
        }
        if (std::string_view(node.name()) != "xs:annotation") {
            for (const pugi::xml_node& within : node.children("xs:simpleType")) {
                add_values(within, values);
            }
        }
    }
}

std::string SchemaRules::words_of_type(const pugi::xml_node& type) const {
    std::string text = documentation_of(type);
    std::vector<std::string> values;
    add_values(type, values);
    const pugi::xml_node restriction = type.child("xs:restriction");
    if (!values.empty()) {
        text = first_sentence(text);
        append(text, ": ", fmt::format("{}", fmt::join(values, ", ")));
    } else if (text.empty()) {
        text = words_of_type_named(restriction.attribute("base").value());
    }
    append(text, "; ", bounds_of(restriction));
    return text;
}

std::string SchemaRules::words_of_type_named(std::string_view name) const {
    const pugi::xml_node type = named("xs:simpleType", name);
    return type ? words_of_type(type) : words_of_built_in(local(name));
}

std::string SchemaRules::rule_of(const std::string& element, const std::string& attribute) const {
    for (const pugi::xml_node& type : types_of(element)) {
        if (attribute.empty()) {
            const bool is_simple = std::string_view(type.name()) == "xs:simpleType";
            const char* base = type.child("xs:simpleContent").child("xs:extension").attribute("base").value();
            const std::string words = is_simple ? words_of_type(type) : words_of_type_named(base);
            if (!words.empty()) {
                return words;
            }
            continue;
        }
        Nodes attributes;
        add_attributes(type, attributes);
        for (const pugi::xml_node& candidate : attributes) {
            const char* referred = candidate.attribute("ref").value();
            const pugi::xml_node found = *referred == '\0' ? candidate : named("xs:attribute", referred);
            if (found.attribute("name").value() != attribute) {
                continue;
            }
            if (const pugi::xml_node own = found.child("xs:simpleType")) {
                std::string text = words_of_type(own);
                return documentation_of(own).empty() ? documentation_of(found) + (text.empty() ? "" : ": " + text)
                                                     : text;
            }
            return words_of_type_named(found.attribute("type").value());
        }
    }
    return {};
}

std::vector<std::string> SchemaRules::attributes_of(const std::string& element) const {
    std::vector<std::string> names;
    bool is_first = true;
    for (const pugi::xml_node& type : types_of(element)) {
        Nodes attributes;
        add_attributes(type, attributes);
        std::vector<std::string> of_type;
        for (const pugi::xml_node& attribute : attributes) {
            const std::string referred = attribute.attribute("ref").value();
            of_type.push_back(referred.empty() ? attribute.attribute("name").value() : referred);
        }
        if (!is_first && of_type != names) {
            return {};
        }
        names = std::move(of_type);
        is_first = false;
    }
    return names;
}

std::vector<std::string> SchemaRules::roots() const {
    std::vector<std::string> names;
    if (!documents.empty()) {
        for (const pugi::xml_node& element : documents.front()->document_element().children("xs:element")) {
            names.emplace_back(element.attribute("name").value());
        }
    }
    return names;
}

std::string SchemaRules::name_space() const {
    return documents.empty() ? std::string()
                             : documents.front()->document_element().attribute("targetNamespace").value();
}

} // namespace rapporteur::xml
