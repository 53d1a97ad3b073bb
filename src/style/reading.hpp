#pragma once

// What reading any part of a style file takes.

#include "style/style.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

namespace rapporteur::style {

// The names in schema/style.xsd, in the order of the enumerations.
inline constexpr std::array<std::string_view, ink_count> ink_names = {"text",   "muted", "rule",  "accent",
                                                                      "second", "tint",  "paper", "on-accent"};
inline constexpr std::array<std::string_view, text_style_count> text_names = {
    "body",      "lead",         "remark",         "imprint",      "citation",     "list",
    "heading-1", "heading-2",    "heading-3",      "table",        "table-header", "caption",
    "note",      "figure-label", "running-head",   "folio",        "contents-1",   "contents-2",
    "index",     "cover-title",  "cover-subtitle", "cover-holder",
};

template <std::size_t count>
std::size_t position_of(const std::array<std::string_view, count>& names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// Where a node of the style stands, for messages.
class Places {
public:
    Places(const std::string& text, const std::filesystem::path& path);

    Place of(const pugi::xml_node& node) const;

private:
    const std::string& bytes;
    std::shared_ptr<const std::string> file;
};

Diagnostic fault(Place place, std::string message, std::string hint = {});
std::vector<std::string> words_of(const std::string& text);
TextStyle text_style_of(const pugi::xml_node& node);

// Gives `style` its brief, from `node`; the page and the texts of the style are read already.
Diagnostics read_brief(const pugi::xml_node& node, const Places& places, Style& style);

} // namespace rapporteur::style
