#pragma once

// Grows the structure tree while blocks are composed and placed.
//
// An element is made when its block is composed, but joins its parent only when it is attached: at the latest when the
// first of its content is placed on a page. So kids stand in the order in which a reader meets them, whatever the order
// in which they were made, and a note called in a paragraph follows the words that call it.

#include "typeset/page.hpp"

namespace rapporteur::typeset {

class Structure {
public:
    Structure();

    static constexpr ElementId root = 0;

    ElementId make(ElementType type, ElementId parent);
    Attributes& attributes(ElementId element); // made on first use; the reference is good until the next call
    Element& operator[](ElementId element) { return tree.elements[element]; }

    void attach(ElementId element); // and, before it, what it stands in
    void add_content(ElementId element, std::uint32_t sequence, std::uint32_t mcid);
    void add_annotation(ElementId element, std::uint32_t sequence, std::uint32_t number);

    void tell(ElementId element, const document::FactNumbers& facts); // that it says them
    std::vector<Told> take_told() { return std::move(told); }

    StructureTree take() && { return std::move(tree); }

private:
    StructureTree tree;
    std::vector<bool> attached;
    std::vector<Told> told;
};

} // namespace rapporteur::typeset
