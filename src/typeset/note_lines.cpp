#include "typeset/note_lines.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

constexpr double most_due = 220; // points of notes that a slab has to have on its page
constexpr double hair = 1e-6;

} // namespace

NoteLines::NoteLines(std::span<const Slab> waiting, std::span<const Slab> slabs) {
    for (const Slab& line : waiting) {
        add(line);
    }
    called_by.reserve(slabs.size() + 1);
    due_by.reserve(slabs.size() + 1);
    called_by.push_back(waiting.size());
    due_by.push_back(0);
    for (const Slab& slab : slabs) {
        const std::size_t first = called_by.back();
        for (const Slab& line : slab.notes) {
            add(line);
        }
        const std::size_t end = first + slab.notes.size();
        called_by.push_back(end);
        due_by.push_back(end == first ? due_by.back() : fitting(first, end, most_due));
    }
}

void NoteLines::add(const Slab& line) {
    divides.back() = line.penalty != never_break;
    divides.push_back(true);
    depths.push_back(depths.back() + line.height);
}

std::size_t NoteLines::fitting(std::size_t from, std::size_t to, double room) const {
    const auto first = depths.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = depths.begin() + static_cast<std::ptrdiff_t>(to) + 1;
    const auto beyond = std::upper_bound(first, end, depths[from] + room + hair);
    const std::size_t last = from + static_cast<std::size_t>(std::max<std::ptrdiff_t>(beyond - first, 1)) - 1;
    std::size_t fits = last;
    while (fits > from && !divides[fits]) {
        --fits;
    }
    return fits == from ? last : fits;
}

} // namespace rapporteur::typeset
