#include "typeset/segments.hpp"

#include "typeset/characters.hpp"
#include "typeset/directions.hpp"
#include "typeset/scripts.hpp"

#include <algorithm>
#include <unicode/uchar.h>

namespace rapporteur::typeset {

namespace {

constexpr std::size_t letters_in_a_word = 6; // at least, in most texts, with the space: for room, no more

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

// The author's marks count more than the rules.
LineBreak break_after(LineBreaks& breaks, const std::vector<SetMark>& marks, std::uint32_t from) {
    LineBreak found = breaks.after(from);
    if (marks.empty()) {
        return found;
    }
    const auto past = [](std::uint32_t at, const SetMark& mark) { return at < mark.at; };
    for (auto mark = std::upper_bound(marks.begin(), marks.end(), from, past);
         mark != marks.end() && mark->at <= found.at; ++mark) {
        if (mark->kind == BreakMarkKind::space) {
            found.at = mark->at;
            break;
        }
        if (mark->kind == BreakMarkKind::joiner && mark->at == found.at) {
            found.at = breaks.after(found.at).at;
        }
    }
    return found;
}

} // namespace

Segmenter::Segmenter(Shaper& words, fonts::FontBook& fonts) : shaper(words), faces(words, fonts) {}

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
    FaceChoice::Word word;
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
        if (start >= word.end && is_alphabet_of_styles(script)) {
            Result<FaceChoice::Word> next =
                faces.for_word(std::string_view(passage.text).substr(0, std::min(segment.end, passage.spans[span].end)),
                               start, passage.spans[span]);
            if (!next) {
                return tl::unexpected(next.error());
            }
            word = *next;
        }
        const bool is_in_word = start < word.end && word.face;
        const bool is_plain = character < 0x80 && end == at && level == 0;
        const Result<fonts::FaceId> face =
            is_in_word ? Result<fonts::FaceId>(*word.face)
            : is_plain ? Result<fonts::FaceId>(shaper.looks()[passage.spans[span].look].face)
                       : faces.for_cluster(std::string_view(passage.text).substr(start, end - start), level,
                                           passage.spans[span]);
        if (!face) {
            return tl::unexpected(face.error());
        }
        const LookId look = is_in_word ? word.look : passage.spans[span].look;
        if (same_span && before->manner.face == *face && before->manner.look == look &&
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
        fragment.manner = {look, *face, script, level % 2 == 1};
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
    Directions directions = directions_of(passage);
    const std::vector<std::uint8_t>& levels = directions.levels;
    segmented.boundaries = std::move(directions.boundaries);
    segmented.has_right_to_left =
        std::any_of(levels.begin(), levels.end(), [](std::uint8_t level) { return level % 2 == 1; });
    LineBreaks& breaks = breaks_in.try_emplace(passage.language, passage.language).first->second;
    breaks.set(passage.text);
    const std::string_view text = passage.text;
    std::size_t span = 0;
    LookId look_of_space = 0;
    double space = 0;
    for (std::uint32_t begin = 0; begin < text.size();) {
        Segment segment;
        segment.begin = begin;
        const LineBreak found = break_after(breaks, passage.marks, begin);
        segment.kind = found.kind;
        segment.next = found.at;
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
