#include "typeset/paragraph.hpp"

#include "typeset/characters.hpp"
#include "typeset/hanging.hpp"
#include "typeset/mail_addresses.hpp"

#include <algorithm>
#include <unicode/uchar.h>

namespace rapporteur::typeset {

namespace {

constexpr double hyphen_penalty = 150;
constexpr double explicit_hyphen_penalty = 60;
constexpr double emergency_penalty = 5000; // to cut a word that no line can hold
constexpr double joint_penalty = 300;      // to break an address at one of its own marks
constexpr double hair = 1e-6;              // rounding must not make a word too wide for a column made for it
constexpr double ragged_stretch_ems = 3;
constexpr double least_last_line_ems = 4;
constexpr double title_stretch_ems = 8; // a title's lines rather fall short than leave a word alone on the last
constexpr double title_last_line_ems = 7;

// Titles, and the few lines that lead in.
bool is_title(style::TextStyleName name) {
    using Name = style::TextStyleName;
    return name == Name::cover_title || name == Name::cover_subtitle || name == Name::lead || name == Name::heading_1 ||
           name == Name::heading_2 || name == Name::heading_3;
}

bool is_letter(char32_t character) {
    const char32_t small = character | 0x20U;
    return character < 0x80 ? small >= 'a' && small <= 'z' : u_isalpha(static_cast<UChar32>(character)) != 0;
}

// The first stretch of letters in a segment that is long enough to divide.
std::pair<std::uint32_t, std::uint32_t> letters_of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t at = begin;
    std::uint32_t from = begin;
    while (at < end) {
        const std::uint32_t start = at;
        const char32_t character = next_character(text, at);
        if (!is_letter(character)) {
            if (start - from >= 5) {
                return {from, start};
            }
            from = at;
        }
    }
    return {from, end};
}

// Whether a hyphen may stand in it: not in a date, an amount, an e-mail address or an acronym.
bool takes_hyphens(std::string_view word) {
    constexpr std::string_view no_break_space = "\u00A0";
    if (word.find_first_of("0123456789@") != std::string_view::npos ||
        word.find(no_break_space) != std::string_view::npos) {
        return false;
    }
    bool is_all_capitals = true;
    for (std::uint32_t at = 0; at < word.size();) {
        const char32_t character = next_character(word, at);
        is_all_capitals = is_all_capitals && (!is_letter(character) || u_isupper(static_cast<UChar32>(character)) != 0);
    }
    return !is_all_capitals;
}

// The author's marks inside a stretch of the passage that say whether and where a word may be divided.
std::vector<SetMark> marks_within(const Passage& passage, std::uint32_t begin, std::uint32_t end) {
    const auto before = [](const SetMark& mark, std::uint32_t at) { return mark.at < at; };
    const auto first = std::lower_bound(passage.marks.begin(), passage.marks.end(), begin + 1, before);
    std::vector<SetMark> within;
    for (auto mark = first; mark != passage.marks.end() && mark->at < end; ++mark) {
        if (mark->kind != BreakMarkKind::space) {
            within.push_back(*mark);
        }
    }
    return within;
}

// Bytes of the fragment's text.
std::vector<std::uint32_t> soft_hyphens_in(const std::vector<SetMark>& marks, const Fragment& fragment) {
    std::vector<std::uint32_t> cuts;
    for (const SetMark& mark : marks) {
        if (mark.kind == BreakMarkKind::hyphen && mark.at > fragment.begin && mark.at < fragment.end) {
            cuts.push_back(mark.at - fragment.begin);
        }
    }
    return cuts;
}

} // namespace

ParagraphSetter::ParagraphSetter(fonts::FontBook& book, const Looks& looks)
    : shaper(looks, book), segmenter(shaper, book) {}

void ParagraphSetter::add_divisions(Points& points, const Passage& passage, const Segmented& segmented,
                                    std::size_t which, double start, const Measure& measure) {
    const Segment& segment = segmented.segments[which];
    const bool too_wide = segment.width > measure.width - measure.first_indent + hair;
    const auto add = [&](std::uint32_t offset, double width, double hyphen, double penalty, bool flagged) {
        Breakpoint point = points.breaks.back(); // the sums of spaces stay those of the segment's start
        point.before = start + width;
        point.after = point.before;
        point.spaces_before = point.spaces_after;
        point.hyphen = hyphen;
        point.hang_end = flagged ? hyphen * hang_at_end("-") : 0;
        point.hang_start = 0;
        point.penalty = penalty;
        point.flagged = flagged;
        points.breaks.push_back(point);
        points.marks.push_back({static_cast<std::uint32_t>(which), offset});
    };
    const std::vector<SetMark> marks = marks_within(passage, segment.begin, segment.end);
    if (too_wide) {
        const double room = measure.width - measure.first_indent;
        for (const Cut& cut : with_forced(hyphenations_of(passage, segmented, segment), segmented, segment, room)) {
            add(cut.offset, cut.width, cut.hyphen, cut.penalty, cut.hyphen > 0);
        }
        return;
    }
    double before = 0;
    for (std::uint32_t piece = segment.first; piece < segment.last; ++piece) {
        const Fragment& fragment = segmented.fragments[piece];
        const std::string& language = passage.spans[fragment.span].language;
        const auto add_all = [&](const std::vector<Division>& divisions) {
            const double hyphen = divisions.empty() ? 0 : shaper.shape("-", fragment.manner, language).width;
            for (const Division& division : divisions) {
                add(fragment.begin + division.offset, before + division.width, hyphen, hyphen_penalty, true);
            }
        };
        if (!marks.empty()) {
            add_all(divisions_at(fragment, soft_hyphens_in(marks, fragment)));
        } else if (segment.last - segment.first > 1) {
            add_all(find_divisions(passage, segment, fragment));
        } else if (fragment.shaped->divisions) {
            add_all(*fragment.shaped->divisions);
        } else {
            add_all(fragment.shaped->divisions.emplace(find_divisions(passage, segment, fragment)));
        }
        before += fragment.shaped->width;
    }
}

std::vector<ParagraphSetter::Cut> ParagraphSetter::hyphenations_of(const Passage& passage, const Segmented& segmented,
                                                                   const Segment& segment) {
    std::vector<Cut> cuts;
    const std::vector<SetMark> marks = marks_within(passage, segment.begin, segment.end);
    if (marks.empty() && segment.kind == SegmentKind::address) {
        return cuts;
    }
    double before = 0;
    for (std::uint32_t piece = segment.first; piece < segment.last; ++piece) {
        const Fragment& fragment = segmented.fragments[piece];
        const std::vector<Division> divisions = marks.empty()
                                                    ? find_divisions(passage, segment, fragment)
                                                    : divisions_at(fragment, soft_hyphens_in(marks, fragment));
        if (!divisions.empty()) {
            const std::string& language = passage.spans[fragment.span].language;
            const double hyphen = shaper.shape("-", fragment.manner, language).width;
            for (const Division& division : divisions) {
                cuts.push_back({fragment.begin + division.offset, before + division.width, hyphen, hyphen_penalty});
            }
        }
        before += fragment.shaped->width;
    }
    return cuts;
}

// Where even a piece between cuts is wider than the measure, it is cut between any two letters.
std::vector<ParagraphSetter::Cut> ParagraphSetter::with_forced(std::vector<Cut> cuts, const Segmented& segmented,
                                                               const Segment& segment, double measure) const {
    std::vector<Cut> all;
    cuts.push_back({segment.end, segment.width, 0, 0});
    auto next = cuts.begin();
    double from = 0; // where the piece between two cuts begins
    double width = 0;
    for (std::uint32_t piece = segment.first; piece < segment.last; ++piece) {
        const Fragment& fragment = segmented.fragments[piece];
        const double tracking = shaper.looks()[fragment.manner.look].tracking;
        std::uint32_t cluster = UINT32_MAX;
        for (const ShapedGlyph& glyph : fragment.shaped->glyphs) {
            const std::uint32_t at = fragment.begin + glyph.cluster;
            const bool begins_cluster = at > segment.begin && glyph.cluster != cluster;
            cluster = glyph.cluster;
            if (at == next->offset) {
                from = next->width;
                all.push_back(*next++);
            } else if (begins_cluster && next->width + next->hyphen - from > measure + hair) {
                all.push_back({at, width, 0, emergency_penalty});
            }
            width += glyph.advance * fragment.shaped->scale + tracking;
        }
    }
    return all;
}

double ParagraphSetter::widest_piece(const Passage& passage, const Segmented& segmented, Breaks breaks,
                                     double long_word) {
    double widest = 0;
    double piece = 0; // points, since the last place where it may be broken
    bool in_mail_address = false;
    MailAddresses mail(passage.text);
    for (const Segment& segment : segmented.segments) {
        double from = 0;
        const bool takes_hyphens = breaks == Breaks::within_words || segment.width > long_word;
        if (takes_hyphens && segment.width > widest) {
            for (const Cut& cut : hyphenations_of(passage, segmented, segment)) {
                widest = std::max(widest, piece + cut.width + cut.hyphen - from);
                from = cut.width;
                piece = 0;
            }
        }
        in_mail_address = piece == 0 ? mail.begin_at(segment.begin) : in_mail_address;
        piece += segment.width - from;
        widest = std::max(widest, piece);
        const bool goes_on = segment.kind == SegmentKind::address && segment.space == 0;
        piece = goes_on && (breaks == Breaks::between_words || in_mail_address) ? piece : 0;
    }
    return widest;
}

std::vector<Division> ParagraphSetter::find_divisions(const Passage& passage, const Segment& segment,
                                                      const Fragment& fragment) {
    const auto [begin, end] = letters_of(passage.text, segment.begin, segment.end);
    const bool holds_the_letters = fragment.begin <= begin && end <= fragment.end;
    const std::string_view word = std::string_view(passage.text).substr(segment.begin, segment.end - segment.begin);
    if (!holds_the_letters || !takes_hyphens(word)) {
        return {};
    }
    const std::string_view letters = std::string_view(passage.text).substr(begin, end - begin);
    std::vector<std::uint32_t> cuts;
    for (const std::uint16_t division : hyphenator.divisions(letters, passage.spans[fragment.span].language)) {
        cuts.push_back(begin + division - fragment.begin);
    }
    return divisions_at(fragment, cuts);
}

std::vector<Division> ParagraphSetter::divisions_at(const Fragment& fragment,
                                                    const std::vector<std::uint32_t>& cuts) const {
    std::vector<Division> found;
    if (fragment.level % 2 == 1) {
        return found;
    }
    const double tracking = shaper.looks()[fragment.manner.look].tracking;
    double width = 0;
    auto glyph = fragment.shaped->glyphs.begin();
    for (const std::uint32_t cut : cuts) {
        while (glyph != fragment.shaped->glyphs.end() && glyph->cluster < cut) {
            width += glyph->advance * fragment.shaped->scale + tracking;
            ++glyph;
        }
        const bool within_a_ligature = glyph == fragment.shaped->glyphs.end() || glyph->cluster != cut;
        if (!within_a_ligature) {
            found.push_back({cut, width});
        }
    }
    return found;
}

Points ParagraphSetter::points_of(const Passage& passage, const Segmented& segmented, const Measure& measure) {
    Points points;
    points.breaks.reserve(2 * segmented.segments.size() + 1);
    points.marks.reserve(2 * segmented.segments.size() + 1);
    points.breaks.emplace_back();
    points.marks.push_back({0, 0});
    const std::string_view text = passage.text;
    const std::size_t count = segmented.segments.size();
    if (measure.setting == style::Setting::justified && count > 0) {
        const Segment& first = segmented.segments.front();
        points.breaks.back().hang_start = hanging_start(passage, segmented, first);
    }
    for (std::size_t which = 0; which < count; ++which) {
        const Segment& segment = segmented.segments[which];
        const double start = points.breaks.back().after;
        // Sums at the start of this segment, whatever divisions come in between.
        const Breakpoint at_start = points.breaks.back();
        const bool may_hyphenate = measure.hyphenate && segment.kind == SegmentKind::words;
        if (may_hyphenate || segment.width > measure.width - measure.first_indent + hair ||
            !marks_within(passage, segment.begin, segment.end).empty()) {
            add_divisions(points, passage, segmented, which, start, measure);
        }
        Breakpoint point;
        point.before = start + segment.width;
        point.spaces_before = at_start.spaces_after;
        point.after = point.before + segment.space;
        point.spaces_after = point.spaces_before + segment.space + segment.glue;
        if (segment.space == 0 && segment.end > segment.begin && text[segment.end - 1] == '-') {
            point.penalty = explicit_hyphen_penalty;
            point.flagged = true;
        }
        if (segment.space == 0 && segment.kind == SegmentKind::address) {
            point.penalty = joint_penalty;
            point.flagged = false;
        }
        if (measure.setting == style::Setting::justified) {
            point.hang_end = hanging_end(passage, segmented, segment);
            point.hang_start = which + 1 < count ? hanging_start(passage, segmented, segmented.segments[which + 1]) : 0;
        }
        points.breaks.push_back(point);
        points.marks.push_back({static_cast<std::uint32_t>(which + 1), 0});
    }
    return points;
}

Result<std::vector<SetLine>> ParagraphSetter::set(const Passage& passage, const Measure& measure) {
    return cut(passage).and_then([&](const Segmented& segmented) { return set(passage, segmented, measure); });
}

Result<std::vector<SetLine>> ParagraphSetter::set(const Passage& passage, const Segmented& segmented,
                                                  const Measure& measure) {
    const double em = shaper.looks()[Looks::id(passage.style, Voice::plain)].size;
    const Points points = points_of(passage, segmented, measure);
    if (hyphenator.failure()) {
        return tl::unexpected(*hyphenator.failure());
    }
    LineRules rules;
    rules.measure = measure.width;
    rules.first_indent = measure.first_indent;
    const bool title = is_title(passage.style);
    const double ragged_stretch = (title ? title_stretch_ems : ragged_stretch_ems) * em;
    rules.ragged_stretch = measure.setting == style::Setting::justified ? 0 : ragged_stretch;
    rules.last_line_least = (title ? title_last_line_ems : least_last_line_ems) * em;
    rules.letter_flex = measure.setting == style::Setting::justified ? measure.letter_flex : 0;
    std::vector<SetLine> lines;
    if (points.breaks.size() < 2) {
        return lines;
    }
    std::size_t from = 0;
    const LineSetter setter(passage, segmented, points, rules, measure, shaper);
    for (const std::size_t to : break_lines(points.breaks, rules)) {
        lines.push_back(setter.set(from, to));
        from = to;
    }
    return lines;
}

double width_of(const Segmented& segmented) {
    double width = 0;
    for (const Segment& segment : segmented.segments) {
        width += segment.width + segment.space;
    }
    return segmented.segments.empty() ? 0 : width - segmented.segments.back().space;
}

} // namespace rapporteur::typeset
