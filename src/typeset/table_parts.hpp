#pragma once

// A table on its way to the galley: its cells cut into words, the widths that they need, its rows set.

#include "typeset/blocks.hpp"

#include <array>

namespace rapporteur::typeset {

inline constexpr double cell_padding = 5;   // points at each side of a cell's text
inline constexpr double row_padding = 3.25; // points above and below it

enum class RowKind : std::uint8_t { head, body };

// Text before its column's width is known.
struct CellText {
    Passage passage;
    Segmented segmented;
};

struct CutCell {
    ElementId element = 0;
    std::string language;
    std::vector<CellText> lines;
};

struct CutRow {
    ElementId element = 0;
    RowKind kind = RowKind::body;
    std::vector<CutCell> cells;
};

// Whether a cell heads its column or its row.
inline bool heads(const document::Table& table, std::size_t column, RowKind kind) {
    return kind == RowKind::head || (column == 0 && table.row_headers);
}
inline style::TextStyleName style_of(const document::Table& table, std::size_t column, RowKind kind) {
    return heads(table, column, kind) ? style::TextStyleName::table_header : style::TextStyleName::table;
}

// Makes the structure elements of rows and cells, and cuts their texts.
class TableCutter {
public:
    // `language` is the table's own, or that around it.
    TableCutter(Compositor& with, const document::Table& what, const std::string& within)
        : compositor(with), table(what), language(within) {}

    Result<CutRow> row(const document::Row& row, RowKind kind, ElementId group);
    Result<CutCell> cell(const document::Cell& from, std::size_t column, RowKind kind, ElementId row);

private:
    Compositor& compositor;
    const document::Table& table;
    const std::string& language;
};

// What a column needs at the style's own size, in points without padding: its widest piece for each of `Breaks`, its
// widest figure, and its widest cell on one line.
struct ColumnNeed {
    std::array<double, breaks_count> least = {};
    double figure = 0; // 0 where the table has room for whole words
    double most = 0;
};

std::vector<ColumnNeed> needs_of(Compositor& compositor, const std::vector<CutRow>& rows, std::size_t columns);

// How a table is fitted to the measure.
struct TableFit {
    double scale = 1; // of its type
    Orientation orientation = Orientation::portrait;
    std::vector<std::vector<std::size_t>> groups; // columns that stand beside each other; more than one: it is split
    std::vector<std::vector<double>> widths;      // points, of each group's columns
    std::optional<std::size_t> cuts_figures_of;   // a column that is too narrow for its figures even so
};

struct FitRules {
    double measure = 0;        // points
    double least_scale = 1;    // of the type
    bool row_headers = true;   // the first column stands in every group
    bool divides_words = true; // rather than split the table
    double turned_measure = 0; // of a page turned to landscape; 0: not to be turned
};

// The first of these that is wide enough: whole words, at the style's size or smaller; the same with addresses broken
// at their own marks; with words divided; all that on a page turned to landscape; the columns split into several
// tables. Where one column beside the row headers is too wide even so, its words are cut; its figures must not be.
TableFit fit_table(const std::vector<ColumnNeed>& needs, const FitRules& rules);

// The same for the pages of the compositor's style. Fails where the table has figures that no way leaves whole.
Result<TableFit> fit_to_page(Compositor& compositor, const document::Table& table, const std::vector<CutRow>& rows);

// Where a cell's text stands in its row, in points from the measure's left edge.
struct CellPlace {
    double left = 0;
    double width = 0;
    style::TextStyleName style = style::TextStyleName::table;
    bool flush_right = false;
};

// A row as lines of its cells, before it is known whether they stay together.
class SetRow {
public:
    // `scale` is that of the type. `places` has one for each cell.
    static Result<SetRow> set(Compositor& compositor, const CutRow& row, const std::vector<CellPlace>& places,
                              double scale);

    double depth() const; // points, with the padding above and below
    Slab whole() &&;
    // Slabs between which a page may end, for no less than `penalty`: the first lines of all cells, the second ones,
    // and so on.
    std::vector<Slab> divided(double penalty) &&;

private:
    std::size_t most_lines() const;

    ElementId element = 0;
    std::vector<ElementId> elements;      // of the cells
    std::vector<std::vector<Slab>> cells; // the lines of each
};

} // namespace rapporteur::typeset
