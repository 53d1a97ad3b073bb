#include "pdf/text_object.hpp"

#include "pdf/syntax.hpp"

#include <cmath>
#include <fmt/format.h>

namespace rapporteur::pdf {

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
    for (std::size_t at = 0; at < run.glyphs.size(); at = sayings.back().last) {
        if (untold.empty() && say_plainly(run, at, font)) {
            continue;
        }
        cut_cluster(run, at, font.font_face(), sayings);
        for (const Saying& saying : sayings) {
            const bool is_single = saying.last - saying.first == 1;
            const bool is_hyphen = saying.text == soft_hyphen; // its glyph means a plain hyphen
            if (is_single && !is_hyphen && font.use(run.glyphs[saying.first].id, saying.text)) {
                say_beside(run, font);
                show(run, saying, font);
            } else if (is_hyphen) { // told on its own, so that a search finds the word without it
                say_beside(run, font);
                untold.push_back(saying);
                say_beside(run, font);
            } else {
                untold.push_back(saying);
            }
        }
    }
    say_beside(run, font);
}

// Most glyphs are one for one character and mean it wherever they stand. Tells whether this one does, and shows it.
bool TextSetter::say_plainly(const typeset::GlyphRun& run, std::size_t at, EmbeddedFont& font) {
    const std::uint32_t begin = run.glyphs[at].cluster;
    const bool is_last = at + 1 == run.glyphs.size();
    const std::size_t end = is_last ? run.text.size() : run.glyphs[at + 1].cluster;
    const std::string_view text = std::string_view(run.text).substr(begin, end - begin);
    if (text.size() != 1 || !font.use(run.glyphs[at].id, text)) {
        return false;
    }
    sayings.assign(1, {at, at + 1, text});
    show(run, sayings.front(), font);
    return true;
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
        show(run, saying, font);
    }
    untold.clear();
    close_array();
    out += "EMC\n";
}

void TextSetter::show(const typeset::GlyphRun& run, const Saying& saying, EmbeddedFont& font) {
    constexpr double no_rise = 0.0005; // less than a number in the file can say
    const double thousandths_in_a_point = 1000 / (double{run.size} * double{run.expansion});
    for (std::size_t at = saying.first; at < saying.last; ++at) {
        const typeset::Glyph& glyph = run.glyphs[at];
        const double y = std::abs(double{glyph.y}) < no_rise ? 0 : double{glyph.y};
        if (y != rise) {
            close_array();
            rise = y;
            number(rise);
            out += "Ts\n";
        }
        const std::int64_t move = nearest(pen - double{glyph.x} * thousandths_in_a_point);
        if (move != 0) {
            close_string();
            if (!in_array) {
                out.push_back('[');
                in_array = true;
            }
            append_integer(out, move);
            pen -= static_cast<double>(move);
        }
        open_string();
        append_string_byte(out, static_cast<char>(glyph.id >> 8U));
        append_string_byte(out, static_cast<char>(glyph.id & 0xFFU));
        pen += font.width_of(glyph.id);
    }
}

void TextSetter::open_string() {
    if (!in_array) {
        out.push_back('[');
        in_array = true;
    }
    if (!in_string) {
        out.push_back('(');
        in_string = true;
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
