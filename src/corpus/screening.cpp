#include "corpus/screening.hpp"

#include "support/utf8.hpp"
#include "xml/markup.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace rapporteur::corpus {

namespace {

using xml::end_of_markup;
using xml::starts;

constexpr std::string_view white = " \t\r\n";

// The place of a DOCTYPE, which may stand only before the first element.
std::optional<std::size_t> doctype_in(std::string_view text) {
    std::size_t at = starts(text, 0, "\xEF\xBB\xBF") ? 3 : 0;
    while (at < text.size()) {
        at = text.find_first_not_of(white, at);
        if (at == std::string_view::npos || (!starts(text, at, "<?") && !starts(text, at, "<!--"))) {
            break;
        }
        at = end_of_markup(text, at);
    }
    return at < text.size() && starts(text, at, "<!DOCTYPE") ? std::optional(at) : std::nullopt;
}

// Where the XML declaration names another encoding (XML 1.0, production 80: white space may stand around the sign).
std::optional<std::size_t> other_encoding_in(std::string_view text) {
    const std::size_t begin = starts(text, 0, "\xEF\xBB\xBF") ? 3 : 0;
    if (!starts(text, begin, "<?xml")) {
        return std::nullopt;
    }
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t name = declaration.find("encoding");
    const std::size_t quote = name == std::string_view::npos ? name : declaration.find_first_of("\"'", name);
    if (quote == std::string_view::npos) {
        return std::nullopt;
    }
    std::string said(declaration.substr(quote + 1, declaration.find(declaration[quote], quote + 1) - quote - 1));
    std::transform(said.begin(), said.end(), said.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    });
    return said == "UTF-8" ? std::nullopt : std::optional(name);
}

struct Excess {
    std::size_t place;
    std::string message;
    std::string hint;
};

// In a comment, two hyphens are its end (XML 1.0, 2.5); libxml2 complains of each pair, in the square of their number.
std::optional<Excess> fault_in_comment(std::string_view text, std::size_t at) {
    const std::size_t hyphens = text.find("--", at + 4);
    if (hyphens == std::string_view::npos) {
        return Excess{at, "a comment that doesn't end", "end it with -->"};
    }
    if (!starts(text, hyphens, "-->")) {
        return Excess{hyphens, "two hyphens within a comment", "write one, or a dash"};
    }
    return std::nullopt;
}

std::optional<Excess> excess_in(std::string_view text, const Limits& limits) {
    const auto beyond = [&](std::size_t at, const char* what, Limit limit, std::uint64_t found, const char* hint) {
        return Excess{at, fmt::format("{}: {}", what, limits.sentence(limit, found)),
                      fmt::format("{} {}", hint, Limits::hint(limit))};
    };
    std::size_t depth = 0;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        if (starts(text, at, "<!--")) {
            if (const std::optional<Excess> fault = fault_in_comment(text, at)) {
                return fault;
            }
        }
        const std::size_t end = std::min(end_of_markup(text, at), text.size());
        const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
        if (kind != '!' && kind != '?') {
            if (end - at > limits[Limit::tag]) {
                return beyond(at, "a tag longer than any of a corpus", Limit::tag, end - at,
                              "is the quote at the end of an attribute missing?");
            }
            const bool is_closed = text[end - 1] == '>' && text[end - 2] == '/';
            depth = kind == '/' ? depth - std::min(depth, std::size_t{1}) : depth + (is_closed ? 0 : 1);
            if (depth > limits[Limit::depth]) {
                return beyond(at, "elements within each other, deeper than those of any corpus", Limit::depth, depth,
                              "are closing tags missing?");
            }
        }
        at = end;
    }
    return std::nullopt;
}

} // namespace

bool fit_to_parse(const xml::SourceFile& file, Findings& findings, const Limits& limits) {
    const std::string& bytes = file.bytes();
    if (bytes.empty()) {
        findings.error(file.whole(), "the file is empty");
        return false;
    }
    // UTF-16 without a byte order mark is well-formed UTF-8, with a NUL for every second character.
    if (const std::size_t bad = std::min(first_ill_formed(bytes), bytes.find('\0')); bad < bytes.size()) {
        findings.error(file.at(bad), "a byte here is no part of a character: the file isn't UTF-8",
                       "save it again as UTF-8 in your editor");
        return false;
    }
    if (const std::optional<std::size_t> doctype = doctype_in(bytes)) {
        findings.error(file.at(*doctype), "a corpus has no DOCTYPE",
                       "take it out: the schema does its work, and entities are not read");
        return false;
    }
    if (const std::optional<std::size_t> encoding = other_encoding_in(bytes)) {
        findings.error(file.at(*encoding), "the file declares an encoding other than UTF-8",
                       "save it as UTF-8 and write encoding=\"UTF-8\"");
        return false;
    }
    if (const std::optional<Excess> excess = excess_in(bytes, limits)) {
        findings.error(file.at(excess->place), excess->message, excess->hint);
        return false;
    }
    return true;
}

} // namespace rapporteur::corpus
