#include "charts/charts.hpp"

namespace rapporteur::charts {

namespace {

using namespace document;

void magnify(Point& point, double factor) {
    point.x *= factor;
    point.y *= factor;
}

void magnify(Line& line, double factor) {
    magnify(line.from, factor);
    magnify(line.to, factor);
    line.width *= factor;
}

void magnify(Rectangle& rectangle, double factor) {
    magnify(rectangle.origin, factor);
    rectangle.width *= factor;
    rectangle.height *= factor;
    rectangle.radius *= factor;
}

void magnify(Disc& disc, double factor) {
    magnify(disc.centre, factor);
    disc.radius *= factor;
}

void magnify(Label& label, double factor) {
    magnify(label.baseline, factor);
    label.size *= factor;
}

} // namespace

Drawing magnified(Drawing drawing, double factor) {
    drawing.width *= factor;
    drawing.height *= factor;
    for (Shape& shape : drawing.shapes) {
        std::visit([&](auto& which) { magnify(which, factor); }, shape);
    }
    return drawing;
}

} // namespace rapporteur::charts
