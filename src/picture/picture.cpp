#include "picture/picture.hpp"

#include <cmath>
#include <fmt/format.h>
#include <hb.h>
#include <initializer_list>
#include <iterator>
#include <memory>

namespace rapporteur::picture {

namespace {

using typeset::Circle;
using typeset::Colour;
using typeset::Fill;
using typeset::GlyphRun;
using typeset::Stroke;

std::string hexadecimal(const Colour& colour) {
    const auto byte = [](float share) { return static_cast<int>(std::lround(share * 255.0F)); };
    return fmt::format("#{:02x}{:02x}{:02x}", byte(colour.red), byte(colour.green), byte(colour.blue));
}

// An outline as SVG's path data, on its way from font units to the page.
struct Pen {
    std::string path;
    double across = 1; // points to the font unit
    double up = 1;
    double x = 0; // of the glyph's origin on the page
    double y = 0;

    void add(char command, std::initializer_list<float> coordinates) {
        path.push_back(command);
        bool is_x = true;
        for (const float coordinate : coordinates) {
            const double at = is_x ? x + across * coordinate : y - up * coordinate;
            fmt::format_to(std::back_inserter(path), "{:.2f} ", at);
            is_x = !is_x;
        }
    }
};

Pen& pen_of(void* data) {
    return *static_cast<Pen*>(data);
}

void move_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
    pen_of(pen).add('M', {x, y});
}

void line_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
    pen_of(pen).add('L', {x, y});
}

void quadratic_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float control_x, float control_y, float x, float y,
                  void*) {
    pen_of(pen).add('Q', {control_x, control_y, x, y});
}

void cubic_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
              void*) {
    pen_of(pen).add('C', {x1, y1, x2, y2, x, y});
}

void close(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, void*) {
    pen_of(pen).add('Z', {});
}

struct Destroy {
    void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};
using Drawing = std::unique_ptr<hb_draw_funcs_t, Destroy>;

Drawing make_drawing() {
    Drawing drawing(hb_draw_funcs_create());
    hb_draw_funcs_set_move_to_func(drawing.get(), move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(drawing.get(), line_to, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(drawing.get(), quadratic_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(drawing.get(), cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(drawing.get(), close, nullptr, nullptr);
    return drawing;
}

// Writes each kind of item.
struct Painter {
    const fonts::FontBook& fonts;
    Drawing drawing = make_drawing();
    std::string out;

    void operator()(const GlyphRun& run) {
        const fonts::Face& face = fonts.face(run.face);
        Pen pen;
        pen.up = static_cast<double>(run.size) / face.units_per_em;
        pen.across = pen.up * static_cast<double>(run.expansion);
        for (const typeset::Glyph& glyph : run.glyphs) {
            pen.x = run.origin.x + static_cast<double>(glyph.x);
            pen.y = run.origin.y - static_cast<double>(glyph.y);
            face.draw(glyph.id, drawing.get(), &pen);
        }
        out += fmt::format("<path fill=\"{}\" d=\"{}\"/>\n", hexadecimal(run.colour), pen.path);
    }
    static std::string pattern_of(const Stroke& stroke) {
        switch (stroke.pattern) {
        case typeset::StrokePattern::dashed:
            return " stroke-dasharray=\"2 2\"";
        case typeset::StrokePattern::dotted:
            return fmt::format(" stroke-linecap=\"round\" stroke-dasharray=\"0 {:.2f}\"", stroke.step);
        case typeset::StrokePattern::solid:
            break;
        }
        return {};
    }
    void operator()(const Stroke& stroke) {
        out += fmt::format(
            "<line x1=\"{:.2f}\" y1=\"{:.2f}\" x2=\"{:.2f}\" y2=\"{:.2f}\" stroke=\"{}\" stroke-width=\"{:.2f}\"{}/>\n",
            stroke.from.x, stroke.from.y, stroke.to.x, stroke.to.y, hexadecimal(stroke.colour), stroke.width,
            pattern_of(stroke));
    }
    void operator()(const Fill& fill) {
        out += fmt::format(
            "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" rx=\"{:.2f}\" fill=\"{}\"/>\n",
            fill.origin.x, fill.origin.y, fill.width, fill.height, fill.radius, hexadecimal(fill.colour));
    }
    void operator()(const typeset::Image&) {} // see the header
    void operator()(const Circle& circle) {
        const std::string colour = hexadecimal(circle.colour);
        const bool ring = circle.line_width > 0;
        out += fmt::format("<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\" fill=\"{}\" stroke=\"{}\" "
                           "stroke-width=\"{:.2f}\"/>\n",
                           circle.centre.x, circle.centre.y, circle.radius, ring ? "#ffffff" : colour, colour,
                           circle.line_width);
    }
};

} // namespace

std::string svg(const typeset::Page& page, const fonts::FontBook& fonts) {
    Painter painter{fonts, make_drawing(), {}};
    painter.out = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.2f}\" height=\"{1:.2f}\" "
                              "viewBox=\"0 0 {0:.2f} {1:.2f}\">\n<rect width=\"{0:.2f}\" height=\"{1:.2f}\" "
                              "fill=\"#ffffff\"/>\n",
                              page.width, page.height);
    for (const typeset::MarkedContent& content : page.contents) {
        for (const typeset::Item& item : content.items) {
            std::visit(painter, item);
        }
    }
    return painter.out + "</svg>\n";
}

} // namespace rapporteur::picture
