#pragma once

// Prints slabs on pages: margins, running heads, notes at the foot, marked content and destinations.

#include "typeset/blocks.hpp"
#include "typeset/page_breaker.hpp"
#include "typeset/typeset.hpp"

#include <span>

namespace rapporteur::typeset {

enum class Furniture : std::uint8_t { none, running_head_and_folio };

class Press {
public:
    Press(Compositor& compositor, Receiver receiver);

    // The number that the next page bears.
    void number_from(std::uint32_t number) { next_number = number; }
    std::uint32_t next() const { return next_number; }

    // Cuts the galley into pages and prints them; where more follows, the last pages' slabs stay in the galley.
    Result<void> print(Galley& galley, GalleyEnd end, Furniture furniture);

    // A page whose items already have their places on the sheet.
    Result<void> print_sheet(Leaf leaf, std::vector<GalleyItem> items, const std::vector<LinkArea>& links,
                             Anchor anchor);

    // The same, of slabs; they are read in their order.
    struct Placed {
        Slab slab;
        double left = 0; // points from the sheet's left edge
        double top = 0;
    };
    Result<void> print_sheet(std::vector<Placed> slabs);

    // Tells the receiver.
    void part_is_set(std::size_t part) const;

    const PageNumbers& numbers() const { return page_numbers; }
    std::vector<Destination> take_destinations() { return std::move(destinations); }
    std::vector<PageStart> take_starts() { return std::move(starts); }
    std::uint32_t pages() const { return next_sequence; }
    PageRules rules(Orientation orientation = Orientation::portrait) const;

private:
    struct Sheet; // the page being printed

    Result<std::size_t> print_run(std::span<Slab> slabs, std::vector<Slab>& waiting, GalleyEnd end,
                                  Furniture furniture);
    Result<void> print_page(std::span<Slab> slabs, std::span<Slab> notes, Orientation orientation, Furniture furniture);
    Result<void> add_furniture(Sheet& sheet, std::span<const Slab> slabs);
    void place(Sheet& sheet, Slab& slab, double top);
    void place_notes(Sheet& sheet, std::span<Slab> lines);
    void add(Sheet& sheet, GalleyItem&& item, double right, double down);
    style::Page size_of(Orientation orientation) const;
    Sheet new_sheet(Orientation orientation = Orientation::portrait);
    Result<void> hand_on(Sheet&& sheet);

    Compositor& compositor;
    Receiver receiver;
    std::uint32_t next_number = 1;
    std::uint32_t next_sequence = 0;
    std::string running;
    PageNumbers page_numbers;
    std::vector<Destination> destinations;
    std::vector<PageStart> starts;
    std::optional<PageStart> begun; // the block that was printed last, or is being printed
};

} // namespace rapporteur::typeset
