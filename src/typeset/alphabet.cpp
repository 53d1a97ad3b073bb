#include "typeset/alphabet.hpp"

#include <hb-icu.h>
#include <memory>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>

namespace rapporteur::typeset {

namespace {

constexpr int most_letters = 300;

struct CloseLocaleData {
    void operator()(ULocaleData* data) const { ulocdata_close(data); }
};

icu::UnicodeSet exemplars(ULocaleData* data, ULocaleDataExemplarSetType type) {
    icu::UnicodeSet set;
    UErrorCode status = U_ZERO_ERROR;
    ulocdata_getExemplarSet(data, set.toUSet(), USET_ADD_CASE_MAPPINGS, type, &status);
    return set;
}

// In which those stand that join (ligatures) or change beside each other.
std::string pairs_of_letters() {
    std::string pairs;
    for (const char from : {'A', 'a'}) {
        for (char first = from; first < from + 26; ++first) {
            for (char second = 'a'; second <= 'z'; ++second) {
                pairs += {first, second, ' '};
            }
        }
    }
    return pairs;
}

// Single letters, and pairs.
std::vector<std::string> texts_of(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<ULocaleData, CloseLocaleData> data(ulocdata_open(language.c_str(), &status));
    if (U_FAILURE(status)) {
        return {};
    }
    icu::UnicodeSet letters = exemplars(data.get(), ULOCDATA_ES_STANDARD);
    if (letters.size() > most_letters) {
        return {};
    }
    letters.addAll(exemplars(data.get(), ULOCDATA_ES_PUNCTUATION));
    letters.removeAllStrings();
    letters.add(U' ', U'~').add(U'\u00C0', U'\u00FF'); // Latin letters, for addresses and names
    letters.add(U'\u00A0').add(U'\u00B7').add(U'\u2022').add(U'\u202F');
    std::vector<std::string> texts = {"ffi ffl " + pairs_of_letters()};
    for (int at = 0; at < letters.size(); ++at) {
        icu::UnicodeString(letters.charAt(at)).toUTF8String(texts.emplace_back());
    }
    return texts;
}

hb_script_t script_of(const std::string& language) {
    UScriptCode script = USCRIPT_LATIN;
    UErrorCode status = U_ZERO_ERROR;
    uscript_getCode(language.c_str(), &script, 1, &status);
    return U_SUCCESS(status) ? hb_icu_script_to_script(script) : HB_SCRIPT_LATIN;
}

} // namespace

GlyphsByFace alphabet_glyphs(Shaper& shaper, const std::string& language) {
    const std::vector<std::string> texts = texts_of(language);
    const hb_script_t script = script_of(language);
    GlyphsByFace glyphs;
    for (std::size_t id = 0; id < Looks::count && !texts.empty(); ++id) {
        const auto look = static_cast<LookId>(id);
        const Manner manner{look, shaper.looks()[look].face, script, false};
        std::vector<std::uint16_t>& of_face = glyphs[manner.face];
        for (const std::string& text : texts) {
            const Shaped& shaped = shaper.shape(text, manner, language);
            if (shaped.missing == 0) {
                for (const ShapedGlyph& glyph : shaped.glyphs) {
                    of_face.push_back(glyph.id);
                }
            }
        }
    }
    return glyphs;
}

} // namespace rapporteur::typeset
