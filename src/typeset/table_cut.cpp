#include "typeset/table_parts.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

constexpr double widest_word = 0.4; // of the measure: a longer one is divided rather than take the room of others

void add_needs(Compositor& compositor, const std::vector<CutRow>& rows, Breaks breaks, std::vector<ColumnNeed>& needs) {
    const double long_word = widest_word * compositor.measure();
    for (const CutRow& row : rows) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            for (const CellText& line : row.cells[column].lines) {
                double& least = needs[column].least.at(static_cast<std::size_t>(breaks));
                least = std::max(least,
                                 compositor.type.setter.widest_piece(line.passage, line.segmented, breaks, long_word));
            }
        }
    }
}

// A figure, a date, an amount: no letter stands in it.
bool is_figure(std::string_view piece) {
    const auto is_letter = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0xC3;
    };
    return piece.find_first_of("0123456789") != std::string_view::npos &&
           std::none_of(piece.begin(), piece.end(), is_letter);
}

double widest_figure(const CellText& line) {
    double widest = 0;
    for (const Segment& segment : line.segmented.segments) {
        const std::string_view text = line.passage.text;
        if (is_figure(text.substr(segment.begin, segment.end - segment.begin))) {
            widest = std::max(widest, segment.width);
        }
    }
    return widest;
}

} // namespace

Result<CutRow> TableCutter::row(const document::Row& row, RowKind kind, ElementId group) {
    CutRow cut;
    cut.element = compositor.structure.make(ElementType::table_row, group);
    cut.kind = kind;
    for (std::size_t column = 0; column < row.size(); ++column) {
        Result<CutCell> made = cell(row[column], column, kind, cut.element);
        if (!made) {
            return tl::unexpected(made.error());
        }
        cut.cells.push_back(std::move(*made));
    }
    return cut;
}

Result<CutCell> TableCutter::cell(const document::Cell& from, std::size_t column, RowKind kind, ElementId row) {
    const bool is_header = heads(table, column, kind);
    CutCell cut;
    cut.element = compositor.structure.make(is_header ? ElementType::table_header : ElementType::table_data, row);
    if (is_header) {
        compositor.structure[cut.element].scope = kind == RowKind::head ? Scope::column : Scope::row;
    }
    compositor.structure.tell(cut.element, from.facts);
    cut.language = from.language.empty() ? language : from.language;
    if (cut.language != language) {
        compositor.structure.attributes(cut.element).language = cut.language;
    }
    for (const document::Inlines& line : from.lines) {
        Passage passage = compositor.passages.make(line, {style_of(table, column, kind), cut.element, cut.language});
        Result<Segmented> segmented = compositor.type.setter.cut(passage);
        if (!segmented) {
            return tl::unexpected(segmented.error());
        }
        cut.lines.push_back({std::move(passage), std::move(*segmented)});
    }
    return cut;
}

std::vector<ColumnNeed> needs_of(Compositor& compositor, const std::vector<CutRow>& rows, std::size_t columns) {
    std::vector<ColumnNeed> needs(columns);
    for (const CutRow& row : rows) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            for (const CellText& line : row.cells[column].lines) {
                needs[column].most = std::max(needs[column].most, width_of(line.segmented));
            }
        }
    }
    add_needs(compositor, rows, Breaks::between_words, needs);
    double least = 0;
    for (ColumnNeed& need : needs) {
        least += need.least.front() + 2 * cell_padding;
        need.least.fill(need.least.front());
    }
    if (least > compositor.measure()) { // most tables have room for whole words, and need not know more
        for (const Breaks breaks : {Breaks::within_addresses, Breaks::within_words}) {
            for (ColumnNeed& need : needs) {
                need.least.at(static_cast<std::size_t>(breaks)) = 0;
            }
            add_needs(compositor, rows, breaks, needs);
        }
        for (const CutRow& row : rows) {
            for (std::size_t column = 0; column < row.cells.size(); ++column) {
                for (const CellText& line : row.cells[column].lines) {
                    needs[column].figure = std::max(needs[column].figure, widest_figure(line));
                }
            }
        }
    }
    return needs;
}

} // namespace rapporteur::typeset
