#include "images/svg_references.hpp"

#include "images/svg_vocabulary.hpp"

#include <algorithm>

namespace rapporteur::images {

namespace {

std::string text_within(const xmlNode& element) {
    std::string text;
    for (const xmlNode* child = element.children; child != nullptr; child = child->next) {
        text += text_of(*child);
    }
    return text;
}

bool is_within(const xmlNode& element, std::string_view name) {
    const xmlNode* around = element.parent;
    while (around != nullptr && svg_name(*around) != name) {
        around = around->parent;
    }
    return around != nullptr;
}

// "0", "0.0", "0%"
bool is_nought(std::string_view value) {
    return value.find('0') != std::string_view::npos && value.find_first_not_of("0.% ") == std::string_view::npos;
}

} // namespace

SvgReferences::SvgReferences(const xmlNode* root) {
    for (const xmlNode* node = root; node != nullptr; node = after(node, root)) {
        if (!svg_name(*node).empty()) {
            gather(*node);
        }
    }
    mark(root);
}

void SvgReferences::gather(const xmlNode& element) {
    if (svg_name(element) == "style") {
        gather_style(element);
        return;
    }
    for (const xmlAttr* attribute = element.properties; attribute != nullptr; attribute = attribute->next) {
        const std::string value = value_of(*attribute);
        if (svg_name(*attribute) == "href" && value.starts_with('#')) {
            ids.insert(value.substr(1));
        }
        ids.merge(ids_in_urls(value));
    }
}

void SvgReferences::gather_style(const xmlNode& element) {
    for (Rule& rule : rules_of(text_within(element))) {
        ids.merge(names_behind('#', rule.selectors));
        classes.merge(names_behind('.', rule.selectors));
        for (const auto& [property, value] : rule.declarations) {
            ids.merge(ids_in_urls(value));
        }
        rules.push_back(std::move(rule));
    }
}

void SvgReferences::mark(const xmlNode* root) {
    for (const xmlNode* node = root; node != nullptr; node = after(node, root)) {
        if (node->type == XML_ELEMENT_NODE && ids.contains(attribute_of(*node, "id"))) {
            for (const xmlNode* each = node; each != nullptr && referred_to.insert(each).second; each = each->parent) {
            }
        }
    }
}

// By its own style, its attribute or a rule for one of its classes alone.
std::string SvgReferences::property_of(const xmlNode& element, std::string_view name) const {
    std::string value = attribute_of(element, name);
    const auto take = [&](const Declarations& declarations) {
        for (const auto& [property, said] : declarations) {
            value = property == name ? said : value;
        }
    };
    const std::string own = " " + attribute_of(element, "class") + " ";
    for (const Rule& rule : rules) {
        const bool is_one_class =
            rule.selectors.starts_with('.') && rule.selectors.find_first_of(".#*,> :()+~[]", 1) == std::string::npos;
        if (is_one_class && own.find(" " + rule.selectors.substr(1) + " ") != std::string::npos) {
            take(rule.declarations);
        }
    }
    take(declarations_of(attribute_of(element, "style")));
    return value;
}

bool SvgReferences::is_hidden(const xmlNode& element) const {
    if (property_of(element, "display") == "none") {
        return true;
    }
    if (is_nought(property_of(element, "opacity")) && !is_within(element, "clipPath")) {
        return true;
    }
    const std::string visibility = property_of(element, "visibility");
    if (visibility != "hidden" && visibility != "collapse") {
        return false;
    }
    for (const xmlNode* node = after(&element, &element); node != nullptr; node = after(node, &element)) {
        if (node->type == XML_ELEMENT_NODE && !property_of(*node, "visibility").empty()) {
            return false;
        }
    }
    return true;
}

bool SvgReferences::shows_nothing(const xmlNode& element) const {
    if (referred_to.contains(&element)) {
        return false;
    }
    const std::string_view name = svg_name(element);
    const bool is_definition = is_never_rendered(name) ||
                               (name != "style" && element.parent != nullptr && svg_name(*element.parent) == "defs");
    return is_definition || is_hidden(element);
}

} // namespace rapporteur::images
