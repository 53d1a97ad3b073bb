#include "pandoc/svg.hpp"

#include "support/xml_escape.hpp"

#include <array>
#include <fmt/format.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>

namespace rapporteur::pandoc {

namespace {

using namespace document;

// How an ink is told: as a colour, or as a class that the page's style sheet knows.
struct Palette {
    const style::Style* style = nullptr; // none: classes

    std::string fill(document::Ink ink) const { return told("fill", ink); }
    std::string stroke(document::Ink ink) const { return told("stroke", ink); }
    std::string fill_and_stroke(document::Ink inside, document::Ink edge) const {
        return style != nullptr ? fill(inside) + " " + stroke(edge)
                                : fmt::format("class=\"fill-{} stroke-{}\"", name_of(inside), name_of(edge));
    }
    // Of a label; a page's style sheet says it itself.
    std::string family() const {
        return style != nullptr ? fmt::format(" font-family=\"'{}', sans-serif\"",
                                              (*style)[style::TextStyleName::figure_label].family)
                                : std::string();
    }

private:
    static const char* name_of(document::Ink ink) {
        constexpr std::array<const char*, 7> names = {"text", "muted", "rule", "accent", "second", "tint", "paper"};
        return names.at(static_cast<std::size_t>(ink));
    }
    std::string told(const char* what, document::Ink ink) const {
        return style != nullptr
                   ? fmt::format("{}=\"{}\"", what, style::hexadecimal((*style)[static_cast<style::Ink>(ink)]))
                   : fmt::format("class=\"{}-{}\"", what, name_of(ink));
    }
};

// As its first letter does (UAX #9, rule P2).
bool runs_right_to_left(const std::string& text) {
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    return ubidi_getBaseDirection(units.getBuffer(), units.length()) == UBIDI_RTL;
}

// Words from right to left start at their right (SVG 2, 11.10.2.1); a drawing's anchors are of its own left and right.
std::string anchoring(const Label& label) {
    const bool right_to_left = runs_right_to_left(label.text);
    const bool starts = (label.anchor == Anchor::start) != right_to_left;
    const char* anchor = label.anchor == Anchor::middle ? "middle" : (starts ? "start" : "end");
    return fmt::format("{}text-anchor=\"{}\"", right_to_left ? "direction=\"rtl\" " : "", anchor);
}

struct Painter {
    const Palette& palette;
    std::string out = {};

    void operator()(const Line& line) {
        out += fmt::format(R"(<line x1="{:.2f}" y1="{:.2f}" x2="{:.2f}" y2="{:.2f}" {} stroke-width="{:.2f}"{}/>)",
                           line.from.x, line.from.y, line.to.x, line.to.y, palette.stroke(line.ink), line.width,
                           line.dashed ? R"( stroke-dasharray="2 2")" : "");
    }
    void operator()(const document::Rectangle& shape) {
        out += fmt::format(R"(<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" rx="{:.2f}" {}/>)",
                           shape.origin.x, shape.origin.y, shape.width, shape.height, shape.radius,
                           palette.fill(shape.fill));
    }
    void operator()(const Disc& disc) {
        out += fmt::format(R"(<circle cx="{:.2f}" cy="{:.2f}" r="{:.2f}" {} stroke-width="{}"/>)", disc.centre.x,
                           disc.centre.y, disc.radius,
                           palette.fill_and_stroke(disc.hollow ? document::Ink::paper : disc.fill, disc.fill),
                           disc.hollow ? "1.2" : "0");
    }
    void operator()(const Label& label) {
        out += fmt::format(R"(<text x="{:.2f}" y="{:.2f}"{} font-size="{:.2f}" {} {}{}>{}</text>)", label.baseline.x,
                           label.baseline.y, palette.family(), label.size, anchoring(label), palette.fill(label.ink),
                           label.strong ? R"( font-weight="600")" : "", escaped(label.text));
    }
};

std::string painted(const Drawing& drawing, const Palette& palette) {
    Painter painter{palette};
    for (const Shape& shape : drawing.shapes) {
        std::visit(painter, shape);
    }
    return painter.out;
}

} // namespace

std::string svg(const Drawing& drawing, const style::Style& style, double scale) {
    const Palette palette{&style};
    std::string out = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="{:.2f}pt" height="{:.2f}pt" viewBox="0 0 {:.2f} {:.2f}">)",
        drawing.width * scale, drawing.height * scale, drawing.width, drawing.height);
    out += fmt::format(R"(<rect width="{:.2f}" height="{:.2f}" {}/>)", drawing.width, drawing.height,
                       palette.fill(document::Ink::paper));
    return out + painted(drawing, palette) + "</svg>\n";
}

std::string inline_svg(const Drawing& drawing, const std::string& id, const std::string& caption,
                       const std::string& alternative) {
    return fmt::format(R"(<svg viewBox="0 0 {:.2f} {:.2f}" role="img" aria-labelledby="{id}-title {id}-desc">)"
                       R"(<title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>{}</svg>)",
                       drawing.width, drawing.height, escaped(caption), escaped(alternative),
                       painted(drawing, Palette{}), fmt::arg("id", id));
}

} // namespace rapporteur::pandoc
