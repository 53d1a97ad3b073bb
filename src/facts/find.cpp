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

} // namespace

std::vector<Match> find(const std::vector<Fact>& facts, const std::string& passage) {
    const std::string wanted = folded(passage);
    std::vector<Match> matches;
    for (const Fact& fact : facts) {
        for (const Said& said : fact.said) {
            if (!wanted.empty() && folded(said.words).find(wanted) != std::string::npos) {
                matches.push_back({&fact, &said});
                break;
            }
        }
    }
    return matches;
}

} // namespace rapporteur::facts
