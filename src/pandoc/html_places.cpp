#include "pandoc/html_places.hpp"

#include "pandoc/xml.hpp"
#include "support/plain_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

// The same as in the find box's script.
constexpr std::array<std::string_view, 10> block_names = {"p",          "li", "caption", "th", "td",
                                                          "figcaption", "h1", "h2",      "h3", "h4"};

bool is_block(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return std::find(block_names.begin(), block_names.end(), name) != block_names.end();
}

bool holds_block(const pugi::xml_node& node) {
    for (const pugi::xml_node& inner : elements_below(node)) {
        if (is_block(inner)) {
            return true;
        }
    }
    return false;
}

} // namespace

void Places::add(const pugi::xml_node& section, const std::string& page) {
    const std::string title = text_of(section.child("h1"));
    std::size_t number = 0;
    for (pugi::xml_node element : elements_below(section)) {
        if (!is_block(element) || holds_block(element)) {
            continue;
        }
        ++number;
        std::string id = element.attribute("id").value();
        if (id.empty()) {
            id = fmt::format("block-{}", number);
            set_attribute(element, "id", id);
        }
        json.open('[');
        json.string(page);
        json.string(id);
        json.string(title);
        json.string(plain_text(text_of(element)));
        json.close(']');
    }
}

std::string Places::script() {
    json.close(']');
    return "window.placesOfReport = " + json.take() + ";\n";
}

} // namespace rapporteur::pandoc
