#include "typeset/line_setter.hpp"

#include "typeset/hanging.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unicode/ubidi.h>

namespace rapporteur::typeset {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

double glyph_width(const Fragment& fragment, const ShapedGlyph& glyph) {
    return glyph.advance * fragment.shaped->scale;
}

// How much the letters of a line widen (above 1) or narrow that lacks `lack` of their width: in thousandths, for a
// file says it shorter.
double expansion_for(double lack, double flex) {
    return 1 + std::trunc(std::clamp(lack, -flex, flex) * 1000) / 1000;
}

// Appends shaped glyphs to a run, `x` points from its origin. `cluster_base` is where the shaped text begins in the
// run's.
void append_glyphs(GlyphRun& run, const Shaped& shaped, double x, double tracking, std::uint32_t cluster_base) {
    const double scale = shaped.scale * double{run.expansion};
    for (const ShapedGlyph& glyph : shaped.glyphs) {
        run.glyphs.push_back({glyph.id, static_cast<float>(x + glyph.x_offset * scale),
                              static_cast<float>(glyph.y_offset * shaped.scale), cluster_base + glyph.cluster});
        x += glyph.advance * scale + tracking * double{run.expansion};
    }
}

// The same from right to left: the first glyph ends at `x`.
void append_leftwards(GlyphRun& run, const Shaped& shaped, double x, double tracking, std::uint32_t cluster_base) {
    const double scale = shaped.scale * double{run.expansion};
    for (const ShapedGlyph& glyph : shaped.glyphs) {
        x -= glyph.advance * scale + tracking * double{run.expansion};
        run.glyphs.push_back({glyph.id, static_cast<float>(x + glyph.x_offset * scale),
                              static_cast<float>(glyph.y_offset * shaped.scale), cluster_base + glyph.cluster});
    }
}

} // namespace

double hanging_end(const Passage& passage, const Segmented& segmented, const Segment& segment) {
    if (segment.first == segment.last) {
        return 0;
    }
    const double part = hang_at_end(std::string_view(passage.text).substr(segment.begin, segment.end - segment.begin));
    const Fragment& last = segmented.fragments[segment.last - 1];
    return part == 0 || last.shaped->glyphs.empty() ? 0 : part * glyph_width(last, last.shaped->glyphs.back());
}

double hanging_start(const Passage& passage, const Segmented& segmented, const Segment& segment) {
    if (segment.first == segment.last) {
        return 0;
    }
    const double part =
        hang_at_start(std::string_view(passage.text).substr(segment.begin, segment.end - segment.begin));
    const Fragment& first = segmented.fragments[segment.first];
    return part == 0 || first.shaped->glyphs.empty() ? 0 : part * glyph_width(first, first.shaped->glyphs.front());
}

LineSetter::LineSetter(const Passage& text, const Segmented& cut, const Points& all, const LineRules& line_rules,
                       const Measure& line_measure, Shaper& words)
    : passage(text), segmented(cut), points(all), rules(line_rules), measure(line_measure), shaper(words) {}

const Shaped& LineSetter::shape(const Fragment& fragment, std::uint32_t begin, std::uint32_t end) const {
    if (begin == fragment.begin && end == fragment.end) {
        return *fragment.shaped;
    }
    const std::string_view text = std::string_view(passage.text).substr(begin, end - begin);
    return shaper.shape(text, fragment.manner, passage.spans[fragment.span].language);
}

std::vector<LineSetter::Piece> LineSetter::pieces_of(std::size_t from, std::size_t to) const {
    const Mark start = points.marks[from];
    const Mark stop = points.marks[to];
    std::vector<Piece> pieces;
    pieces.reserve(stop.segment - start.segment + 2);
    for (std::uint32_t which = start.segment; which < segmented.segments.size(); ++which) {
        const bool divided_here = which == stop.segment && stop.division > 0;
        if (which > stop.segment || (which == stop.segment && !divided_here)) {
            break;
        }
        const Segment& segment = segmented.segments[which];
        const std::uint32_t begin = which == start.segment && start.division > 0 ? start.division : segment.begin;
        const std::uint32_t end = divided_here ? stop.division : segment.end;
        for (std::uint32_t at = segment.first; at < segment.last; ++at) {
            const Fragment& fragment = segmented.fragments[at];
            if (fragment.end <= begin || fragment.begin >= end) {
                continue;
            }
            Piece piece;
            piece.fragment = &fragment;
            piece.begin = std::max(begin, fragment.begin);
            piece.end = std::min(end, fragment.end);
            piece.shaped = &shape(fragment, piece.begin, piece.end);
            piece.width = piece.shaped->width;
            pieces.push_back(piece);
        }
        if (pieces.empty()) {
            continue;
        }
        const bool is_last = which + 1 == stop.segment && stop.division == 0;
        if (divided_here) {
            pieces.back().hyphen = points.breaks[to].flagged;
        } else if (segment.space > 0 && is_last) {
            pieces.back().space_at_end = to + 1 < points.breaks.size();
        } else {
            pieces.back().space = segment.space;
            pieces.back().space_level = segment.space_level;
            pieces.back().glue = is_last ? 0 : segment.glue;
        }
    }
    return pieces;
}

// Gives letters and spaces their widths and returns where the line begins.
double LineSetter::fill_measure(std::vector<Piece>& pieces, std::size_t from, std::size_t to, SetLine& line) const {
    const double indent = from == 0 ? rules.first_indent : 0;
    const double available = rules.measure - indent;
    const bool is_last = to + 1 == points.breaks.size();
    const bool justified = measure.setting == style::Setting::justified;
    const double hang_start = justified ? points.breaks[from].hang_start : 0;
    const double hang_end = justified ? points.breaks[to].hang_end : 0;
    double width = 0; // measured anew: a divided word's halves may differ from what their sum promised
    double spaces = 0;
    double gaps = 0;
    for (Piece& piece : pieces) {
        if (piece.hyphen) {
            piece.width +=
                shaper.shape("-", piece.fragment->manner, passage.spans[piece.fragment->span].language).width;
        }
        width += piece.width + piece.space;
        spaces += piece.space;
        gaps += piece.space + piece.glue;
    }
    line.width = width;
    const double room = available - (width - hang_start - hang_end);
    double grown = 0;
    if (justified && gaps > 0 && (!is_last || room < 0)) {
        const double letters = width - spaces;
        line.expansion = expansion_for(room / letters, rules.letter_flex);
        const double most_shrink = gaps * 0.4;
        grown = std::max(room - (line.expansion - 1) * letters, -most_shrink) / gaps;
    }
    for (Piece& piece : pieces) {
        piece.space *= 1 + grown;
        piece.glue *= grown;
        piece.width *= line.expansion;
    }
    if (measure.setting == style::Setting::centred) {
        return std::max(0.0, (rules.measure - width) / 2);
    }
    if (measure.flush_right && measure.setting == style::Setting::ragged) {
        return rules.measure - width;
    }
    if (passage.right_to_left) {
        const double set_width = width + (line.expansion - 1) * (width - spaces) + grown * gaps;
        return rules.measure - indent - set_width;
    }
    return indent - hang_start;
}

void LineSetter::place_from_left(std::vector<Piece>& pieces, double x) const {
    const auto place_letters = [&](Piece& piece) {
        piece.x = x;
        x += piece.width;
    };
    const auto place_space = [&](Piece& piece) {
        piece.space_x = x;
        x += piece.space + piece.glue;
    };
    if (!segmented.has_right_to_left) {
        for (Piece& piece : pieces) {
            place_letters(piece);
            place_space(piece);
        }
        return;
    }
    // Letters and spaces each have their own level: after a number in Arabic text the space stands to its left.
    enum class What : std::uint8_t { letters, space, boundary };
    std::vector<std::pair<What, std::size_t>> parts; // and of which piece
    std::vector<UBiDiLevel> levels;
    const auto add_part = [&](What what, std::size_t piece, UBiDiLevel level) {
        parts.emplace_back(what, piece);
        levels.push_back(level);
    };
    // Those before the line's first letter stand before all of it, and so move nothing.
    auto boundary = std::lower_bound(segmented.boundaries.begin(), segmented.boundaries.end(),
                                     pieces.empty() ? 0 : pieces.front().begin,
                                     [](const Boundary& known, std::uint32_t at) { return known.at < at; });
    const auto add_boundaries = [&](std::size_t piece, std::uint32_t until) {
        for (; boundary != segmented.boundaries.end() && boundary->at <= until; ++boundary) {
            add_part(What::boundary, piece, boundary->level);
        }
    };
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        const Piece& piece = pieces[at];
        add_boundaries(at, piece.begin);
        add_part(What::letters, at, piece.fragment->level);
        if (piece.space > 0) {
            add_boundaries(at, piece.end);
        }
        add_part(What::space, at, piece.space > 0 ? piece.space_level : piece.fragment->level);
    }
    std::vector<int32_t> visual(levels.size());
    ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), visual.data());
    for (const int32_t which : visual) {
        const auto [what, at] = parts[static_cast<std::size_t>(which)];
        if (what == What::letters) {
            place_letters(pieces[at]);
        } else if (what == What::space) {
            place_space(pieces[at]);
        }
    }
}

void LineSetter::note_link(SetLine& line, const Piece& piece) const {
    const std::uint32_t link = passage.spans[piece.fragment->span].link;
    if (link == no_link) {
        return;
    }
    const double right = piece.x + piece.width;
    if (!line.links.empty() && line.links.back().link == link) {
        line.links.back().from = std::min(line.links.back().from, piece.x);
        line.links.back().to = std::max(line.links.back().to, right);
    } else {
        line.links.push_back({link, piece.x, right});
    }
}

// A run mostly holds all that is left of its line, as far as that is set in one look.
void LineSetter::make_room(GlyphRun& run, std::span<const Piece> rest) {
    std::size_t glyphs = 0;
    std::size_t bytes = 0;
    for (const Piece& piece : rest) {
        if (piece.fragment->manner.look != rest.front().fragment->manner.look ||
            piece.fragment->manner.face != rest.front().fragment->manner.face) {
            break;
        }
        glyphs += piece.shaped->glyphs.size() + 1;
        bytes += piece.end - piece.begin + 1;
    }
    run.glyphs.reserve(glyphs + 1);
    run.text.reserve(bytes + 1);
}

void LineSetter::add(SetLine& line, std::span<const Piece> rest) const {
    const Piece& piece = rest.front();
    const Fragment& fragment = *piece.fragment;
    const Look& look = shaper.looks()[fragment.manner.look];
    const ElementId element = passage.spans[fragment.span].element;
    const bool leftwards = fragment.manner.right_to_left;
    LineRun* before = line.runs.empty() ? nullptr : &line.runs.back();
    const bool goes_on = before != nullptr && !leftwards && !segmented.has_right_to_left &&
                         before->element == element && before->run.face == fragment.manner.face &&
                         before->run.size == static_cast<float>(look.size) && before->run.colour == look.colour &&
                         before->run.origin.y == -look.rise;
    if (!goes_on) {
        LineRun fresh;
        fresh.element = element;
        fresh.run.face = fragment.manner.face;
        fresh.run.size = static_cast<float>(look.size);
        fresh.run.expansion = static_cast<float>(line.expansion);
        fresh.run.colour = look.colour;
        fresh.run.origin = {piece.x, -look.rise};
        make_room(fresh.run, rest);
        line.runs.push_back(std::move(fresh));
    }
    GlyphRun& run = line.runs.back().run;
    const auto base = static_cast<std::uint32_t>(run.text.size());
    const double x = piece.x - run.origin.x;
    double end = x + piece.shaped->width * line.expansion;
    run.text.append(passage.text, piece.begin, piece.end - piece.begin);
    if (leftwards) {
        append_leftwards(run, *piece.shaped, x + piece.width, look.tracking, base);
        end = x;
    } else {
        append_glyphs(run, *piece.shaped, x, look.tracking, base);
    }
    const std::string& language = passage.spans[fragment.span].language;
    if (piece.hyphen) {
        const auto at = static_cast<std::uint32_t>(run.text.size());
        run.text += soft_hyphen;
        append_glyphs(run, shaper.shape("-", fragment.manner, language), end, 0, at);
    }
    if (piece.space > 0 || piece.space_at_end) {
        const std::uint16_t glyph = shaper.fonts().face(fragment.manner.face).space;
        const auto at = static_cast<std::uint32_t>(run.text.size());
        run.text += ' ';
        const double space_at = piece.space > 0 ? piece.space_x - run.origin.x : end;
        run.glyphs.push_back({glyph, static_cast<float>(space_at), 0, at});
    }
}

std::uint32_t LineSetter::byte_at(const Mark& mark) const {
    if (mark.division > 0) {
        return mark.division;
    }
    const bool ends = mark.segment == segmented.segments.size();
    return ends ? static_cast<std::uint32_t>(passage.text.size()) : segmented.segments[mark.segment].begin;
}

SetLine LineSetter::set(std::size_t from, std::size_t to) const {
    SetLine line;
    line.hyphenated = points.breaks[to].flagged && points.marks[to].division > 0;
    const std::uint32_t begin = byte_at(points.marks[from]);
    const std::uint32_t end = byte_at(points.marks[to]);
    const auto first_call = std::lower_bound(passage.calls.begin(), passage.calls.end(), begin,
                                             [](const NoteCall& call, std::uint32_t at) { return call.at < at; });
    for (auto call = first_call; call != passage.calls.end() && call->at < end; ++call) {
        line.calls.push_back(*call);
    }
    if (measure.detail == Detail::breaks) {
        return line;
    }
    std::vector<Piece> pieces = pieces_of(from, to);
    place_from_left(pieces, fill_measure(pieces, from, to, line));
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        add(line, std::span(pieces).subspan(at));
        note_link(line, pieces[at]);
    }
    return line;
}

} // namespace rapporteur::typeset
