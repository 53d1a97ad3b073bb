#include "charts/charts.hpp"

namespace rapporteur::charts {

namespace {

using namespace document;

void mirror(Line& line, double width) {
    line.from.x = width - line.from.x;
    line.to.x = width - line.to.x;
}

void mirror(Rectangle& rectangle, double width) {
    rectangle.origin.x = width - rectangle.origin.x - rectangle.width;
}

void mirror(Disc& disc, double width) {
    disc.centre.x = width - disc.centre.x;
}

void mirror(Label& label, double width) {
    label.baseline.x = width - label.baseline.x;
    if (label.anchor != Anchor::middle) {
        label.anchor = label.anchor == Anchor::start ? Anchor::end : Anchor::start;
    }
}

} // namespace

Drawing mirrored(Drawing drawing) {
    for (Shape& shape : drawing.shapes) {
        std::visit([&](auto& one) { mirror(one, drawing.width); }, shape);
    }
    return drawing;
}

} // namespace rapporteur::charts
