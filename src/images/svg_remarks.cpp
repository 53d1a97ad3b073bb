#include "images/svg.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>
#include <vector>

namespace rapporteur::images {

namespace {

// By their names without a prefix: what an SVG says beside what it draws (SVG 1.1, 5.4, 18.2 and 21), and what only a
// browser would draw.
bool draws_nothing(std::string_view name) {
    constexpr std::array<std::string_view, 5> names = {"metadata", "title", "desc", "script", "foreignObject"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

// The prefix that the root has, "svg:", or none.
std::string_view prefix_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon + 1);
}

bool is_of_the_drawing(std::string_view attribute) {
    const std::string_view prefix = prefix_of(attribute);
    return prefix.empty() || prefix == "xml:" || prefix == "xlink:" || attribute == "xmlns:xlink" ||
           attribute == "xmlns:svg";
}

bool is_kept(const pugi::xml_node& node, std::string_view own_prefix) {
    if (node.type() == pugi::node_element) {
        const std::string_view name = node.name();
        return prefix_of(name) == own_prefix && !draws_nothing(name.substr(own_prefix.size()));
    }
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

void take_out(const pugi::xml_node& root) {
    const std::string own_prefix(prefix_of(root.name()));
    std::vector<pugi::xml_node> waiting = {root};
    while (!waiting.empty()) {
        pugi::xml_node node = waiting.back();
        waiting.pop_back();
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute;) {
            const pugi::xml_attribute next = attribute.next_attribute();
            if (!is_of_the_drawing(attribute.name())) {
                node.remove_attribute(attribute);
            }
            attribute = next;
        }
        for (pugi::xml_node child = node.first_child(); child;) {
            const pugi::xml_node next = child.next_sibling();
            if (!is_kept(child, own_prefix)) {
                node.remove_child(child);
            } else if (child.type() == pugi::node_element) {
                waiting.push_back(child);
            }
            child = next;
        }
    }
}

} // namespace

tl::expected<std::string, std::string> svg_without_remarks(const std::string& bytes) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!parsed) {
        return tl::unexpected(fmt::format("{} at its byte {}", parsed.description(), parsed.offset));
    }
    const pugi::xml_node root = document.document_element();
    take_out(root);
    std::ostringstream out;
    root.print(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

} // namespace rapporteur::images
