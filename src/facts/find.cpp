#include "facts/facts.hpp"

#include <unicode/unistr.h>

namespace rapporteur::facts {

namespace {

// Without differences that a printed page doesn't keep: capitals, the width of spaces, soft hyphens.
std::string folded(const std::string& text) {
    icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    units.foldCase();
    icu::UnicodeString plain;
    bool after_space = true;
    for (int32_t at = 0; at < units.length(); ++at) {
        const char16_t unit = units[at];
        const bool space = unit == u' ' || unit == u'\t' || unit == u'\n' || unit == u'\u00A0' || unit == u'\u202F';
        if (unit == u'\u00AD' || (space && after_space)) {
            continue;
        }
        plain.append(space ? u' ' : unit);
        after_space = space;
    }
    plain.trim();
    std::string result;
    plain.toUTF8String(result);
    return result;
}

// The words of this version in which the passage stands.
std::optional<std::string> words_with(const std::string& wanted, const Fact& fact, const Said& said,
                                      const Printed& printed) {
    const auto is_in = [&](const std::string& words) { return folded(words).find(wanted) != std::string::npos; };
    if (is_in(said.words)) {
        return said.words;
    }
    for (std::string& words : printed ? printed(fact, said) : std::vector<std::string>()) {
        if (is_in(words)) {
            return std::move(words);
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<Match> find(const std::vector<Fact>& facts, const std::string& passage, const Printed& printed) {
    const std::string wanted = folded(passage);
    std::vector<Match> matches;
    if (wanted.empty()) {
        return matches;
    }
    for (const Fact& fact : facts) {
        for (const Said& said : fact.said) {
            if (std::optional<std::string> words = words_with(wanted, fact, said, printed)) {
                matches.push_back({&fact, &said, std::move(*words)});
                break;
            }
        }
    }
    return matches;
}

} // namespace rapporteur::facts
