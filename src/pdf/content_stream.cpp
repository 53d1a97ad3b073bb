#include "pdf/content_stream.hpp"

#include "pdf/syntax.hpp"

#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace rapporteur::pdf {

namespace {

using typeset::ArtifactKind;
using typeset::Colour;

// A circle's quarter as a Bézier curve: the control points' distance, of the radius.
constexpr double quarter = 0.5522847498;
constexpr std::string_view soft_hyphen = "\u00AD";

std::string_view artifact_properties(ArtifactKind kind) {
    switch (kind) {
    case ArtifactKind::header:
        return "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
    case ArtifactKind::footer:
        return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
    case ArtifactKind::repeated:
        return "/Artifact<</Type/Pagination>>BDC\n";
    case ArtifactKind::background:
        return "/Artifact<</Type/Background>>BDC\n";
    case ArtifactKind::layout:
    case ArtifactKind::none:
        break;
    }
    return "/Artifact<</Type/Layout>>BDC\n";
}

// Glyphs that say one text together, as indexes into a run.
struct Cluster {
    std::size_t first = 0;
    std::size_t last = 0; // one past
    std::string_view text;
};

class Painter {
public:
    Painter(const typeset::Page& what, const FontOf& fonts) : page(what), font_of(fonts) {}

    std::string paint() {
        for (const typeset::MarkedContent& content : page.contents) {
            if (content.artifact != ArtifactKind::none) {
                out += artifact_properties(content.artifact);
            } else if (content.language.empty()) {
                out += fmt::format("/Span<</MCID {}>>BDC\n", content.mcid);
            } else {
                out += fmt::format("/Span<</MCID {}/Lang{}>>BDC\n", content.mcid, text_string(content.language));
            }
            for (const typeset::Item& item : content.items) {
                std::visit([&](const auto& thing) { paint(thing); }, item);
            }
            out += "EMC\n";
        }
        return std::move(out);
    }

private:
    double flipped(double y) const { return double{page.height} - y; }

    void number(double value) {
        append_number(out, value);
        out.push_back(' ');
    }

    void point(double x, double y) {
        number(x);
        number(y);
    }

    void colour(Colour wanted, std::string_view operation, std::optional<Colour>& current) {
        if (current == wanted) {
            return;
        }
        current = wanted;
        number(wanted.red);
        number(wanted.green);
        number(wanted.blue);
        out += operation;
    }

    void paint(const typeset::Stroke& stroke) {
        colour(stroke.colour, "RG\n", stroke_colour);
        number(stroke.width);
        out += "w ";
        out += stroke.dashed ? "[2 2] 0 d " : "";
        point(stroke.from.x, flipped(stroke.from.y));
        out += "m ";
        point(stroke.to.x, flipped(stroke.to.y));
        out += "l S\n";
        out += stroke.dashed ? "[] 0 d\n" : "";
    }

    void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        point(x1, y1);
        point(x2, y2);
        point(x3, y3);
        out += "c ";
    }

    void paint(const typeset::Fill& fill) {
        colour(fill.colour, "rg\n", fill_colour);
        const double left = fill.origin.x;
        const double bottom = flipped(fill.origin.y + double{fill.height});
        const double width = fill.width;
        const double height = fill.height;
        if (fill.radius <= 0) {
            point(left, bottom);
            point(width, height);
            out += "re f\n";
            return;
        }
        const double radius = std::min({double{fill.radius}, width / 2, height / 2});
        const double bend = radius * (1 - quarter);
        const double right = left + width;
        const double top = bottom + height;
        point(left + radius, bottom);
        out += "m ";
        point(right - radius, bottom);
        out += "l ";
        curve(right - bend, bottom, right, bottom + bend, right, bottom + radius);
        point(right, top - radius);
        out += "l ";
        curve(right, top - bend, right - bend, top, right - radius, top);
        point(left + radius, top);
        out += "l ";
        curve(left + bend, top, left, top - bend, left, top - radius);
        point(left, bottom + radius);
        out += "l ";
        curve(left, bottom + bend, left + bend, bottom, left + radius, bottom);
        out += "f\n";
    }

    void paint(const typeset::Circle& circle) {
        const double x = circle.centre.x;
        const double y = flipped(circle.centre.y);
        const double radius = circle.radius;
        const double bend = radius * quarter;
        const bool ring = circle.line_width > 0;
        if (ring) {
            colour({1, 1, 1}, "rg\n", fill_colour);
            colour(circle.colour, "RG\n", stroke_colour);
            number(circle.line_width);
            out += "w ";
        } else {
            colour(circle.colour, "rg\n", fill_colour);
        }
        point(x + radius, y);
        out += "m ";
        curve(x + radius, y + bend, x + bend, y + radius, x, y + radius);
        curve(x - bend, y + radius, x - radius, y + bend, x - radius, y);
        curve(x - radius, y - bend, x - bend, y - radius, x, y - radius);
        curve(x + bend, y - radius, x + radius, y - bend, x + radius, y);
        out += ring ? "b\n" : "f\n";
    }

    void paint(const typeset::GlyphRun& run) {
        if (run.glyphs.empty()) {
            return;
        }
        EmbeddedFont& font = font_of(run.face);
        colour(run.colour, "rg\n", fill_colour);
        out += "BT\n";
        if (current_face != run.face || current_size != run.size) {
            current_face = run.face;
            current_size = run.size;
            out += fmt::format("/F{} ", run.face);
            number(run.size);
            out += "Tf\n";
        }
        point(run.origin.x, flipped(run.origin.y));
        out += "Td\n";
        pen = 0;
        rise = 0;
        show_clusters(run, font);
        close_strings();
        if (rise != 0) {
            out += "0 Ts\n";
        }
        out += "ET\n";
    }

    static Cluster cluster_at(const typeset::GlyphRun& run, std::size_t first) {
        Cluster cluster{first, first + 1, {}};
        while (cluster.last < run.glyphs.size() && run.glyphs[cluster.last].cluster == run.glyphs[first].cluster) {
            ++cluster.last;
        }
        const std::size_t end = cluster.last < run.glyphs.size() ? run.glyphs[cluster.last].cluster : run.text.size();
        cluster.text = std::string_view(run.text).substr(run.glyphs[first].cluster, end - run.glyphs[first].cluster);
        return cluster;
    }

    void show_clusters(const typeset::GlyphRun& run, EmbeddedFont& font) {
        std::string actual; // what the glyphs shown since `opened` say
        for (std::size_t at = 0; at < run.glyphs.size();) {
            const Cluster cluster = cluster_at(run, at);
            const bool single = cluster.last - cluster.first == 1 && cluster.text != soft_hyphen;
            const bool told_by_font = single && font.use(run.glyphs[at].id, cluster.text);
            if (told_by_font) {
                show(run, cluster, font);
                at = cluster.last;
                continue;
            }
            // Neighbours that need telling share one span, so that a word's marks stay together.
            std::size_t last = cluster.last;
            actual = cluster.text;
            while (last < run.glyphs.size() && actual != soft_hyphen) {
                const Cluster next = cluster_at(run, last);
                if (next.text == soft_hyphen ||
                    (next.last - next.first == 1 && font.use(run.glyphs[last].id, next.text))) {
                    break;
                }
                actual += next.text;
                last = next.last;
            }
            close_strings();
            out += "/Span<</ActualText";
            out += text_string(actual);
            out += ">>BDC\n";
            show(run, {at, last, actual}, font);
            close_strings();
            out += "EMC\n";
            at = last;
        }
    }

    void show(const typeset::GlyphRun& run, const Cluster& cluster, EmbeddedFont& font) {
        for (std::size_t at = cluster.first; at < cluster.last; ++at) {
            const typeset::Glyph& glyph = run.glyphs[at];
            font.use(glyph.id);
            const double y = std::abs(glyph.y) < 0.0005F ? 0 : double{glyph.y};
            if (y != rise) {
                close_strings();
                rise = y;
                number(rise);
                out += "Ts\n";
            }
            const double wanted = double{glyph.x} / double{run.size} * 1000;
            const long move = std::lround(pen - wanted);
            if (move != 0) {
                close_string();
                open_array();
                append_number(out, static_cast<double>(move));
                pen -= static_cast<double>(move);
            }
            open_array();
            if (!in_string) {
                out.push_back('<');
                in_string = true;
            }
            append_hexadecimal(out, glyph.id);
            pen += font.width_of(glyph.id);
        }
    }

    void open_array() {
        if (!in_array) {
            out.push_back('[');
            in_array = true;
        }
    }

    void close_string() {
        if (in_string) {
            out.push_back('>');
            in_string = false;
        }
    }

    void close_strings() {
        close_string();
        if (in_array) {
            out += "]TJ\n";
            in_array = false;
        }
    }

    const typeset::Page& page;
    const FontOf& font_of;
    std::string out;
    std::optional<Colour> fill_colour;
    std::optional<Colour> stroke_colour;
    std::optional<fonts::FaceId> current_face;
    float current_size = 0;
    double pen = 0;  // thousandths of an em from the run's origin
    double rise = 0; // points
    bool in_array = false;
    bool in_string = false;
};

} // namespace

std::string content_stream(const typeset::Page& page, const FontOf& font_of) {
    return Painter(page, font_of).paint();
}

} // namespace rapporteur::pdf
