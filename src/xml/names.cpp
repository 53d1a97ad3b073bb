#include "xml/xml.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

namespace rapporteur::xml {

namespace {

constexpr const char* xinclude = "http://www.w3.org/2001/XInclude";
constexpr const char* instance = "http://www.w3.org/2001/XMLSchema-instance";
constexpr std::array<std::string_view, 3> own = {"urn:rapporteur:corpus:1", "urn:rapporteur:style:1",
                                                 "urn:rapporteur:words:1"};

struct Name {
    std::string_view prefix;
    std::string_view local;
};

Name split(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? Name{{}, name} : Name{name.substr(0, colon), name.substr(colon + 1)};
}

bool is_declaration(const pugi::xml_attribute& attribute) {
    const std::string_view name = attribute.name();
    return name == "xmlns" || name.substr(0, 6) == "xmlns:";
}

// Empty for the default namespace.
std::string_view declared_prefix(const pugi::xml_attribute& attribute) {
    const std::string_view name = attribute.name();
    return name.size() > 6 ? name.substr(6) : std::string_view();
}

bool is_own(std::string_view name_space) {
    return std::find(own.begin(), own.end(), name_space) != own.end();
}

bool is_text(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// What a comment or a CDATA section parts is one text: whoever asks for the first gets all of it.
void join_following(pugi::xml_node node) {
    if (!is_text(node.next_sibling())) {
        return;
    }
    std::string whole = node.value();
    for (pugi::xml_node next = node.next_sibling(); is_text(next); next = node.next_sibling()) {
        whole += next.value();
        node.parent().remove_child(next);
    }
    node.set_value(whole.c_str());
}

class Resolving : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override {
        if (is_text(node)) {
            join_following(node);
        }
        if (node.type() != pugi::node_element) {
            return true;
        }
        while (!bindings.empty() && bindings.back().depth >= depth()) {
            bindings.pop_back();
        }
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (is_declaration(attribute)) {
                bindings.push_back({declared_prefix(attribute), attribute.value(), depth()});
            }
        }
        rename_element(node);
        rename_attributes(node);
        return true;
    }

private:
    struct Binding {
        std::string_view prefix;
        std::string_view name_space;
        int depth;
    };

    std::string_view name_space_of(std::string_view prefix) const {
        const auto bound = std::find_if(bindings.rbegin(), bindings.rend(),
                                        [&](const Binding& binding) { return binding.prefix == prefix; });
        return bound == bindings.rend() ? std::string_view() : bound->name_space;
    }

    void rename_element(pugi::xml_node& node) const {
        const Name name = split(node.name());
        const std::string_view name_space = name_space_of(name.prefix);
        const bool is_include = name_space == xinclude && name.local == "include";
        if (!name.prefix.empty() && (is_include || is_own(name_space))) {
            node.set_name(std::string(name.local).c_str());
        }
        const char* path = is_include ? "href" : std::string_view(node.name()) == "photo" ? "file" : nullptr;
        if (pugi::xml_attribute named = path == nullptr ? pugi::xml_attribute() : node.attribute(path)) {
            const std::string normal = normalised_path(named.value());
            if (normal != named.value()) {
                named.set_value(normal.c_str());
            }
        }
    }

    // Only those that XML Schema allows on any element: a corpus's own attributes have no prefix.
    void rename_attributes(pugi::xml_node& node) const {
        for (pugi::xml_attribute& attribute : node.attributes()) {
            const Name name = split(attribute.name());
            if (!name.prefix.empty() && name.prefix != "xsi" && name_space_of(name.prefix) == instance) {
                attribute.set_name(("xsi:" + std::string(name.local)).c_str());
            }
        }
    }

    std::vector<Binding> bindings; // in scope, the innermost last
};

class Binding : public pugi::xml_tree_walker {
public:
    bool has_includes = false;
    bool has_instance = false;

    bool for_each(pugi::xml_node& node) override {
        if (node.type() != pugi::node_element) {
            return true;
        }
        if (std::string_view(node.name()) == "include") {
            node.set_name("xi:include");
            has_includes = true;
        }
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            has_instance = has_instance || split(attribute.name()).prefix == "xsi";
        }
        if (depth() > 0) {
            for (const char* declaration : {"xmlns", "xmlns:xi", "xmlns:xsi"}) {
                node.remove_attribute(declaration);
            }
        }
        return true;
    }
};

void declare(pugi::xml_node root, const char* declaration, std::string_view name_space) {
    pugi::xml_attribute attribute = root.attribute(declaration);
    if (!attribute) {
        attribute = root.append_attribute(declaration);
    }
    attribute.set_value(std::string(name_space).c_str());
}

// What the root's element is of: a corpus's, a style's or words'.
std::string_view name_space_of_root(const pugi::xml_node& root) {
    for (const pugi::xml_attribute& attribute : root.attributes()) {
        if (is_declaration(attribute) && is_own(attribute.value())) {
            return attribute.value();
        }
    }
    return own.front();
}

} // namespace

std::string normalised_path(std::string_view written) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t begin = written.find_first_not_of(white);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::string_view path = written.substr(begin, written.find_last_not_of(white) - begin + 1);
    if (path.find("://") != std::string_view::npos) { // an address, which is refused as it stands
        return std::string(path);
    }
    return std::filesystem::path(path).lexically_normal().string();
}

pugi::xml_parse_result read(pugi::xml_document& document, const std::string& bytes, unsigned options) {
    const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size(), options);
    Resolving resolving;
    document.traverse(resolving);
    return parsed;
}

void bind_names(pugi::xml_document& document) {
    const pugi::xml_node root = document.document_element();
    const std::string own_name_space(name_space_of_root(root));
    Binding binding;
    document.traverse(binding);
    declare(root, "xmlns", own_name_space);
    if (binding.has_includes || root.attribute("xmlns:xi")) {
        declare(root, "xmlns:xi", xinclude);
    }
    if (binding.has_instance || root.attribute("xmlns:xsi")) {
        declare(root, "xmlns:xsi", instance);
    }
}

} // namespace rapporteur::xml
