#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"

#include <unordered_map>

namespace rapporteur::pandoc {

namespace {

pugi::xml_node first_paragraph_from(pugi::xml_node node) {
    while (node && std::string_view(node.name()) == "w:bookmarkStart") {
        node = node.next_sibling();
    }
    if (std::string_view(node.name()) == "w:p") {
        return node;
    }
    const std::vector<pugi::xml_node> paragraphs = all_below(node, "w:p");
    return paragraphs.empty() ? pugi::xml_node() : paragraphs.front();
}

void rename(pugi::xml_attribute name) {
    if (name) {
        name = bookmark_of(name.value()).c_str();
    }
}

} // namespace

std::string bookmark_of(std::string_view id) {
    std::string name;
    for (const char byte : id) {
        if (byte == '.') {
            name += "__";
        } else {
            name += byte == '-' ? '_' : byte;
        }
    }
    return name;
}

std::string first_bookmark_in(const pugi::xml_node& paragraph) {
    return paragraph.child("w:bookmarkStart").attribute("w:name").value();
}

void drop_bookmark(pugi::xml_node paragraph, const std::string& name) {
    for (pugi::xml_node start : paragraph.children("w:bookmarkStart")) {
        if (start.attribute("w:name").value() == name) {
            paragraph.remove_child(
                paragraph.find_child_by_attribute("w:bookmarkEnd", "w:id", start.attribute("w:id").value()));
            paragraph.remove_child(start);
            return;
        }
    }
}

// Until they are numbered, a bookmark's name tells its two ends from others'.
void open_bookmark(pugi::xml_node parent, const std::string& name) {
    pugi::xml_node start = parent.append_child("w:bookmarkStart");
    set_attribute(start, "w:id", name);
    set_attribute(start, "w:name", name);
}

void close_bookmark(pugi::xml_node parent, const std::string& name) {
    set_attribute(parent.append_child("w:bookmarkEnd"), "w:id", name);
}

void number_bookmarks(const pugi::xml_node& body) {
    std::unordered_map<std::string, std::string> numbers;
    for (pugi::xml_node start : all_below(body, "w:bookmarkStart")) {
        const auto [known, is_new] = numbers.emplace(start.attribute("w:id").value(), std::to_string(numbers.size()));
        set_attribute(start, "w:id", known->second);
    }
    for (pugi::xml_node end : all_below(body, "w:bookmarkEnd")) {
        set_attribute(end, "w:id", numbers[end.attribute("w:id").value()]);
    }
}

void set_bookmarks(const pugi::xml_node& body) {
    std::unordered_map<std::string, pugi::xml_node> ends;
    for (const pugi::xml_node& end : body.children("w:bookmarkEnd")) {
        ends.emplace(end.attribute("w:id").value(), end);
    }
    for (pugi::xml_node start = body.child("w:bookmarkStart"); start;) {
        const pugi::xml_node next = start.next_sibling("w:bookmarkStart");
        pugi::xml_node paragraph = first_paragraph_from(start);
        const auto end = ends.find(start.attribute("w:id").value());
        if (paragraph && end != ends.end()) {
            paragraph.insert_move_after(start, properties_of(paragraph));
            paragraph.append_move(end->second);
        }
        start = next;
    }
    for (const pugi::xml_node& start : all_below(body, "w:bookmarkStart")) {
        rename(start.attribute("w:name"));
    }
    for (const pugi::xml_node& link : all_below(body, "w:hyperlink")) {
        rename(link.attribute("w:anchor"));
    }
}

} // namespace rapporteur::pandoc
