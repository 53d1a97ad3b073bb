#include "typeset/face_choice.hpp"

#include "typeset/characters.hpp"
#include "typeset/scripts.hpp"

#include <algorithm>
#include <unicode/uchar.h>

namespace rapporteur::typeset {

namespace {

bool is_east_asian(const std::string& language) {
    const std::string_view primary = std::string_view(language).substr(0, 2);
    return primary == "zh" || primary == "ja" || primary == "ko";
}

// A letter of the language's own script, in whose font its punctuation is set; 0 for languages whose own fonts are the
// style's.
char32_t letter_of(const std::string& language) {
    if (is_east_asian(language)) {
        return language.compare(0, 2, "ko") == 0 ? U'\uAC00' : U'\u4E00';
    }
    if (is_right_to_left(language)) {
        return language.compare(0, 2, "he") == 0 ? U'\u05D0' : U'\u0628';
    }
    return 0;
}

// Whether a character that scripts share is drawn as the language's own script draws it. In text from right to left
// that is all that isn't in ASCII (its digits, the letter that only lengthens a word), and of ASCII the punctuation
// among its letters; in Chinese, punctuation that isn't in ASCII, which goes with Latin words.
bool goes_with_letters(char32_t character, std::uint8_t level, bool right_to_left) {
    constexpr char32_t end_of_ascii = 0x80;
    const bool is_punctuation = (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_P_MASK) != 0;
    if (character < end_of_ascii) {
        return right_to_left && level % 2 == 1 && is_punctuation;
    }
    return right_to_left ? script_of(character) == HB_SCRIPT_COMMON : is_punctuation;
}

} // namespace

FaceChoice::FaceChoice(Shaper& words, fonts::FontBook& fonts) : shaper(words), book(fonts), fit(fonts) {}

Result<fonts::FaceId> FaceChoice::for_cluster(std::string_view cluster, std::uint8_t level, const PassageSpan& span) {
    const fonts::FaceId own = shaper.looks()[span.look].face;
    std::uint32_t at = 0;
    const char32_t first = next_character(cluster, at);
    if (const char32_t letter = letter_of(span.language);
        letter != 0 && goes_with_letters(first, level, is_right_to_left(span.language))) {
        const Result<std::optional<fonts::FaceId>> native = book.covering(letter, span.language, own);
        if (!native) {
            return tl::unexpected(native.error());
        }
        if (*native && fit.of(**native, cluster) == Fit::whole) {
            return **native;
        }
    }
    std::vector<fonts::FaceId> passed_over;
    const auto is_right = [&](fonts::FaceId face) {
        passed_over.push_back(face);
        return fit.of(face, cluster) == Fit::whole;
    };
    if (fit.of(own, cluster) == Fit::whole) {
        return own;
    }
    passed_over.push_back(own);
    const std::vector<fonts::FaceId>& fallbacks = shaper.looks().fallbacks();
    if (const auto found = std::find_if(fallbacks.begin(), fallbacks.end(), is_right); found != fallbacks.end()) {
        return *found;
    }
    char32_t missing = 0;
    for (at = 0; at < cluster.size();) {
        const char32_t character = next_character(cluster, at);
        const Result<std::optional<fonts::FaceId>> found = book.covering(character, span.language, own);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found && is_right(**found)) {
            return **found;
        }
        missing = missing == 0 || !*found ? character : missing;
    }
    const auto with_glyphs = std::find_if(passed_over.begin(), passed_over.end(), [&](fonts::FaceId face) {
        return fit.of(face, cluster) == Fit::glyphs; // better ill set than not at all
    });
    return with_glyphs == passed_over.end() ? Result<fonts::FaceId>(tl::unexpected(fonts::missing_glyph(missing)))
                                            : Result<fonts::FaceId>(*with_glyphs);
}

// The faces that may stand in for a whole word: the style's fallbacks as bold and slanted as the text is, those of its
// kind first, with serifs or without.
Result<std::vector<fonts::FaceId>> FaceChoice::stand_ins(fonts::FaceId own) {
    const auto known = stand_ins_for.find(own);
    if (known != stand_ins_for.end()) {
        return known->second;
    }
    const fonts::FaceQuery like{{}, book.face(own).weight, book.face(own).italic};
    const bool sans = fonts::is_sans(book.face(own));
    std::vector<fonts::FaceId> faces;
    for (const fonts::FaceId fallback : shaper.looks().fallbacks()) {
        const Result<fonts::FaceId> face = book.open({book.face(fallback).family, like.weight, like.italic});
        if (!face) {
            return tl::unexpected(face.error());
        }
        faces.push_back(*face);
    }
    std::stable_partition(faces.begin(), faces.end(),
                          [&](fonts::FaceId face) { return fonts::is_sans(book.face(face)) == sans; });
    return stand_ins_for.emplace(own, std::move(faces)).first->second;
}

// The face that a word of Latin, Greek or Cyrillic letters is set in as a whole, for a letter of another face in its
// midst is seen; nothing where no face has all of it.
Result<std::optional<fonts::FaceId>> FaceChoice::face_for(std::string_view word, const PassageSpan& span) {
    const fonts::FaceId own = shaper.looks()[span.look].face;
    const auto sets_all = [&](fonts::FaceId face) {
        for (std::uint32_t at = 0; at < word.size();) {
            const std::uint32_t begin = at;
            const char32_t letter = next_character(word, at);
            at = end_of_marks(word, at, static_cast<std::uint32_t>(word.size()));
            const bool is_plain = letter < 0x80 && at == begin + 1 && face == own;
            if (!is_plain && fit.of(face, word.substr(begin, at - begin)) != Fit::whole) {
                return false;
            }
        }
        return true;
    };
    if (sets_all(own)) {
        return own;
    }
    const Result<std::vector<fonts::FaceId>> faces = stand_ins(own);
    if (!faces) {
        return tl::unexpected(faces.error());
    }
    const auto found = std::find_if(faces->begin(), faces->end(), sets_all);
    return found == faces->end() ? std::nullopt : std::optional(*found);
}

// Small capitals take every letter of an acronym, or none.
LookId FaceChoice::look_for(std::string_view word, fonts::FaceId face, const PassageSpan& span) {
    const auto voice = static_cast<Voice>(span.look % voice_count);
    if (voice != Voice::acronym) {
        return span.look;
    }
    const auto plain = static_cast<LookId>(span.look - static_cast<LookId>(Voice::acronym));
    for (std::uint32_t at = 0; at < word.size();) {
        const std::uint32_t begin = at;
        next_character(word, at);
        at = end_of_marks(word, at, static_cast<std::uint32_t>(word.size()));
        const std::string_view letter = word.substr(begin, at - begin);
        const Shaped& small = shaper.shape(letter, {span.look, face, HB_SCRIPT_LATIN, false}, span.language);
        const Shaped& large = shaper.shape(letter, {plain, face, HB_SCRIPT_LATIN, false}, span.language);
        if (small.glyphs.empty() || large.glyphs.empty() || small.glyphs[0].id == large.glyphs[0].id) {
            return plain;
        }
    }
    return span.look;
}

Result<FaceChoice::Word> FaceChoice::for_word(std::string_view text, std::uint32_t begin, const PassageSpan& span) {
    const auto limit = static_cast<std::uint32_t>(text.size());
    Word word;
    word.end = begin;
    while (word.end < limit) {
        std::uint32_t next = word.end;
        if (!is_alphabet_of_styles(script_of(next_character(text, next)))) {
            break;
        }
        word.end = end_of_marks(text, next, limit);
    }
    const std::string_view letters = text.substr(begin, word.end - begin);
    if (is_ascii(letters)) {
        word.face = shaper.looks()[span.look].face;
        word.look = span.look;
    } else {
        const Result<std::optional<fonts::FaceId>> face = face_for(letters, span);
        if (!face) {
            return tl::unexpected(face.error());
        }
        word.face = *face;
        word.look = word.face ? look_for(letters, *word.face, span) : span.look;
    }
    return word;
}

} // namespace rapporteur::typeset
