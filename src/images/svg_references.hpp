#pragma once

// What in an SVG is referred to, and what doesn't show.

#include "images/svg_style.hpp"
#include "images/svg_tree.hpp"

#include <set>
#include <string>
#include <unordered_set>

namespace rapporteur::images {

class SvgReferences {
public:
    explicit SvgReferences(const xmlNode* root);

    bool is_id_used(std::string_view id) const { return ids.contains(id); }
    bool is_class_used(std::string_view name) const { return classes.contains(name); }

    // Whether the element, with all in it, can go: nothing refers to it, and it draws nothing where it stands.
    bool shows_nothing(const xmlNode& element) const;

private:
    void gather(const xmlNode& element);
    void gather_style(const xmlNode& element);
    void mark(const xmlNode* root);
    std::string property_of(const xmlNode& element, std::string_view name) const;
    bool is_hidden(const xmlNode& element) const;

    std::set<std::string, std::less<>> ids;
    std::set<std::string, std::less<>> classes;
    std::vector<Rule> rules;
    std::unordered_set<const xmlNode*> referred_to; // elements of those ids, and those that they are in
};

} // namespace rapporteur::images
