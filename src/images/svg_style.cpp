#include "images/svg_style.hpp"

#include "images/svg_vocabulary.hpp"

#include <algorithm>

namespace rapporteur::images {

namespace {

constexpr std::string_view white = " \t\r\n\f";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(white);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(white) + 1 - first);
}

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; });
    return lower;
}

std::string without_remarks(std::string_view css) {
    std::string plain;
    for (std::size_t at = 0; at < css.size();) {
        const std::size_t begin = std::min(css.find("/*", at), css.size());
        plain.append(css.substr(at, begin - at));
        const std::size_t end = css.find("*/", std::min(begin + 2, css.size()));
        at = end == std::string_view::npos ? css.size() : end + 2;
    }
    return plain;
}

// Where the first of these bytes stands that isn't in quotes or brackets; the text's size where none does.
std::size_t find_bare(std::string_view css, std::string_view sought, std::size_t from) {
    char quote = '\0';
    int depth = 0;
    for (std::size_t at = from; at < css.size(); ++at) {
        const char byte = css[at];
        if (quote != '\0') {
            quote = byte == quote ? '\0' : quote;
        } else if (depth == 0 && sought.find(byte) != std::string_view::npos) {
            return at;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '(') {
            ++depth;
        } else if (byte == ')') {
            --depth;
        }
    }
    return css.size();
}

bool is_name(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

bool is_safe_selector(std::string_view selectors) {
    constexpr std::string_view marks = ".#*,> :()+~[]=\"'|^$\t\r\n";
    return !selectors.empty() && std::all_of(selectors.begin(), selectors.end(), [&](char byte) {
        return is_name(byte) || marks.find(byte) != std::string_view::npos;
    });
}

// Behind the block or the statement that begins with an '@'.
std::size_t end_of_at_rule(std::string_view css, std::size_t at) {
    const std::size_t end = find_bare(css, "{;", at);
    if (end == css.size() || css[end] == ';') {
        return std::min(end + 1, css.size());
    }
    int depth = 0;
    for (at = end; at < css.size(); ++at) {
        depth += css[at] == '{' ? 1 : (css[at] == '}' ? -1 : 0);
        if (depth == 0) {
            return at + 1;
        }
    }
    return css.size();
}

} // namespace

bool is_safe_value(std::string_view value) {
    if (value.find_first_of("<\\@{}") != std::string_view::npos) {
        return false;
    }
    const std::string lower = in_lower_case(value);
    for (std::size_t at = lower.find("url("); at != std::string::npos; at = lower.find("url(", at + 1)) {
        const std::size_t address = lower.find_first_not_of(" \t\r\n\"'", at + 4);
        if (address == std::string::npos || lower[address] != '#') {
            return false;
        }
    }
    return true;
}

Declarations declarations_of(std::string_view text) {
    const std::string css = without_remarks(text);
    Declarations declarations;
    for (std::size_t at = 0; at < css.size();) {
        const std::size_t end = find_bare(css, ";", at);
        const std::string_view one = std::string_view(css).substr(at, end - at);
        const std::size_t colon = one.find(':');
        if (colon != std::string_view::npos) {
            std::string property = in_lower_case(trimmed(one.substr(0, colon)));
            const std::string_view value = trimmed(one.substr(colon + 1));
            if (is_svg_property(property) && !value.empty() && is_safe_value(value)) {
                declarations.emplace_back(std::move(property), value);
            }
        }
        at = end + 1;
    }
    return declarations;
}

std::string to_css(const Declarations& declarations) {
    std::string css;
    for (const auto& [property, value] : declarations) {
        css.append(css.empty() ? "" : ";").append(property).append(":").append(value);
    }
    return css;
}

std::vector<Rule> rules_of(std::string_view text) {
    const std::string css = without_remarks(text);
    std::vector<Rule> rules;
    for (std::size_t at = css.find_first_not_of(white); at < css.size(); at = css.find_first_not_of(white, at)) {
        if (css[at] == '@') {
            at = end_of_at_rule(css, at);
            continue;
        }
        const std::size_t open = find_bare(css, "{", at);
        const std::size_t close = find_bare(css, "}", std::min(open + 1, css.size()));
        const std::string_view selectors = trimmed(std::string_view(css).substr(at, open - at));
        if (open < css.size() && is_safe_selector(selectors)) {
            Rule rule{std::string(selectors),
                      declarations_of(std::string_view(css).substr(open + 1, close - open - 1))};
            if (!rule.declarations.empty()) {
                rules.push_back(std::move(rule));
            }
        }
        at = std::min(close + 1, css.size());
    }
    return rules;
}

std::set<std::string, std::less<>> names_behind(char mark, std::string_view css) {
    std::set<std::string, std::less<>> names;
    for (std::size_t at = css.find(mark); at < css.size(); at = css.find(mark, at)) {
        const std::size_t begin = ++at;
        while (at < css.size() && is_name(css[at])) {
            ++at;
        }
        names.emplace(css.substr(begin, at - begin));
    }
    return names;
}

std::set<std::string, std::less<>> ids_in_urls(std::string_view value) {
    std::set<std::string, std::less<>> ids;
    for (std::size_t at = value.find("url("); at != std::string_view::npos; at = value.find("url(", at + 1)) {
        const std::size_t begin = value.find('#', at);
        const std::size_t end = value.find_first_of("\"')", std::min(begin, value.size()));
        if (begin < end && end != std::string_view::npos) {
            ids.emplace(value.substr(begin + 1, end - begin - 1));
        }
    }
    return ids;
}

} // namespace rapporteur::images
