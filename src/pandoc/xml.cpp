#include "pandoc/xml.hpp"

#include <algorithm>

namespace rapporteur::pandoc {

bool parse(pugi::xml_document& document, const std::string& bytes) {
    constexpr unsigned keep_all = pugi::parse_full | pugi::parse_ws_pcdata;
    return static_cast<bool>(document.load_buffer(bytes.data(), bytes.size(), keep_all));
}

std::string print(const pugi::xml_document& document) {
    struct StringWriter : pugi::xml_writer {
        std::string bytes;
        void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
    };
    StringWriter writer;
    document.save(writer, "", pugi::format_raw);
    return std::move(writer.bytes);
}

std::vector<pugi::xml_node> elements_below(const pugi::xml_node& node) {
    std::vector<pugi::xml_node> found;
    pugi::xml_node at = node.first_child();
    while (at) {
        if (at.type() == pugi::node_element) {
            found.push_back(at);
        }
        pugi::xml_node next = at.first_child();
        while (!next && at != node) {
            next = at.next_sibling();
            at = at.parent();
        }
        at = next;
    }
    return found;
}

std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xpath_node& found : node.select_nodes(".//text()")) {
        text += found.node().value();
    }
    return text;
}

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) {
        attribute = node.append_attribute(name);
    }
    attribute = value.c_str();
}

bool has_class(const pugi::xml_node& node, std::string_view name) {
    std::string_view classes = node.attribute("class").value();
    while (!classes.empty()) {
        const std::size_t end = std::min(classes.find(' '), classes.size());
        if (classes.substr(0, end) == name) {
            return true;
        }
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    return false;
}

void unwrap(pugi::xml_node node) {
    pugi::xml_node parent = node.parent();
    while (const pugi::xml_node child = node.first_child()) {
        parent.insert_move_before(child, node);
    }
    parent.remove_child(node);
}

} // namespace rapporteur::pandoc
