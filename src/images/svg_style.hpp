#pragma once

// The CSS of an SVG, as far as it draws.

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::images {

using Declarations = std::vector<std::pair<std::string, std::string>>; // property and value, in their order

// Those of an attribute `style` or a rule that say how to draw, without remarks, and without what leads out of the
// file.
Declarations declarations_of(std::string_view css);
std::string to_css(const Declarations& declarations);

// Whether a value may stand: it refers to nothing but the file's own parts, and holds no escapes.
bool is_safe_value(std::string_view value);

struct Rule {
    std::string selectors;
    Declarations declarations;
};

// The rules of a style sheet: without remarks, rules about other files, fonts and media.
std::vector<Rule> rules_of(std::string_view css);

// The names behind a '#' or a '.' in a text of CSS: ids and classes that its selectors speak of.
std::set<std::string, std::less<>> names_behind(char mark, std::string_view css);

// The ids in url(#id).
std::set<std::string, std::less<>> ids_in_urls(std::string_view value);

} // namespace rapporteur::images
