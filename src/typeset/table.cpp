#include "typeset/blocks.hpp"
#include "typeset/column_widths.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr double cell_padding = 5;   // points at each side of a cell's text
constexpr double row_padding = 3.25; // points above and below it
constexpr double row_rule = 0.4;     // points thick
constexpr double head_rule = 0.9;
constexpr double break_between_rows = 20;
constexpr double break_near_edge = 200; // leaving one row alone at the head's or the table's end
constexpr std::size_t kept_whole = 14;  // rows: a table this short isn't divided if it fits a page

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

// One table being set.
class TableSetter {
public:
    TableSetter(Compositor& with, const document::Table& what, const Flow& where)
        : compositor(with), table(what), flow(where), language(what.language.empty() ? where.language : what.language),
          from_right(is_right_to_left(language)) {}

    Result<void> set();

private:
    Result<CutRow> cut_row(const document::Row& row, RowKind kind, ElementId group);
    Result<CutCell> cut_cell(const document::Cell& cell, std::size_t column, RowKind kind, ElementId row);
    void find_widths(const std::vector<CutRow>& rows);
    Result<Slab> set_row(const CutRow& row);
    Result<double> set_cell(const CutCell& cell, std::size_t column, RowKind kind, Slab& slab);
    Result<void> set_head(const CutRow& row);
    Result<void> set_body(const CutRow& row, std::size_t number);
    bool heads(std::size_t column, RowKind kind) const {
        return kind == RowKind::head || (column == 0 && table.row_headers);
    }
    TextStyleName style_of(std::size_t column, RowKind kind) const {
        return heads(column, kind) ? TextStyleName::table_header : TextStyleName::table;
    }
    double left_of(std::size_t column) const;
    double penalty_before(std::size_t row) const;
    GalleyItem rule_at(double y, double thickness) const;
    GalleyItem ground(double height) const;
    Result<std::shared_ptr<const RepeatedHead>> repeated(const Slab& row);

    Compositor& compositor;
    const document::Table& table;
    const Flow& flow;
    std::string language;
    bool from_right;
    ElementId element = 0;
    std::vector<double> widths;
    double total = 0;
    std::shared_ptr<const RepeatedHead> head;
};

Result<CutRow> TableSetter::cut_row(const document::Row& row, RowKind kind, ElementId group) {
    CutRow cut;
    cut.element = compositor.structure.make(ElementType::table_row, group);
    cut.kind = kind;
    for (std::size_t column = 0; column < row.size(); ++column) {
        Result<CutCell> cell = cut_cell(row[column], column, kind, cut.element);
        if (!cell) {
            return tl::unexpected(cell.error());
        }
        cut.cells.push_back(std::move(*cell));
    }
    return cut;
}

Result<CutCell> TableSetter::cut_cell(const document::Cell& cell, std::size_t column, RowKind kind, ElementId row) {
    const bool is_header = heads(column, kind);
    CutCell cut;
    cut.element = compositor.structure.make(is_header ? ElementType::table_header : ElementType::table_data, row);
    if (is_header) {
        compositor.structure[cut.element].scope = kind == RowKind::head ? Scope::column : Scope::row;
    }
    compositor.structure.tell(cut.element, cell.facts);
    cut.language = cell.language.empty() ? language : cell.language;
    if (cut.language != language) {
        compositor.structure.attributes(cut.element).language = cut.language;
    }
    for (const document::Inlines& line : cell.lines) {
        Passage passage = compositor.passages.make(line, {style_of(column, kind), cut.element, cut.language});
        Result<Segmented> segmented = compositor.type.setter.cut(passage);
        if (!segmented) {
            return tl::unexpected(segmented.error());
        }
        cut.lines.push_back({std::move(passage), std::move(*segmented)});
    }
    return cut;
}

void TableSetter::find_widths(const std::vector<CutRow>& rows) {
    std::vector<ColumnWant> wants(table.columns.size(), ColumnWant{2 * cell_padding, 2 * cell_padding});
    for (const CutRow& row : rows) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            for (const CellText& line : row.cells[column].lines) {
                const Extent extent = extent_of(line.segmented);
                wants[column].least = std::max(wants[column].least, extent.widest_piece + 2 * cell_padding);
                wants[column].most = std::max(wants[column].most, extent.whole + 2 * cell_padding + 0.5);
            }
        }
    }
    widths = column_widths(wants, compositor.measure());
    total = std::accumulate(widths.begin(), widths.end(), 0.0);
}

double TableSetter::left_of(std::size_t column) const {
    double left = 0;
    for (std::size_t before = 0; before < column; ++before) {
        left += widths[before];
    }
    return from_right ? total - left - widths[column] : left;
}

// What a page break above a row costs. A short table stays whole where it can.
double TableSetter::penalty_before(std::size_t row) const {
    const bool divides_short = table.rows.size() <= kept_whole && row > 0;
    const double near = row <= 1 || row + 1 == table.rows.size() ? break_near_edge : break_between_rows;
    return near + (divides_short ? last_resort : 0);
}

GalleyItem TableSetter::rule_at(double y, double thickness) const {
    Stroke stroke;
    stroke.from = {0, y};
    stroke.to = {total, y};
    stroke.width = static_cast<float>(thickness);
    stroke.colour = colour_of(compositor.style[thickness == head_rule ? style::Ink::accent : style::Ink::rule]);
    return {0, ArtifactKind::layout, stroke};
}

GalleyItem TableSetter::ground(double height) const {
    Fill fill;
    fill.width = static_cast<float>(total);
    fill.height = static_cast<float>(height);
    fill.colour = colour_of(compositor.style[style::Ink::tint]);
    return {0, ArtifactKind::layout, fill};
}

Result<double> TableSetter::set_cell(const CutCell& cell, std::size_t column, RowKind kind, Slab& slab) {
    slab.opens.push_back(cell.element);
    // Without a head there is no ground to stand within: the text begins where the text around the table does.
    const double before = column == 0 && !table.header ? 0 : cell_padding;
    const double left = left_of(column) + (from_right ? cell_padding : before);
    const Slot slot{cell.element, cell.language, left, widths[column] - before - cell_padding};
    // Numbers line up at their right in any language: they run from left to right.
    TextBlock block{style_of(column, kind), 0, true, false};
    block.flush_right = table.columns[column].alignment == document::Alignment::end;
    double y = row_padding;
    for (const CellText& line : cell.lines) {
        Result<std::vector<Slab>> lines = compositor.set_text(line.passage, line.segmented, block, slot);
        if (!lines) {
            return tl::unexpected(lines.error());
        }
        for (Slab& text : *lines) {
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
            y += text.height;
        }
    }
    return y + row_padding;
}

Result<Slab> TableSetter::set_row(const CutRow& row) {
    Slab slab;
    slab.opens.push_back(row.element);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const Result<double> depth = set_cell(row.cells[column], column, row.kind, slab);
        if (!depth) {
            return tl::unexpected(depth.error());
        }
        slab.height = std::max(slab.height, *depth);
    }
    if (row.kind == RowKind::head) {
        slab.items.insert(slab.items.begin(), ground(slab.height));
    }
    slab.items.push_back(rule_at(slab.height, row.kind == RowKind::head ? head_rule : row_rule));
    return slab;
}

// The head as it stands again on a next page, under a line that says that the table goes on.
Result<std::shared_ptr<const RepeatedHead>> TableSetter::repeated(const Slab& row) {
    constexpr TextStyleName name = TextStyleName::table;
    auto again = std::make_shared<RepeatedHead>();
    const std::string& continued = compositor.document.labels.continued;
    const std::string caption = words_of(table.caption);
    const std::string line = caption.empty() ? continued : fmt::format("{} ({})", caption, continued);
    const double depth = compositor.style[name].leading + row_padding;
    Result<SetLabel> label =
        compositor.set_label(line, name, ArtifactKind::repeated, 0, {0, compositor.baseline_of(name)});
    if (!label) {
        return tl::unexpected(label.error());
    }
    for (GalleyItem& item : label->items) {
        move_by(item.item, from_right ? total - label->width - cell_padding : cell_padding, 0);
        again->items.push_back(std::move(item));
    }
    for (const GalleyItem& item : row.items) {
        const ArtifactKind kind = item.artifact == ArtifactKind::layout ? ArtifactKind::layout : ArtifactKind::repeated;
        again->items.push_back({0, kind, item.item});
        move_by(again->items.back().item, 0, depth);
    }
    again->height = depth + row.height;
    return std::shared_ptr<const RepeatedHead>(std::move(again));
}

Result<void> TableSetter::set_head(const CutRow& row) {
    Result<Slab> slab = set_row(row);
    if (!slab) {
        return tl::unexpected(slab.error());
    }
    Result<std::shared_ptr<const RepeatedHead>> again = repeated(*slab);
    if (!again) {
        return tl::unexpected(again.error());
    }
    head = std::move(*again);
    if (!table.id.empty()) {
        slab->anchors.push_back({table.id, element});
    }
    flow.galley.add(std::move(*slab));
    flow.galley.keep_with_next();
    return {};
}

Result<void> TableSetter::set_body(const CutRow& row, std::size_t number) {
    Result<Slab> slab = set_row(row);
    if (!slab) {
        return tl::unexpected(slab.error());
    }
    slab->penalty = penalty_before(number);
    slab->head = head;
    if (number == 0 && !table.header && !table.id.empty()) {
        slab->anchors.push_back({table.id, element});
    }
    flow.galley.begin_item();
    flow.galley.add(std::move(*slab));
    return {};
}

Result<void> TableSetter::set() {
    element = compositor.structure.make(ElementType::table, flow.section);
    if (language != flow.language) {
        compositor.structure.attributes(element).language = language;
    }
    if (!table.caption.empty()) {
        if (Result<void> caption = set_caption(compositor, table.caption, element, flow); !caption) {
            return caption;
        }
    }
    std::vector<CutRow> rows;
    const auto cut = [&](const document::Row& row, RowKind kind, ElementId group) -> Result<void> {
        Result<CutRow> made = cut_row(row, kind, group);
        if (!made) {
            return tl::unexpected(made.error());
        }
        rows.push_back(std::move(*made));
        return {};
    };
    Result<void> done;
    if (table.header) {
        done = cut(*table.header, RowKind::head, compositor.structure.make(ElementType::table_head, element));
    }
    const ElementId body = compositor.structure.make(ElementType::table_body, element);
    for (std::size_t at = 0; done && at < table.rows.size(); ++at) {
        done = cut(table.rows[at], RowKind::body, body);
    }
    if (!done) {
        return done;
    }
    find_widths(rows);
    flow.galley.space(compositor.style[TextStyleName::caption].after);
    done = table.header ? set_head(rows.front()) : done;
    const std::size_t first = table.header ? 1 : 0;
    for (std::size_t at = first; done && at < rows.size(); ++at) {
        done = set_body(rows[at], at - first);
    }
    flow.galley.space(compositor.style.grid);
    return done;
}

} // namespace

Result<void> set_table(Compositor& compositor, const document::Table& table, const Flow& flow) {
    return TableSetter(compositor, table, flow).set();
}

} // namespace rapporteur::typeset
