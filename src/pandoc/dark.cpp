#include "pandoc/dark.hpp"

#include <algorithm>
#include <cmath>

namespace rapporteur::pandoc {

namespace {

using style::Colour;
using style::Ink;

constexpr Colour black = {0, 0, 0};
constexpr Colour white = {255, 255, 255};

Colour mixed(Colour one, Colour other, double share_of_other) {
    const auto mix = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + share_of_other * (to - from)));
    };
    return {mix(one.red, other.red), mix(one.green, other.green), mix(one.blue, other.blue)};
}

// The same hue and strength at another lightness (HSL), 0 to 1.
Colour at_lightness(Colour colour, double lightness) {
    const double red = colour.red / 255.0;
    const double green = colour.green / 255.0;
    const double blue = colour.blue / 255.0;
    const double most = std::max({red, green, blue});
    const double least = std::min({red, green, blue});
    const double before = (most + least) / 2;
    const double strength = most == least ? 0 : (most - least) / (1 - std::abs(2 * before - 1));
    const double chroma = strength * (1 - std::abs(2 * lightness - 1));
    const auto channel = [&](double value) {
        const double place = most == least ? 0 : (value - before) / (most - least); // -0.5 to 0.5 around the middle
        return static_cast<std::uint8_t>(std::lround(255 * std::clamp(lightness + place * chroma, 0.0, 1.0)));
    };
    return {channel(red), channel(green), channel(blue)};
}

// As little lighter as the contrast with the ground takes.
Colour lightened(Colour colour, Colour ground, double contrast) {
    const double from =
        (std::max({colour.red, colour.green, colour.blue}) + std::min({colour.red, colour.green, colour.blue})) / 510.0;
    double lightness = from;
    while (lightness < 1 && style::contrast(at_lightness(colour, lightness), ground) < contrast) {
        lightness += 0.01;
    }
    return at_lightness(colour, lightness);
}

} // namespace

style::Style on_dark(const style::Style& style) {
    style::Style dark = style;
    const auto set = [&](Ink ink, Colour colour) { dark.palette[static_cast<std::size_t>(ink)] = colour; };
    const Colour paper = mixed(style[Ink::text], black, 0.3);
    const Colour text = mixed(white, paper, 0.1);
    set(Ink::paper, paper);
    set(Ink::text, text);
    set(Ink::muted, lightened(style[Ink::muted], paper, 6.5));
    set(Ink::rule, mixed(paper, text, 0.28));
    set(Ink::tint, mixed(paper, text, 0.07));
    set(Ink::accent, lightened(style[Ink::accent], paper, 7));
    set(Ink::second, lightened(style[Ink::second], paper, 5.5));
    set(Ink::on_accent, paper);
    return dark;
}

Colour on_any_ground(Colour colour) {
    double lightness = 1;
    while (style::contrast(at_lightness(colour, lightness), white) < 4.55) { // black then contrasts 21 / 4.55
        lightness -= 0.005;
    }
    return at_lightness(colour, lightness);
}

Colour found_colour(const style::Style& style) {
    double share = 0.4;
    while (share > 0 && style::contrast(mixed(style[Ink::paper], style[Ink::second], share), style[Ink::text]) < 7) {
        share -= 0.02;
    }
    return mixed(style[Ink::paper], style[Ink::second], share);
}

} // namespace rapporteur::pandoc
