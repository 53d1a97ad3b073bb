#include "typeset/directions.hpp"

#include "typeset/characters.hpp"

#include <algorithm>
#include <new>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

namespace rapporteur::typeset {

namespace {

// Whether the bidirectional algorithm takes a text that holds this character for more than left to right.
bool turns(char32_t character) {
    switch (u_charDirection(static_cast<UChar32>(character))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_FIRST_STRONG_ISOLATE:
        return true;
    default:
        return false;
    }
}

bool has_right_to_left(const std::string& text) {
    constexpr unsigned char first_lead = 0xD6; // of U+0590, the first letter that runs from right to left
    for (std::uint32_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < first_lead) {
            ++at;
        } else if (turns(next_character(text, at))) {
            return true;
        }
    }
    return false;
}

// The number of a note: a mark of ours, which belongs to no word or figure beside it.
bool is_note_number(const Passage& passage, const PassageSpan& span) {
    return span.look == Looks::id(passage.style, Voice::note_mark) && span.link != no_link;
}

// Whether a span reads apart from what surrounds it: words in a language of the other direction, addresses, which run
// from left to right in any language, and the numbers of notes. What surrounds them must not reorder their punctuation,
// and they must not reorder a figure or the stop before them.
bool is_isolated(const Passage& passage, const PassageSpan& span) {
    const bool is_address = span.link != no_link && passage.links[span.link].target.substr(0, 1) != "#";
    return is_address || is_note_number(passage, span) || is_right_to_left(span.language) != passage.right_to_left;
}

bool runs_right_to_left(const Passage& passage, const PassageSpan& span) {
    return is_note_number(passage, span) ? passage.right_to_left
                                         : is_right_to_left(span.language) && !passage.right_to_left;
}

// A passage in UTF-16 for the bidirectional algorithm, its isolates marked (UAX #9, 2.4), and where each of its bytes
// stands in it.
struct Isolated {
    struct Control {
        std::uint32_t byte = 0; // before which it stands
        std::size_t unit = 0;   // where it stands itself
    };
    std::u16string units;
    std::vector<int32_t> of_byte;
    std::vector<Control> controls; // the beginnings and ends of isolates
};

Isolated isolated(const Passage& passage) {
    constexpr char16_t left_to_right = u'\u2066';
    constexpr char16_t right_to_left = u'\u2067';
    constexpr char16_t end = u'\u2069';
    Isolated text;
    text.of_byte.resize(passage.text.size());
    for (std::size_t at = 0; at < passage.spans.size(); ++at) {
        const PassageSpan& span = passage.spans[at];
        const auto goes_with = [&](std::size_t other) {
            return other < passage.spans.size() && is_isolated(passage, passage.spans[other]) &&
                   passage.spans[other].language == span.language && passage.spans[other].link == span.link;
        };
        const bool is_apart = is_isolated(passage, span);
        if (is_apart && !(at > 0 && goes_with(at - 1))) {
            text.controls.push_back({span.begin, text.units.size()});
            text.units += runs_right_to_left(passage, span) ? right_to_left : left_to_right;
        }
        for (std::uint32_t byte = span.begin; byte < span.end;) {
            const std::uint32_t start = byte;
            const auto character = static_cast<UChar32>(next_character(passage.text, byte));
            std::fill(text.of_byte.begin() + start, text.of_byte.begin() + byte,
                      static_cast<int32_t>(text.units.size()));
            if (U_IS_BMP(character)) {
                text.units += static_cast<char16_t>(character);
            } else {
                text.units += {U16_LEAD(character), U16_TRAIL(character)};
            }
        }
        if (is_apart && !goes_with(at + 1)) {
            text.controls.push_back({span.end, text.units.size()});
            text.units += end;
        }
    }
    return text;
}

} // namespace

Directions directions_of(const Passage& passage) {
    if (passage.text.empty() || (!passage.right_to_left && !has_right_to_left(passage.text))) {
        return {};
    }
    const Isolated text = isolated(passage);
    UErrorCode status = U_ZERO_ERROR;
    UBiDi* bidi = ubidi_open();
    const UBiDiLevel base = passage.right_to_left ? UBiDiLevel{1} : UBiDiLevel{0};
    ubidi_setPara(bidi, text.units.data(), static_cast<int32_t>(text.units.size()), base, nullptr, &status);
    const UBiDiLevel* unit_levels = ubidi_getLevels(bidi, &status);
    if (bidi == nullptr || U_FAILURE(status)) {
        ubidi_close(bidi);
        throw std::bad_alloc(); // all that can fail there, and the text would be set in one direction
    }
    Directions directions;
    directions.levels.assign(passage.text.size(), base);
    for (std::size_t byte = 0; byte < directions.levels.size(); ++byte) {
        directions.levels[byte] = unit_levels[text.of_byte[byte]];
    }
    for (const Isolated::Control& control : text.controls) {
        directions.boundaries.push_back({control.byte, unit_levels[control.unit]});
    }
    ubidi_close(bidi);
    return directions;
}

} // namespace rapporteur::typeset
