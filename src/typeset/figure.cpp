#include "typeset/blocks.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

style::Ink ink_of(document::Ink ink) {
    return static_cast<style::Ink>(ink); // the enumerations begin alike
}

Fill fill_of(const document::Rectangle& rectangle, const style::Style& style) {
    Fill fill;
    fill.origin = rectangle.origin;
    fill.width = static_cast<float>(rectangle.width);
    fill.height = static_cast<float>(rectangle.height);
    fill.radius = static_cast<float>(rectangle.radius);
    fill.colour = colour_of(style[ink_of(rectangle.fill)]);
    return fill;
}

Stroke stroke_of(const document::Line& line, const style::Style& style) {
    Stroke stroke;
    stroke.from = line.from;
    stroke.to = line.to;
    stroke.width = static_cast<float>(line.width);
    stroke.colour = colour_of(style[ink_of(line.ink)]);
    stroke.pattern = line.dashed ? StrokePattern::dashed : StrokePattern::solid;
    return stroke;
}

Circle circle_of(const document::Disc& disc, const style::Style& style) {
    constexpr float ring = 1.2F;
    Circle circle;
    circle.centre = disc.centre;
    circle.radius = static_cast<float>(disc.radius);
    circle.colour = colour_of(style[ink_of(disc.fill)]);
    circle.line_width = disc.hollow ? ring : 0;
    return circle;
}

// Points that a label may take before it leaves the drawing.
double room_for(const document::Label& label, double drawing_width) {
    constexpr double over_the_edge = 3; // the figures at the ends of an axis
    const double from_left = label.baseline.x + over_the_edge;
    const double from_right = drawing_width - label.baseline.x + over_the_edge;
    switch (label.anchor) {
    case document::Anchor::start:
        return from_right;
    case document::Anchor::end:
        return from_left;
    case document::Anchor::middle:
        break;
    }
    return 2 * std::min(from_left, from_right);
}

// A label, set at the style's size and scaled to its own.
Result<std::vector<GalleyItem>> set_drawn_label(Compositor& compositor, const document::Label& label,
                                                double drawing_width, ElementId element) {
    const TextStyleName name = label.strong ? TextStyleName::table_header : TextStyleName::figure_label;
    Result<SetLabel> set = compositor.set_label(label.text, name, ArtifactKind::none, element, {0, 0});
    if (!set) {
        return tl::unexpected(set.error());
    }
    const double own = label.size / compositor.style[name].size;
    const double room = room_for(label, drawing_width);
    const double scale = set->width * own > room ? room / set->width : own; // its font is wider than was guessed
    const double width = set->width * scale;
    const double shift =
        label.anchor == document::Anchor::start ? 0 : (label.anchor == document::Anchor::middle ? width / 2 : width);
    for (GalleyItem& item : set->items) {
        auto& run = std::get<GlyphRun>(item.item);
        scale_by(run, scale);
        run.colour = colour_of(compositor.style[ink_of(label.ink)]);
        move_by(item.item, label.baseline.x - shift, label.baseline.y);
    }
    return std::move(set->items);
}

Result<Slab> set_drawing(Compositor& compositor, const document::Drawing& drawing, ElementId element) {
    Slab slab;
    slab.height = drawing.height;
    for (const document::Shape& shape : drawing.shapes) {
        if (const auto* label = std::get_if<document::Label>(&shape)) {
            Result<std::vector<GalleyItem>> items = set_drawn_label(compositor, *label, drawing.width, element);
            if (!items) {
                return tl::unexpected(items.error());
            }
            std::move(items->begin(), items->end(), std::back_inserter(slab.items));
        } else if (const auto* rectangle = std::get_if<document::Rectangle>(&shape)) {
            slab.items.push_back({element, ArtifactKind::none, fill_of(*rectangle, compositor.style)});
        } else if (const auto* line = std::get_if<document::Line>(&shape)) {
            slab.items.push_back({element, ArtifactKind::none, stroke_of(*line, compositor.style)});
        } else {
            slab.items.push_back(
                {element, ArtifactKind::none, circle_of(std::get<document::Disc>(shape), compositor.style)});
        }
    }
    return slab;
}

} // namespace

Result<void> set_figure(Compositor& compositor, const document::Figure& figure, const Flow& flow) {
    const ElementId element = compositor.structure.make(ElementType::figure, flow.section);
    compositor.structure.tell(element, figure.facts);
    Attributes& attributes = compositor.structure.attributes(element);
    attributes.alternative = figure.alternative;
    attributes.language = figure.language == flow.language ? std::string() : figure.language;
    if (!figure.caption.empty()) {
        if (Result<void> caption = set_caption(compositor, figure.caption, compositor.measure(), element, flow);
            !caption) {
            return caption;
        }
    }
    Result<Slab> drawing = set_drawing(compositor, figure.drawing, element);
    if (!drawing) {
        return tl::unexpected(drawing.error());
    }
    drawing->boxed = element;
    drawing->box_width = figure.drawing.width;
    if (!figure.id.empty()) {
        drawing->anchors.push_back({figure.id, element});
    }
    flow.galley.add(std::move(*drawing));
    flow.galley.space(compositor.style.grid);
    if (figure.data) {
        flow.galley.keep_with_next(last_resort / 2); // its numbers stand beneath it
    }
    return figure.data ? set_table(compositor, *figure.data, flow) : Result<void>();
}

} // namespace rapporteur::typeset
