#pragma once

// The lines of all notes that the slabs of a galley call, in order, and how many of them have room at a page's foot.
//
// Lines are counted from 0 over the whole galley, those first that earlier pages left over.

#include "typeset/galley.hpp"

#include <span>

namespace rapporteur::typeset {

class NoteLines {
public:
    NoteLines(std::span<const Slab> waiting, std::span<const Slab> slabs);

    // How many lines there are by the time that the first `slabs` slabs have called theirs.
    std::size_t called(std::size_t slabs) const { return called_by[slabs]; }
    // How many of them belong on the page of the slab that calls them: all but what a very long note has more.
    std::size_t due(std::size_t slabs) const { return due_by[slabs]; }
    // Points that the lines [from, to) take.
    double depth(std::size_t from, std::size_t to) const { return depths[to] - depths[from]; }
    // One past the last of the lines [from, to) that fit `room` points, and not in the middle of the two first or the
    // two last lines of a note where that can be helped.
    std::size_t fitting(std::size_t from, std::size_t to, double room) const;

private:
    void add(const Slab& line);

    std::vector<double> depths = {0};   // of all lines before
    std::vector<bool> divides = {true}; // whether a page may end before this line
    std::vector<std::size_t> called_by;
    std::vector<std::size_t> due_by;
};

} // namespace rapporteur::typeset
