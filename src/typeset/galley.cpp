#include "typeset/galley.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rapporteur::typeset {

namespace {

double depth_of(const Slab& slab) {
    double depth = slab.before + slab.height;
    for (const Slab& line : slab.notes) {
        depth += line.height;
    }
    return depth;
}

} // namespace

void Galley::space(double points) {
    pending = std::max(pending, points);
}

void Galley::begin(std::size_t part, std::size_t block) {
    place = {0, Leaf::text, static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(block), 0};
    next = place;
}

void Galley::begin_item() {
    ++place.item;
    next = next ? next : place; // a block and its first item begin together
}

void Galley::add(Slab slab) {
    slab.start = std::exchange(next, std::nullopt);
    slab.before = std::max(slab.before, pending);
    pending = 0;
    if (keep > 0) { // else the slab's own may be below 0
        slab.penalty = std::max(slab.penalty, std::exchange(keep, 0));
    }
    slab.orientation = orientation;
    total += depth_of(slab);
    column.push_back(std::move(slab));
}

void Galley::landscape(double right) {
    orientation = Orientation::landscape;
    double kept = keep;
    for (auto slab = column.rbegin(); slab != column.rend() && kept == never_break; ++slab) {
        kept = slab->penalty;
        slab->orientation = orientation;
        for (GalleyItem& item : slab->items) {
            move_by(item.item, right, 0);
        }
        for (LinkArea& link : slab->links) {
            link.origin.x += right;
        }
    }
}

void Galley::drop_first(std::size_t count) {
    column.erase(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(count));
    total = std::accumulate(column.begin(), column.end(), 0.0,
                            [](double depth, const Slab& slab) { return depth + depth_of(slab); });
}

void scale_by(GlyphRun& run, double factor) {
    run.size *= static_cast<float>(factor);
    run.origin.x *= factor;
    run.origin.y *= factor;
    for (Glyph& glyph : run.glyphs) {
        glyph.x *= static_cast<float>(factor);
        glyph.y *= static_cast<float>(factor);
    }
}

void move_by(Item& item, double right, double down) {
    const auto move = [&](Point& point) {
        point.x += right;
        point.y += down;
    };
    if (auto* run = std::get_if<GlyphRun>(&item)) {
        move(run->origin);
    } else if (auto* stroke = std::get_if<Stroke>(&item)) {
        move(stroke->from);
        move(stroke->to);
    } else if (auto* fill = std::get_if<Fill>(&item)) {
        move(fill->origin);
    } else if (auto* image = std::get_if<Image>(&item)) {
        move(image->origin);
    } else {
        move(std::get<Circle>(item).centre);
    }
}

} // namespace rapporteur::typeset
