#include "pdf/content_stream.hpp"

#include "pdf/syntax.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace rapporteur::pdf {

namespace {

using typeset::ArtifactKind;
using typeset::Colour;

// A circle's quarter as a Bézier curve: the control points' distance, of the radius.
constexpr double quarter = 0.5522847498;

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

// Where a picture's own axes lead in an upright box of unit size, its corner at the bottom left of what is coded.
struct Placement {
    double across[2];
    double up[2];
    double corner[2];
};

Placement placement_of(int orientation) { // as EXIF counts
    switch (orientation) {
    case 2:
        return {{-1, 0}, {0, 1}, {1, 0}};
    case 3:
        return {{-1, 0}, {0, -1}, {1, 1}};
    case 4:
        return {{1, 0}, {0, -1}, {0, 1}};
    case 5:
        return {{0, -1}, {-1, 0}, {1, 1}};
    case 6:
        return {{0, -1}, {1, 0}, {0, 1}};
    case 7:
        return {{0, 1}, {1, 0}, {0, 0}};
    case 8:
        return {{0, 1}, {-1, 0}, {1, 0}};
    default:
        return {{1, 0}, {0, 1}, {0, 0}};
    }
}

class Painter {
public:
    Painter(const typeset::Page& what, const FontOf& fonts, const ImageOf& images)
        : page(what), image_of(images), text(out, fonts) {}

    std::string paint() {
        for (const typeset::MarkedContent& content : page.contents) {
            if (content.artifact != ArtifactKind::none) {
                out += artifact_properties(content.artifact);
            } else if (content.language.empty()) {
                out += "/Span<</MCID ";
                append_integer(out, content.mcid);
                out += ">>BDC\n";
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
        begin_pattern(stroke);
        point(stroke.from.x, flipped(stroke.from.y));
        out += "m ";
        point(stroke.to.x, flipped(stroke.to.y));
        out += "l S\n";
        out += stroke.pattern == typeset::StrokePattern::solid ? "" : "[] 0 d\n";
        out += stroke.pattern == typeset::StrokePattern::dotted ? "0 J\n" : "";
    }

    // Dots are dashes of no length with round caps (ISO 32000-1, 8.4.3.3).
    void begin_pattern(const typeset::Stroke& stroke) {
        switch (stroke.pattern) {
        case typeset::StrokePattern::solid:
            break;
        case typeset::StrokePattern::dashed:
            out += "[2 2] 0 d ";
            break;
        case typeset::StrokePattern::dotted:
            out += "1 J [0 ";
            number(stroke.step);
            out.back() = ']';
            out += " 0 d ";
            break;
        }
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

    // The unit square of the image (8.9.5.1) onto its box, turned so that it stands upright.
    void paint(const typeset::Image& image) {
        const Placement place = placement_of(image.raster.orientation);
        const double x = image.origin.x;
        const double y = flipped(image.origin.y + double{image.height});
        const double width = image.width;
        const double height = image.height;
        out += "q ";
        point(place.across[0] * width, place.across[1] * height);
        point(place.up[0] * width, place.up[1] * height);
        point(x + place.corner[0] * width, y + place.corner[1] * height);
        out += fmt::format("cm /Im{} Do Q\n", image_of(image.raster));
    }

    void paint(const typeset::GlyphRun& run) {
        colour(run.colour, "rg\n", fill_colour);
        text.set(run, run.origin.x, flipped(run.origin.y));
    }

    const typeset::Page& page;
    const ImageOf& image_of;
    std::string out;
    TextSetter text;
    std::optional<Colour> fill_colour;
    std::optional<Colour> stroke_colour;
};

} // namespace

std::string content_stream(const typeset::Page& page, const FontOf& font_of, const ImageOf& image_of) {
    return Painter(page, font_of, image_of).paint();
}

} // namespace rapporteur::pdf
