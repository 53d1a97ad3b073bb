#include "style/style.hpp"

#include "style/reading.hpp"
#include "support/files.hpp"
#include "xml/schema.hpp"
#include "xml/xml.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace rapporteur::style {

namespace {

std::uint8_t channel(std::string_view colour, std::size_t at) {
    return static_cast<std::uint8_t>(std::stoul(std::string(colour.substr(at, 2)), nullptr, 16));
}

Colour colour_of(std::string_view text) {
    return Colour{channel(text, 1), channel(text, 3), channel(text, 5)};
}

Page page_of(const pugi::xml_node& node) {
    Page page;
    page.width = node.attribute("width").as_double();
    page.height = node.attribute("height").as_double();
    page.inner = node.attribute("inner").as_double();
    page.outer = node.attribute("outer").as_double();
    page.top = node.attribute("top").as_double();
    page.bottom = node.attribute("bottom").as_double();
    page.overview =
        node.attribute("overview").value() == std::string_view("run-on") ? Overview::run_on : Overview::spread;
    return page;
}

// Reads a list in which every one of `names` must be given once.
template <std::size_t count, class Take>
void read_each_once(const pugi::xml_node& parent, const char* element, const char* key,
                    const std::array<std::string_view, count>& names, const Places& places, Diagnostics& diagnostics,
                    Take take) {
    std::array<bool, count> given = {};
    for (const pugi::xml_node& node : parent.children(element)) {
        const std::string name = node.attribute(key).value();
        const std::size_t which = position_of(names, name);
        if (given.at(which)) {
            diagnostics.push_back(fault(places.of(node), fmt::format("{} “{}” is given twice", element, name)));
        }
        given.at(which) = true;
        take(which, node);
    }
    for (std::size_t which = 0; which < count; ++which) {
        if (!given.at(which)) {
            diagnostics.push_back(
                fault(places.of(parent), fmt::format("{} “{}” is missing", element, names.at(which))));
        }
    }
}

double luminance(Colour colour) {
    const auto linear = [](std::uint8_t value) {
        const double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

struct Pair {
    Ink ink;
    Ink ground;
    double least;
};

// WCAG 2.2, 1.4.3 for text and 1.4.11 for graphics.
constexpr Pair contrasts[] = {
    {Ink::text, Ink::paper, 4.5},   {Ink::text, Ink::tint, 4.5},    {Ink::muted, Ink::paper, 4.5},
    {Ink::accent, Ink::paper, 4.5}, {Ink::second, Ink::paper, 3.0}, {Ink::on_accent, Ink::accent, 4.5},
};

void check_contrasts(const Style& style, const Place& place, Diagnostics& diagnostics) {
    for (const Pair& pair : contrasts) {
        const double found = contrast(style[pair.ink], style[pair.ground]);
        if (found < pair.least) {
            diagnostics.push_back(
                fault(place,
                      fmt::format("{} on {} has a contrast of {:.2f} to 1; it needs {:.1f}",
                                  ink_names.at(static_cast<std::size_t>(pair.ink)),
                                  ink_names.at(static_cast<std::size_t>(pair.ground)), found, pair.least),
                      "make the one darker or the other lighter"));
        }
    }
}

void check_page(const Style& style, const Place& place, Diagnostics& diagnostics) {
    const double measure = style.page.width - style.page.inner - style.page.outer;
    const double depth = style.page.height - style.page.top - style.page.bottom;
    if (measure < 20 * style[TextStyleName::body].size) {
        diagnostics.push_back(
            fault(place, fmt::format("the margins leave {:.0f} points for a line: too few", measure)));
    }
    if (depth < 10 * style.grid) {
        diagnostics.push_back(fault(place, fmt::format("the margins leave {:.0f} points for a page: too few", depth)));
    }
}

void check_text(const TextStyle& text, const Place& place, Diagnostics& diagnostics) {
    if (text.leading < text.size) {
        diagnostics.push_back(
            fault(place, fmt::format("a leading of {} is less than the size, {}", text.leading, text.size)));
    }
    if (text.size < 5) {
        diagnostics.push_back(fault(place, fmt::format("type of {} points can't be read", text.size)));
    }
}

} // namespace

Loaded load(const std::filesystem::path& path, const std::filesystem::path& schema) {
    constexpr std::uint64_t largest = 1U << 20U;
    const Result<std::string> bytes = read_file(path, largest);
    if (!bytes) {
        return {std::nullopt, {bytes.error()}};
    }
    const Result<xml::Schema> rules = xml::Schema::load(schema);
    if (!rules) {
        return {std::nullopt, {rules.error()}};
    }
    Loaded loaded{std::nullopt, rules->check(xml::SourceFile(path.string(), *bytes)).faults};
    if (has_errors(loaded.diagnostics)) {
        return loaded;
    }
    pugi::xml_document document;
    xml::read(document, *bytes, pugi::parse_default);
    const pugi::xml_node root = document.document_element();
    const Places places(*bytes, path);
    Diagnostics& diagnostics = loaded.diagnostics;

    Style style;
    style.name = root.attribute("name").value();
    style.page = page_of(root.child("page"));
    read_each_once(root.child("palette"), "colour", "ink", ink_names, places, diagnostics,
                   [&](std::size_t ink, const pugi::xml_node& node) {
                       style.palette.at(ink) = colour_of(node.attribute("value").value());
                   });
    read_each_once(root, "text", "name", text_names, places, diagnostics,
                   [&](std::size_t text, const pugi::xml_node& node) {
                       style.texts.at(text) = text_style_of(node);
                       check_text(style.texts.at(text), places.of(node), diagnostics);
                   });
    for (const pugi::xml_node& node : root.children("fallback")) {
        style.fallbacks.emplace_back(node.text().get());
    }
    style.acronym_features = words_of(root.child("acronyms").attribute("features").value());
    style.grid = style[TextStyleName::body].leading;

    if (const pugi::xml_node brief = root.child("brief")) {
        const Diagnostics faults = read_brief(brief, places, style);
        diagnostics.insert(diagnostics.end(), faults.begin(), faults.end());
    }

    check_contrasts(style, places.of(root.child("palette")), diagnostics);
    check_page(style, places.of(root.child("page")), diagnostics);
    if (!has_errors(diagnostics)) {
        loaded.style = std::move(style);
    }
    return loaded;
}

std::vector<std::string> families(const Style& style) {
    std::vector<std::string> found;
    for (const TextStyle& text : style.texts) {
        if (std::find(found.begin(), found.end(), text.family) == found.end()) {
            found.push_back(text.family);
        }
    }
    return found;
}

double contrast(Colour one, Colour other) {
    const double light = std::max(luminance(one), luminance(other));
    const double dark = std::min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
}

std::string hexadecimal(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

} // namespace rapporteur::style
