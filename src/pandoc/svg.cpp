#include "pandoc/svg.hpp"

#include "support/xml_escape.hpp"

#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using namespace document;

std::string ink(document::Ink name, const style::Style& style) {
    return style::hexadecimal(style[static_cast<style::Ink>(name)]);
}

std::string faces(const style::TextStyle& text) {
    return fmt::format("'{}', sans-serif", text.family);
}

std::string drawn(const Line& line, const style::Style& style) {
    return fmt::format(R"(<line x1="{:.2f}" y1="{:.2f}" x2="{:.2f}" y2="{:.2f}" stroke="{}" stroke-width="{:.2f}"{}/>)",
                       line.from.x, line.from.y, line.to.x, line.to.y, ink(line.ink, style), line.width,
                       line.dashed ? R"( stroke-dasharray="2 2")" : "");
}

std::string drawn(const document::Rectangle& shape, const style::Style& style) {
    return fmt::format(R"(<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" rx="{:.2f}" fill="{}"/>)",
                       shape.origin.x, shape.origin.y, shape.width, shape.height, shape.radius, ink(shape.fill, style));
}

std::string drawn(const Disc& disc, const style::Style& style) {
    const std::string colour = ink(disc.fill, style);
    return fmt::format(R"(<circle cx="{:.2f}" cy="{:.2f}" r="{:.2f}" fill="{}" stroke="{}" stroke-width="{}"/>)",
                       disc.centre.x, disc.centre.y, disc.radius,
                       disc.hollow ? ink(document::Ink::paper, style) : colour, colour, disc.hollow ? "1.2" : "0");
}

std::string drawn(const Label& label, const style::Style& style) {
    const char* anchor = label.anchor == Anchor::start ? "start" : (label.anchor == Anchor::middle ? "middle" : "end");
    return fmt::format(
        R"(<text x="{:.2f}" y="{:.2f}" font-family="{}" font-size="{:.2f}" text-anchor="{}" fill="{}"{}>{}</text>)",
        label.baseline.x, label.baseline.y, faces(style[style::TextStyleName::figure_label]), label.size, anchor,
        ink(label.ink, style), label.strong ? R"( font-weight="600")" : "", escaped(label.text));
}

// A title in lines of about as many letters as the cover takes.
std::vector<std::string> lines_of(const std::string& text, std::size_t most) {
    std::vector<std::string> lines(1);
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        const std::string word = text.substr(from, end - from);
        if (!lines.back().empty() && lines.back().size() + 1 + word.size() > most) {
            lines.emplace_back();
        }
        lines.back() += (lines.back().empty() ? "" : " ") + word;
        from = end + 1;
    }
    return lines;
}

} // namespace

std::string svg(const Drawing& drawing, const style::Style& style, double scale) {
    std::string out = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="{:.2f}pt" height="{:.2f}pt" viewBox="0 0 {:.2f} {:.2f}">)",
        drawing.width * scale, drawing.height * scale, drawing.width, drawing.height);
    // A ground of its own keeps a chart legible where a reading system turns pages dark.
    out += fmt::format(R"(<rect width="{:.2f}" height="{:.2f}" fill="{}"/>)", drawing.width, drawing.height,
                       ink(document::Ink::paper, style));
    for (const Shape& shape : drawing.shapes) {
        out += std::visit([&](const auto& thing) { return drawn(thing, style); }, shape);
        out.push_back('\n');
    }
    return out + "</svg>\n";
}

std::string cover_svg(const Metadata& about, const style::Style& style) {
    constexpr double width = 600;
    constexpr double height = 848;
    constexpr double panel = 526;
    constexpr std::size_t letters_in_a_line = 18;
    const std::string accent = ink(document::Ink::accent, style);
    const std::string on_accent = style::hexadecimal(style[style::Ink::on_accent]);
    const style::TextStyle& title = style[style::TextStyleName::cover_title];
    const auto text = [&](double y, double size, int weight, const std::string& colour, const std::string& words) {
        return fmt::format(
                   R"(<text x="64" y="{:.1f}" font-family="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>)", y,
                   faces(title), size, weight, colour, escaped(words)) +
               "\n";
    };
    std::string out = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}"><rect width="{0}" height="{1}" fill="{2}"/><rect width="{0}" height="{3}" fill="{4}"/>)",
        width, height, ink(document::Ink::paper, style), panel, accent);
    out += text(90, 15, 600, on_accent, about.holder);
    const std::vector<std::string> lines = lines_of(about.title, letters_in_a_line);
    double y = panel - 80 - 54 * (static_cast<double>(lines.size()) - 1);
    for (const std::string& line : lines) {
        out += text(y, 54, 700, on_accent, line);
        y += 54;
    }
    out += text(panel - 36, 21, 400, on_accent,
                about.subtitle + (about.subtitle.empty() ? "" : " · ") + std::to_string(about.year));
    if (!about.notice.empty()) {
        out += text(panel + 44, 15, 600, accent, about.notice);
    }
    return out + "</svg>\n";
}

} // namespace rapporteur::pandoc
