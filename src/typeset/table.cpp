#include "typeset/shortened.hpp"
#include "typeset/table_parts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <numeric>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr double row_rule = 0.4; // points thick
constexpr double head_rule = 0.9;
constexpr double break_between_rows = 20;
constexpr double break_near_edge = 200; // leaving one row alone at the head's or the table's end
constexpr std::size_t kept_whole = 14;  // rows: a table this short isn't divided if it fits a page
constexpr double may_be_divided = 0.35; // of a page's depth: a row deeper than this

// One table being set.
class TableSetter {
public:
    TableSetter(Compositor& with, const document::Table& what, const Flow& where)
        : compositor(with), table(what), flow(where), language(what.language.empty() ? where.language : what.language),
          from_right(is_right_to_left(language)), cutter(with, what, language) {}

    Result<void> set();

private:
    ElementId make_element() const;
    Result<void> cut_rows();
    Result<void> set_groups();
    Result<void> take_columns(std::size_t group);
    Result<void> set_caption_of(std::size_t group);
    Result<void> set_group();
    Result<SetRow> set_row(const CutRow& row);
    void finish_row(Slab& slab, RowKind kind) const;
    Result<void> set_head(const CutRow& row);
    void add_body(std::vector<SetRow> body);
    CellPlace place_of(std::size_t at, RowKind kind) const;
    double penalty_before(std::size_t row, std::size_t count) const;
    GalleyItem rule_at(double y, double thickness) const;
    GalleyItem ground(double height) const;
    Result<std::shared_ptr<const RepeatedHead>> repeated(const Slab& row);

    Compositor& compositor;
    const document::Table& table;
    const Flow& flow;
    std::string language;
    bool from_right;
    TableCutter cutter;
    ElementId element = 0;
    std::vector<CutRow> rows; // the head first, where there is one
    TableFit found;
    style::Page page; // that it stands on
    // The group of columns that is being set.
    std::vector<CutRow> shown;
    std::vector<std::size_t> columns;
    std::vector<double> widths;
    double total = 0;
    bool goes_on = false; // from a group before
    bool stays_whole = false;
    std::shared_ptr<const RepeatedHead> head;
};

ElementId TableSetter::make_element() const {
    const ElementId made = compositor.structure.make(ElementType::table, flow.section);
    if (language != flow.language) {
        compositor.structure.attributes(made).language = language;
    }
    return made;
}

Result<void> TableSetter::cut_rows() {
    const auto cut = [&](const document::Row& row, RowKind kind, ElementId group) -> Result<void> {
        Result<CutRow> made = cutter.row(row, kind, group);
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
    return done;
}

CellPlace TableSetter::place_of(std::size_t at, RowKind kind) const {
    double left = std::accumulate(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(at), 0.0);
    left = from_right ? total - left - widths[at] : left;
    // Without a head there is no ground to stand within: the text begins where the text around the table does.
    const double before = at == 0 && !table.header ? 0 : cell_padding;
    CellPlace place;
    place.left = left + (from_right ? cell_padding : before);
    place.width = widths[at] - before - cell_padding;
    place.style = style_of(table, columns[at], kind);
    // Numbers line up at their right in any language: they run from left to right.
    place.flush_right = table.columns[columns[at]].alignment == document::Alignment::end;
    return place;
}

// What a page break above a row costs.
double TableSetter::penalty_before(std::size_t row, std::size_t count) const {
    const double near = row <= 1 || row + 1 == count ? break_near_edge : break_between_rows;
    return near + (stays_whole && row > 0 ? last_resort : 0);
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

Result<SetRow> TableSetter::set_row(const CutRow& row) {
    std::vector<CellPlace> places;
    places.reserve(row.cells.size());
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        places.push_back(place_of(at, row.kind));
    }
    return SetRow::set(compositor, row, places, found.scale);
}

// The rule below a row, and a head's ground.
void TableSetter::finish_row(Slab& slab, RowKind kind) const {
    if (kind == RowKind::head) {
        slab.items.insert(slab.items.begin(), ground(slab.height));
    }
    slab.items.push_back(rule_at(slab.height, kind == RowKind::head ? head_rule : row_rule));
}

// The head as it stands again on a next page, under a line that says that the table goes on.
Result<std::shared_ptr<const RepeatedHead>> TableSetter::repeated(const Slab& row) {
    constexpr TextStyleName name = TextStyleName::table;
    auto again = std::make_shared<RepeatedHead>();
    const std::string& continued = compositor.document.labels.continued;
    const std::string caption = words_of(table.caption);
    const std::string line = caption.empty() ? continued : fmt::format("{} ({})", caption, continued);
    const double depth = compositor.style[name].leading + row_padding;
    Result<SetLabel> label = set_shortened(compositor, line, name, ArtifactKind::repeated, total - 2 * cell_padding);
    if (!label) {
        return tl::unexpected(label.error());
    }
    for (GalleyItem& item : label->items) {
        move_by(item.item, from_right ? total - label->width - cell_padding : cell_padding,
                compositor.baseline_of(name));
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
    Result<SetRow> set = set_row(row);
    if (!set) {
        return tl::unexpected(set.error());
    }
    Slab slab = std::move(*set).whole();
    finish_row(slab, RowKind::head);
    Result<std::shared_ptr<const RepeatedHead>> again = repeated(slab);
    if (!again) {
        return tl::unexpected(again.error());
    }
    head = std::move(*again);
    if (!table.id.empty() && !goes_on) {
        slab.anchors.push_back({table.id, element});
    }
    flow.galley.add(std::move(slab));
    flow.galley.keep_with_next();
    return {};
}

// Rows into the galley. A table of few rows stays whole where a page can hold it.
void TableSetter::add_body(std::vector<SetRow> body) {
    double depth = head ? head->height : 0;
    for (const SetRow& row : body) {
        depth += row.depth();
    }
    const double page_depth = page.height - page.top - page.bottom;
    stays_whole = body.size() <= kept_whole && depth <= page_depth;
    for (std::size_t number = 0; number < body.size(); ++number) {
        const bool is_deep = body[number].depth() > may_be_divided * page_depth;
        std::vector<Slab> slabs;
        if (is_deep) {
            slabs = std::move(body[number]).divided(stays_whole ? last_resort : 0);
        } else {
            slabs.push_back(std::move(body[number]).whole());
        }
        finish_row(slabs.back(), RowKind::body);
        slabs.front().penalty = penalty_before(number, body.size());
        if (number == 0 && !table.header && !table.id.empty() && !goes_on) {
            slabs.front().anchors.push_back({table.id, element});
        }
        if (!goes_on) { // rows that are shown again begin nothing
            flow.galley.begin_item();
        }
        for (Slab& slab : slabs) {
            slab.head = head;
            flow.galley.add(std::move(slab));
        }
    }
}

// Takes a group's cells out of the rows, into a table of its own where it isn't the first.
Result<void> TableSetter::take_columns(std::size_t group) {
    columns = found.groups[group];
    widths = found.widths[group];
    total = std::accumulate(widths.begin(), widths.end(), 0.0);
    shown.clear();
    ElementId rows_in = 0;
    RowKind kind_before = RowKind::head;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        CutRow& from = rows[at];
        CutRow row;
        row.kind = from.kind;
        row.element = from.element;
        if (goes_on) {
            if (rows_in == 0 || from.kind != kind_before) {
                const bool is_head = from.kind == RowKind::head;
                rows_in =
                    compositor.structure.make(is_head ? ElementType::table_head : ElementType::table_body, element);
                kind_before = from.kind;
            }
            row.element = compositor.structure.make(ElementType::table_row, rows_in);
        }
        for (const std::size_t column : columns) {
            if (goes_on && column == 0 && table.row_headers) {
                const std::size_t in_body = at - (table.header ? 1 : 0);
                const document::Row& source = from.kind == RowKind::head ? *table.header : table.rows[in_body];
                Result<CutCell> again = cutter.cell(source.front(), 0, from.kind, row.element);
                if (!again) {
                    return tl::unexpected(again.error());
                }
                row.cells.push_back(std::move(*again));
                continue;
            }
            compositor.structure[from.cells[column].element].parent = row.element;
            row.cells.push_back(std::move(from.cells[column]));
        }
        shown.push_back(std::move(row));
    }
    return {};
}

Result<void> TableSetter::set_caption_of(std::size_t group) {
    if (table.caption.empty()) {
        return {};
    }
    const double measure = page.width - page.inner - page.outer;
    if (group == 0) {
        return set_caption(compositor, table.caption, measure, element, flow);
    }
    document::Text continued;
    continued.text = fmt::format("{} ({})", words_of(table.caption), compositor.document.labels.continued);
    return set_caption(compositor, {continued}, measure, element, flow);
}

Result<void> TableSetter::set_group() {
    flow.galley.space(compositor.style[TextStyleName::caption].after);
    head = nullptr;
    Result<void> done = table.header ? set_head(shown.front()) : Result<void>();
    if (!done) {
        return done;
    }
    std::vector<SetRow> body;
    for (std::size_t at = table.header ? 1 : 0; at < shown.size(); ++at) {
        Result<SetRow> set = set_row(shown[at]);
        if (!set) {
            return tl::unexpected(set.error());
        }
        body.push_back(std::move(*set));
    }
    add_body(std::move(body));
    flow.galley.space(compositor.style.grid);
    return {};
}

Result<void> TableSetter::set_groups() {
    Result<void> done;
    for (std::size_t group = 0; done && group < found.groups.size(); ++group) {
        goes_on = group > 0;
        if (goes_on) {
            element = make_element();
        }
        done = set_caption_of(group);
        done = done ? take_columns(group) : done;
        done = done ? set_group() : done;
    }
    return done;
}

Result<void> TableSetter::set() {
    element = make_element();
    if (Result<void> cut = cut_rows(); !cut) {
        return cut;
    }
    Result<TableFit> fit = fit_to_page(compositor, table, rows);
    if (!fit) {
        return tl::unexpected(fit.error());
    }
    found = std::move(*fit);
    page = found.orientation == Orientation::landscape ? style::turned(compositor.style.page) : compositor.style.page;
    if (found.orientation == Orientation::portrait) {
        return set_groups();
    }
    const double wider = page.width - page.inner - page.outer - compositor.measure();
    flow.galley.landscape(from_right ? wider : 0);
    Result<void> done = set_groups();
    flow.galley.portrait();
    return done;
}

} // namespace

Result<void> set_table(Compositor& compositor, const document::Table& table, const Flow& flow) {
    return TableSetter(compositor, table, flow).set();
}

} // namespace rapporteur::typeset
