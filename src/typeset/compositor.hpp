#pragma once

// The compositor: everything that setting a block takes, at one hand, and the setting of text that all blocks share.

#include "typeset/galley.hpp"
#include "typeset/type_case.hpp"

namespace rapporteur::typeset {

// Where a block is set.
struct Slot {
    ElementId parent = 0; // the structure element around it
    std::string language; // in force there
    double left = 0;      // points from the measure's left edge
    double width = 0;
};

// How a run of lines stands in its galley.
struct TextBlock {
    style::TextStyleName style = style::TextStyleName::body;
    double first_indent = 0;
    bool keep_whole = false; // no page break within
    bool on_grid = false;
    bool flush_right = false; // of ragged text: columns of numbers
};

struct SetLabel {
    std::vector<GalleyItem> items;
    double width = 0; // points
};

class Compositor {
public:
    Compositor(const document::Document& document, const style::Style& style, TypeCase& type, Structure& structure);

    const document::Document& document;
    const style::Style& style;
    TypeCase& type;
    Structure& structure;
    PassageMaker passages;
    double note_measure; // points: the width of a note
    Detail detail = Detail::glyphs;

    // The lines of a passage as slabs: widow and orphan kept, notes set at the line that calls them.
    Result<std::vector<Slab>> set_text(const Passage& passage, const TextBlock& block, const Slot& slot);
    Result<std::vector<Slab>> set_text(const Passage& passage, const Segmented& segmented, const TextBlock& block,
                                       const Slot& slot);

    // Slabs into the galley, with the style's space around them.
    void add_block(Galley& galley, std::vector<Slab> slabs, style::TextStyleName style) const;

    // A few words on one line, for running heads, page numbers and bullets; `at` is where its baseline begins. Of no
    // width where lines are set to their breaks only.
    Result<SetLabel> set_label(const std::string& text, style::TextStyleName style, ArtifactKind kind,
                               ElementId element, Point at);

    // From the top of a line to its baseline.
    double baseline_of(style::TextStyleName style) const;
    double measure() const { return style.page.width - style.page.inner - style.page.outer; }
    double depth() const { return style.page.height - style.page.top - style.page.bottom; } // of a page's text area

private:
    Result<std::vector<Slab>> set_note(std::size_t number, const Slot& slot, ElementId caller);
    void add_line(Slab& slab, SetLine&& line, const Passage& passage, const Slot& slot, double baseline) const;
};

} // namespace rapporteur::typeset
