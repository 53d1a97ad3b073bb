#include "cli/glyphs.hpp"

#include "support/utf8.hpp"

#include <algorithm>
#include <map>

namespace rapporteur::cli {

namespace {

struct FirstSeen {
    Place place;
    std::string language;
};

std::map<char32_t, FirstSeen> characters_of(const corpus::Corpus& corpus, const std::vector<std::string>& languages) {
    std::map<char32_t, FirstSeen> seen;
    corpus::for_each_version(corpus, [&](const corpus::Version& version) {
        const bool is_read = version.language == corpus.language ||
                             std::find(languages.begin(), languages.end(), version.language) != languages.end();
        if (!is_read) {
            return;
        }
        for (const corpus::Span& span : version.spans) {
            const std::string& language = span.kind == corpus::SpanKind::foreign ? span.detail : version.language;
            for (std::size_t at = 0; at < span.text.size();) {
                if (static_cast<unsigned char>(span.text[at]) < 0x80) {
                    ++at;
                    continue;
                }
                seen.try_emplace(next_character(span.text, at), FirstSeen{version.place, language});
            }
        }
    });
    return seen;
}

} // namespace

Diagnostics missing_glyphs(const corpus::Corpus& corpus, const std::vector<std::string>& languages,
                           const fonts::FaceQuery& like, fonts::FontBook& fonts) {
    const Result<fonts::FaceId> face = fonts.open(like);
    if (!face) {
        return {face.error()};
    }
    Diagnostics missing;
    for (const auto& [character, first] : characters_of(corpus, languages)) {
        if (fonts::needs_no_glyph(character) || fonts.face(*face).glyph_of(character)) {
            continue;
        }
        const Result<std::optional<fonts::FaceId>> other = fonts.covering(character, first.language, *face);
        if (!other) {
            return {other.error()};
        }
        if (!*other) {
            Diagnostic diagnostic = fonts::missing_glyph(character);
            diagnostic.place = first.place;
            missing.push_back(std::move(diagnostic));
        }
    }
    return missing;
}

} // namespace rapporteur::cli
