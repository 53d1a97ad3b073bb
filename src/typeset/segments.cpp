#include "typeset/segments.hpp"

#include "typeset/characters.hpp"
#include "typeset/directions.hpp"

#include <algorithm>
#include <hb-icu.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace rapporteur::typeset {

namespace {

constexpr std::size_t letters_in_a_word = 6; // at least, in most texts, with the space: for room, no more

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

bool is_ascii_letter(char32_t character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

// HB_SCRIPT_COMMON for what any script may hold: spaces, figures, punctuation, marks.
hb_script_t script_of(char32_t character) {
    if (character < 0x80) { // most characters; asking ICU for each is dear
        return is_ascii_letter(character) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(character), &status);
    const bool takes_any = script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
    return takes_any ? HB_SCRIPT_COMMON : hb_icu_script_to_script(script);
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

bool is_wide(char32_t character) {
    const int width = u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

char32_t last_character(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
        --at;
    }
    auto from = static_cast<std::uint32_t>(at);
    return next_character(text, from);
}

bool is_mark(char32_t character) {
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_M_MASK) != 0;
}

// Where the marks end that stand on the character before `at`.
std::uint32_t end_of_marks(const std::string& text, std::uint32_t at, std::uint32_t end) {
    while (at < end && static_cast<unsigned char>(text[at]) >= 0xCC) { // no mark lies below U+0300
        std::uint32_t next = at;
        if (!is_mark(next_character(text, next))) {
            break;
        }
        at = next;
    }
    return at;
}

bool has_all(const fonts::Face& face, std::string_view text) {
    for (std::uint32_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        if (!fonts::needs_no_glyph(character) && !face.glyph_of(character)) {
            return false;
        }
    }
    return true;
}

// Whether a face has glyphs for a letter and the marks on it: for each, or for the letter that they make together.
bool can_set(const fonts::Face& face, std::string_view cluster) {
    std::uint32_t at = 0;
    next_character(cluster, at);
    const bool has_each = has_all(face, cluster);
    if (has_each || at == cluster.size()) {
        return has_each;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* composing = icu::Normalizer2::getNFCInstance(status);
    std::string composed;
    if (U_SUCCESS(status)) {
        const auto units = icu::UnicodeString::fromUTF8({cluster.data(), static_cast<int32_t>(cluster.size())});
        composing->normalize(units, status).toUTF8String(composed);
    }
    return U_SUCCESS(status) && has_all(face, composed);
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

} // namespace

Segmenter::Segmenter(Shaper& words, fonts::FontBook& fonts) : shaper(words), book(fonts) {}

Result<fonts::FaceId> Segmenter::face_for(std::string_view cluster, std::uint8_t level, const PassageSpan& span) {
    const fonts::FaceId own = shaper.looks()[span.look].face;
    if (const char32_t letter = letter_of(span.language); letter != 0) {
        std::uint32_t at = 0;
        const char32_t character = next_character(cluster, at);
        if (goes_with_letters(character, level, is_right_to_left(span.language))) {
            const std::optional<fonts::FaceId> native = book.covering(letter, span.language, own);
            if (native && can_set(book.face(*native), cluster)) {
                return *native;
            }
        }
    }
    if (can_set(book.face(own), cluster)) {
        return own;
    }
    for (const fonts::FaceId fallback : shaper.looks().fallbacks()) {
        if (can_set(book.face(fallback), cluster)) {
            return fallback;
        }
    }
    char32_t missing = 0;
    for (std::uint32_t at = 0; at < cluster.size();) {
        const char32_t character = next_character(cluster, at);
        const std::optional<fonts::FaceId> found = book.covering(character, span.language, own);
        if (found && can_set(book.face(*found), cluster)) {
            return *found;
        }
        missing = missing == 0 || !found ? character : missing;
    }
    return tl::unexpected(fonts::missing_glyph(missing));
}

// Most words are plain: ASCII in one span, set in its own face, from left to right.
bool Segmenter::add_plainly(Segmented& segmented, Segment& segment, const Passage& passage, std::size_t& span) {
    const std::string_view word = std::string_view(passage.text).substr(segment.begin, segment.end - segment.begin);
    while (passage.spans[span].end <= segment.begin) {
        ++span;
    }
    if (word.empty() || segment.end > passage.spans[span].end || !is_ascii(word)) {
        return false;
    }
    const bool has_letter = std::any_of(word.begin(), word.end(),
                                        [](char byte) { return is_ascii_letter(static_cast<unsigned char>(byte)); });
    const LookId look = passage.spans[span].look;
    Fragment fragment;
    fragment.begin = segment.begin;
    fragment.end = segment.end;
    fragment.span = static_cast<std::uint32_t>(span);
    fragment.manner = {look, shaper.looks()[look].face, has_letter ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON, false};
    segment.first = static_cast<std::uint32_t>(segmented.fragments.size());
    segmented.fragments.push_back(fragment);
    segment.last = segment.first + 1;
    return true;
}

Result<void> Segmenter::add_fragments(Segmented& segmented, Segment& segment, const Passage& passage,
                                      const std::vector<std::uint8_t>& levels, std::size_t& span) {
    std::uint32_t at = segment.begin;
    segment.first = static_cast<std::uint32_t>(segmented.fragments.size());
    while (at < segment.end) {
        const std::uint32_t start = at;
        const char32_t character = next_character(passage.text, at);
        while (passage.spans[span].end <= start) {
            ++span;
        }
        const std::uint8_t level = levels.empty() ? std::uint8_t{0} : levels[start];
        const hb_script_t script = script_of(character);
        const bool takes_any_script = script == HB_SCRIPT_COMMON;
        Fragment* before = segmented.fragments.size() > segment.first ? &segmented.fragments.back() : nullptr;
        const bool same_span = before != nullptr && before->span == span && before->level == level;
        if (same_span && is_mark(character)) { // a mark stays in the font of its base
            before->end = at;
            continue;
        }
        const std::uint32_t end = end_of_marks(passage.text, at, segment.end);
        const Result<fonts::FaceId> face =
            character < 0x80 && end == at && level == 0
                ? Result<fonts::FaceId>(shaper.looks()[passage.spans[span].look].face)
                : face_for(std::string_view(passage.text).substr(start, end - start), level, passage.spans[span]);
        if (!face) {
            return tl::unexpected(face.error());
        }
        if (same_span && before->manner.face == *face &&
            (takes_any_script || before->manner.script == script || before->manner.script == HB_SCRIPT_COMMON)) {
            before->end = at;
            if (before->manner.script == HB_SCRIPT_COMMON && !takes_any_script) {
                before->manner.script = script;
            }
            continue;
        }
        Fragment fragment;
        fragment.begin = start;
        fragment.end = at;
        fragment.span = static_cast<std::uint32_t>(span);
        fragment.level = level;
        fragment.manner = {passage.spans[span].look, *face, script, level % 2 == 1};
        segmented.fragments.push_back(fragment);
    }
    segment.last = static_cast<std::uint32_t>(segmented.fragments.size());
    return {};
}

double Segmenter::space_in(LookId look, const std::string& language) {
    return shaper.shape(" ", {look, shaper.looks()[look].face, HB_SCRIPT_COMMON, false}, language).width;
}

Result<Segmented> Segmenter::segment(const Passage& passage) {
    Segmented segmented;
    segmented.segments.reserve(passage.text.size() / letters_in_a_word + 2);
    segmented.fragments.reserve(passage.text.size() / letters_in_a_word + 2);
    const std::vector<std::uint8_t> levels = levels_of(passage);
    segmented.has_right_to_left =
        std::any_of(levels.begin(), levels.end(), [](std::uint8_t level) { return level % 2 == 1; });
    BreakOpportunities& opportunities = opportunities_in.try_emplace(passage.language, passage.language).first->second;
    opportunities.set(passage.text);
    const std::string_view text = passage.text;
    std::size_t span = 0;
    LookId look_of_space = 0;
    double space = 0;
    for (std::uint32_t begin = 0; begin < text.size();) {
        Segment segment;
        segment.begin = begin;
        segment.next = opportunities.after(begin);
        segment.end = segment.next;
        while (segment.end > segment.begin && text[segment.end - 1] == ' ') {
            --segment.end;
        }
        begin = segment.next;
        if (!levels.empty() || !add_plainly(segmented, segment, passage, span)) {
            if (Result<void> added = add_fragments(segmented, segment, passage, levels, span); !added) {
                return tl::unexpected(added.error());
            }
        }
        for (std::uint32_t which = segment.first; which < segment.last; ++which) {
            Fragment& fragment = segmented.fragments[which];
            const std::string& language = passage.spans[fragment.span].language;
            fragment.shaped =
                &shaper.shape(text.substr(fragment.begin, fragment.end - fragment.begin), fragment.manner, language);
            if (fragment.shaped->missing != 0) { // whatever chose the face, no hollow box is ever printed
                return tl::unexpected(fonts::missing_glyph(fragment.shaped->missing));
            }
            segment.width += fragment.shaped->width;
        }
        if (segment.end < segment.next) {
            segment.space_level = levels.empty() ? std::uint8_t{0} : levels[segment.end];
        } else if (segment.last > segment.first && is_wide(last_character(text.substr(0, segment.end)))) {
            constexpr double part_of_em = 0.1;
            const Fragment& last = segmented.fragments[segment.last - 1];
            segment.glue = part_of_em * shaper.looks()[last.manner.look].size;
        }
        if (segment.end < segment.next && segment.last > segment.first) {
            const LookId look = segmented.fragments[segment.last - 1].manner.look;
            if (look != look_of_space || space == 0) { // words in a row mostly have one look
                look_of_space = look;
                space = space_in(look, passage.language);
            }
            segment.space = space;
        }
        segmented.segments.push_back(segment);
    }
    return segmented;
}

} // namespace rapporteur::typeset
