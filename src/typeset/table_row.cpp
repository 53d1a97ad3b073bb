#include "typeset/table_parts.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

constexpr double break_within_row = 300; // above a line that isn't the row's second or last

double depth_of(const std::vector<Slab>& lines) {
    double depth = 0;
    for (const Slab& line : lines) {
        depth += line.height;
    }
    return depth;
}

void add(Slab& slab, Slab&& text, double y) {
    for (GalleyItem& item : text.items) {
        move_by(item.item, 0, y);
        slab.items.push_back(std::move(item));
    }
    for (LinkArea& area : text.links) {
        area.origin.y += y;
        slab.links.push_back(std::move(area));
    }
    std::move(text.notes.begin(), text.notes.end(), std::back_inserter(slab.notes));
    std::move(text.anchors.begin(), text.anchors.end(), std::back_inserter(slab.anchors));
}

// A line of smaller type, its left edge moved to where it stands.
void scale_line(Slab& line, double scale, double left) {
    for (GalleyItem& item : line.items) {
        auto& run = std::get<GlyphRun>(item.item); // a line of text has nothing else
        scale_by(run, scale);
        run.origin.x += left;
    }
    for (LinkArea& area : line.links) {
        area.origin.x = area.origin.x * scale + left;
        area.origin.y *= scale;
        area.width *= static_cast<float>(scale);
        area.height *= static_cast<float>(scale);
    }
    line.height *= scale;
}

} // namespace

Result<SetRow> SetRow::set(Compositor& compositor, const CutRow& row, const std::vector<CellPlace>& places,
                           double scale) {
    SetRow made;
    made.element = row.element;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const CutCell& cell = row.cells[at];
        const CellPlace& place = places[at];
        made.elements.push_back(cell.element);
        std::vector<Slab>& lines = made.cells.emplace_back();
        TextBlock block{place.style, 0, true, false};
        block.flush_right = place.flush_right;
        const bool is_scaled = scale < 1;
        const Slot slot{cell.element, cell.language, is_scaled ? 0 : place.left, place.width / scale};
        for (const CellText& text : cell.lines) {
            Result<std::vector<Slab>> set = compositor.set_text(text.passage, text.segmented, block, slot);
            if (!set) {
                return tl::unexpected(set.error());
            }
            std::move(set->begin(), set->end(), std::back_inserter(lines));
        }
        for (Slab& line : lines) {
            if (is_scaled) {
                scale_line(line, scale, place.left);
            }
        }
    }
    return made;
}

double SetRow::depth() const {
    double deepest = 0;
    for (const std::vector<Slab>& lines : cells) {
        deepest = std::max(deepest, depth_of(lines));
    }
    return row_padding + deepest + row_padding;
}

std::size_t SetRow::most_lines() const {
    std::size_t most = 0;
    for (const std::vector<Slab>& lines : cells) {
        most = std::max(most, lines.size());
    }
    return most;
}

Slab SetRow::whole() && {
    Slab slab;
    slab.height = depth();
    slab.opens.push_back(element);
    for (std::size_t at = 0; at < cells.size(); ++at) {
        slab.opens.push_back(elements[at]);
        double y = row_padding;
        for (Slab& line : cells[at]) {
            const double height = line.height;
            add(slab, std::move(line), y);
            y += height;
        }
    }
    return slab;
}

std::vector<Slab> SetRow::divided(double penalty) && {
    const std::size_t count = std::max<std::size_t>(most_lines(), 1);
    std::vector<Slab> slabs(count);
    slabs.front().opens.push_back(element);
    slabs.front().opens.insert(slabs.front().opens.end(), elements.begin(), elements.end());
    for (std::size_t line = 0; line < count; ++line) {
        Slab& slab = slabs[line];
        const double above = line == 0 ? row_padding : 0;
        for (std::vector<Slab>& lines : cells) {
            if (line < lines.size()) {
                slab.height = std::max(slab.height, lines[line].height);
                add(slab, std::move(lines[line]), above);
            }
        }
        const bool orphan_or_widow = line == 1 || line + 1 == count;
        slab.penalty = line == 0 ? 0 : (orphan_or_widow ? never_break : break_within_row + penalty);
        slab.height += above + (line + 1 == count ? row_padding : 0);
    }
    return slabs;
}

} // namespace rapporteur::typeset
