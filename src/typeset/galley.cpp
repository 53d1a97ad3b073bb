#include "typeset/galley.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rapporteur::typeset {

namespace {

double depth_of(const Slab& slab) {
    double depth = slab.before + slab.height;
    for (const FootNote& note : slab.notes) {
        depth += note.height;
    }
    return depth;
}

constexpr std::size_t lines_in_a_piece = 6; // of a long note
constexpr double most_notes = 220;          // points of notes that one slab brings

// A note in pieces that may stand on different pages.
std::vector<FootNote> pieces_of(FootNote note) {
    std::vector<FootNote> pieces;
    double left = note.height;
    for (std::size_t line = 0; line < note.slabs.size(); ++line) {
        if (line % lines_in_a_piece == 0) {
            pieces.emplace_back();
        }
        pieces.back().height += note.slabs[line].height;
        left -= note.slabs[line].height;
        pieces.back().slabs.push_back(std::move(note.slabs[line]));
    }
    if (pieces.empty()) {
        pieces.emplace_back();
    }
    pieces.back().height += left; // the space after the note
    return pieces;
}

} // namespace

void Galley::deal_notes(Slab& slab) {
    for (FootNote& note : slab.notes) {
        std::vector<FootNote> pieces = pieces_of(std::move(note));
        std::move(pieces.begin(), pieces.end(), std::back_inserter(notes_to_deal));
    }
    slab.notes.clear();
    double dealt = 0;
    auto waiting = notes_to_deal.begin();
    while (waiting != notes_to_deal.end() && (dealt == 0 || dealt + waiting->height <= most_notes)) {
        dealt += waiting->height;
        slab.notes.push_back(std::move(*waiting));
        ++waiting;
    }
    notes_to_deal.erase(notes_to_deal.begin(), waiting);
}

void Galley::finish() {
    while (!notes_to_deal.empty()) {
        Slab empty;
        deal_notes(empty);
        total += depth_of(empty);
        column.push_back(std::move(empty));
    }
}

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
    if (!slab.notes.empty() || !notes_to_deal.empty()) {
        deal_notes(slab);
    }
    total += depth_of(slab);
    column.push_back(std::move(slab));
}

void Galley::drop_first(std::size_t count) {
    const auto end = column.begin() + static_cast<std::ptrdiff_t>(count);
    std::for_each(column.begin(), end, [&](const Slab& slab) { total -= depth_of(slab); });
    column.erase(column.begin(), end);
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
