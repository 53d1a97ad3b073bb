#include "typeset/crop_marks.hpp"

#include "style/style.hpp"

namespace rapporteur::typeset {

namespace {

constexpr double length = 14;
constexpr float thickness = 0.25F;

Stroke mark(Point from, Point to) {
    Stroke stroke;
    stroke.from = from;
    stroke.to = to;
    stroke.width = thickness;
    return stroke;
}

} // namespace

void add_crop_marks(Page& page) {
    const double clear = style::bleed + 1;
    page.bleed = static_cast<float>(style::bleed);
    page.margin = static_cast<float>(clear + length + 1);
    const double right = double{page.width};
    const double bottom = double{page.height};
    MarkedContent marks;
    marks.artifact = ArtifactKind::layout;
    for (const double x : {0.0, right}) {
        marks.items.emplace_back(mark({x, -clear - length}, {x, -clear}));
        marks.items.emplace_back(mark({x, bottom + clear}, {x, bottom + clear + length}));
    }
    for (const double y : {0.0, bottom}) {
        marks.items.emplace_back(mark({-clear - length, y}, {-clear, y}));
        marks.items.emplace_back(mark({right + clear, y}, {right + clear + length, y}));
    }
    page.contents.push_back(std::move(marks));
}

} // namespace rapporteur::typeset
