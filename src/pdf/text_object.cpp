#include "pdf/text_object.hpp"

#include "pdf/syntax.hpp"

#include <array>
#include <cmath>
#include <cstring>
#include <fmt/format.h>

namespace rapporteur::pdf {

namespace {

constexpr double least_move = 0.5; // thousandths of an em: less is nothing when rounded

// Most glyphs are one for one character of ASCII, and mean it wherever they stand. Where those end that begin at `at`.
std::size_t end_of_plain(const typeset::GlyphRun& run, std::size_t at, EmbeddedFont& font) {
    const std::size_t count = run.glyphs.size();
    for (; at < count; ++at) {
        const std::uint32_t begin = run.glyphs[at].cluster;
        const std::size_t end = at + 1 < count ? run.glyphs[at + 1].cluster : run.text.size();
        if (end - begin != 1 || !font.use(run.glyphs[at].id, run.text[begin])) {
            break;
        }
    }
    return at;
}

} // namespace

void TextSetter::set(const typeset::GlyphRun& run, double x, double y) {
    if (run.glyphs.empty()) {
        return;
    }
    EmbeddedFont& font = font_of(run.face);
    out += "BT\n";
    choose(run);
    number(x);
    number(y);
    out += "Td\n";
    pen = 0;
    say(run, font);
    close_array();
    if (rise != 0) {
        rise = 0;
        out += "0 Ts\n";
    }
    out += "ET\n";
}

void TextSetter::number(double value) {
    append_number(out, value);
    out.push_back(' ');
}

void TextSetter::choose(const typeset::GlyphRun& run) {
    if (current_expansion != run.expansion) {
        current_expansion = run.expansion;
        constexpr double percent = 100;
        number(percent * double{run.expansion});
        out += "Tz ";
    }
    if (current_face == run.face && current_size == run.size) {
        return;
    }
    current_face = run.face;
    current_size = run.size;
    out += fmt::format("/F{} ", run.face);
    number(run.size);
    out += "Tf\n";
}

void TextSetter::say(const typeset::GlyphRun& run, EmbeddedFont& font) {
    std::size_t at = 0;
    while (at < run.glyphs.size()) {
        if (untold.empty()) {
            const std::size_t plain_end = end_of_plain(run, at, font);
            show(run, at, plain_end, font);
            at = plain_end;
        }
        if (at < run.glyphs.size()) {
            say_cluster(run, at, font);
            at = sayings.back().last;
        }
    }
    say_beside(run, font);
}

void TextSetter::say_cluster(const typeset::GlyphRun& run, std::size_t at, EmbeddedFont& font) {
    cut_cluster(run, at, font.font_face(), sayings);
    for (const Saying& saying : sayings) {
        const bool is_single = saying.last - saying.first == 1;
        const bool is_hyphen = saying.text == soft_hyphen; // its glyph means a plain hyphen
        if (is_single && !is_hyphen && font.use(run.glyphs[saying.first].id, saying.text)) {
            say_beside(run, font);
            show(run, saying.first, saying.last, font);
        } else if (is_hyphen) { // told on its own, so that a search finds the word without it
            say_beside(run, font);
            untold.push_back(saying);
            say_beside(run, font);
        } else {
            untold.push_back(saying);
        }
    }
}

// Shows the glyphs that wait, as one span, so that a word's marks stay together.
void TextSetter::say_beside(const typeset::GlyphRun& run, EmbeddedFont& font) {
    if (untold.empty()) {
        return;
    }
    std::string actual;
    for (const Saying& saying : untold) {
        actual += saying.text;
    }
    close_array();
    out += "/Span<</ActualText";
    out += text_string(actual);
    out += ">>BDC\n";
    for (const Saying& saying : untold) {
        const std::vector<std::string> share = shares(run, saying, font.font_face());
        for (std::size_t at = saying.first; at < saying.last; ++at) {
            font.use_told(run.glyphs[at].id, share[at - saying.first]);
        }
        show(run, saying.first, saying.last, font);
    }
    untold.clear();
    close_array();
    out += "EMC\n";
}

void TextSetter::show(const typeset::GlyphRun& run, std::size_t first, std::size_t last, EmbeddedFont& font) {
    const double thousandths_in_a_point = 1000 / (double{run.size} * double{run.expansion});
    std::size_t at = first;
    while (at < last) {
        const typeset::Glyph& glyph = run.glyphs[at];
        if (double{glyph.y} != rise) {
            raise(glyph.y);
        }
        const double drift = pen - double{glyph.x} * thousandths_in_a_point;
        if (std::abs(drift) >= least_move) {
            move(drift);
        }
        open_string();
        at = show_together(run, at, last, font, thousandths_in_a_point);
    }
}

// Shows the glyph at `at` and those after it that stand where their forerunners leave the pen.
std::size_t TextSetter::show_together(const typeset::GlyphRun& run, std::size_t at, std::size_t last,
                                      EmbeddedFont& font, double thousandths_in_a_point) {
    std::array<char, 256> codes; // NOLINT(cppcoreguidelines-pro-type-member-init): filled as far as it is used
    std::size_t size = 0;
    const float height = run.glyphs[at].y;
    do {
        const EmbeddedFont::Shown& shown = font.shown(run.glyphs[at].id);
        std::memcpy(codes.data() + size, shown.code, sizeof shown.code);
        size += shown.size;
        pen += shown.width;
        ++at;
    } while (at < last && size + sizeof EmbeddedFont::Shown::code <= codes.size() && run.glyphs[at].y == height &&
             std::abs(pen - double{run.glyphs[at].x} * thousandths_in_a_point) < least_move);
    out.append(codes.data(), size);
    return at;
}

void TextSetter::raise(double y) {
    constexpr double no_rise = 0.0005; // less than a number in the file can say
    const double wanted = std::abs(y) < no_rise ? 0 : y;
    if (wanted != rise) {
        close_array();
        rise = wanted;
        number(rise);
        out += "Ts\n";
    }
}

void TextSetter::move(double drift) {
    close_string();
    open_array();
    const std::int64_t thousandths = nearest(drift);
    append_integer(out, thousandths);
    pen -= static_cast<double>(thousandths);
}

void TextSetter::open_string() {
    open_array();
    if (!in_string) {
        out.push_back('(');
        in_string = true;
    }
}

void TextSetter::open_array() {
    if (!in_array) {
        out.push_back('[');
        in_array = true;
    }
}

void TextSetter::close_string() {
    if (in_string) {
        out.push_back(')');
        in_string = false;
    }
}

void TextSetter::close_array() {
    close_string();
    if (in_array) {
        out += "]TJ\n";
        in_array = false;
    }
}

} // namespace rapporteur::pdf
