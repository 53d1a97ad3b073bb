#pragma once

// A galley: what is set, in one long column, before it is cut into pages.
//
// It is a list of slabs that no page break divides: a line of text, a row of a table, a figure. Positions in a slab are
// points from the measure's left edge and the slab's top.

#include "typeset/page.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::typeset {

struct GalleyItem {
    ElementId element = 0;
    ArtifactKind artifact = ArtifactKind::none;
    Item item;
};

// What is printed first where a slab begins a page: the head of its table.
struct RepeatedHead {
    double height = 0;
    std::vector<GalleyItem> items; // artifacts
};

// A place that is pointed at, and the element that stands there.
struct Anchor {
    std::string id;
    ElementId element = 0;
};

constexpr double never_break = std::numeric_limits<double>::infinity();
// What stays whole while it fits a page: above all that a page may cost that is left empty.
constexpr double last_resort = 50000;

// How the page lies that a slab is printed on.
enum class Orientation : std::uint8_t { portrait, landscape };

struct Slab {
    double height = 0;
    Orientation orientation = Orientation::portrait;
    double before = 0;            // space above, dropped at the head of a page
    bool on_grid = false;         // a line of running text: its baseline stands on the grid
    bool takes_space = false;     // the space above may grow by a line where the page isn't full
    double penalty = 0;           // what a page break above it costs; never_break forbids it
    std::vector<ElementId> opens; // elements to attach even if nothing in them shows, such as an empty cell
    std::vector<GalleyItem> items;
    std::vector<LinkArea> links;
    std::vector<Slab> notes;        // lines of the notes that it calls, in order, for the foot of its page
    std::vector<Anchor> anchors;    // destinations at its top
    std::optional<PageStart> start; // the block or item that begins with this slab; its sequence isn't known yet
    std::string running;            // a running head that holds from here; empty: as before
    std::shared_ptr<const RepeatedHead> head;
    ElementId boxed = 0; // a figure that this slab is the whole of: it gets the slab's place on the page; 0 for none
    double box_left = 0; // points
    double box_width = 0;
};

class Galley {
public:
    // The next block keeps `space` points from what stands above it; of two spaces that meet the larger counts.
    void space(double points);
    // The next slab must stand on the page of the one before.
    void keep_with_next(double penalty = never_break) { keep = std::max(keep, penalty); }
    // The next slab begins this block, or the block's next item.
    void begin(std::size_t part, std::size_t block);
    void begin_item();
    void add(Slab slab);
    // What follows, and what is kept with it, stands on landscape pages until portrait() is called. What is kept with
    // it is moved right by so many points.
    void landscape(double right);
    void portrait() { orientation = Orientation::portrait; }

    std::vector<Slab>& slabs() { return column; }
    double depth() const { return total; }
    void drop_first(std::size_t count); // those that have been put on pages

    std::vector<Slab> waiting_notes; // lines of notes called by slabs that were dropped, for the next pages' feet

private:
    std::vector<Slab> column;
    double pending = 0;
    Orientation orientation = Orientation::portrait;
    double keep = 0; // what a break above the next slab costs
    PageStart place;
    std::optional<PageStart> next; // what begins with the next slab
    double total = 0;
};

// Moves what an item paints.
void move_by(Item& item, double right, double down);

// Sets glyphs larger or smaller, seen from the origin of what they stand in.
void scale_by(GlyphRun& run, double factor);

} // namespace rapporteur::typeset
