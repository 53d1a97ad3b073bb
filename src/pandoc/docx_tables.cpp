#include "pandoc/docx_column_widths.hpp"
#include "pandoc/docx_table_style.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"
#include "support/unbroken.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace rapporteur::pandoc {

namespace {

constexpr std::size_t rows_kept_whole = 14; // a table of no more stays on one page
constexpr double deepest_kept_whole = 500;  // points
constexpr std::size_t rows_for_bands = 5;   // fewer are told apart without

std::vector<const document::Table*> tables_of(const document::Document& document) {
    std::vector<const document::Table*> tables;
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            if (const auto* table = std::get_if<document::Table>(&block)) {
                tables.push_back(table);
            } else if (const auto* figure = std::get_if<document::Figure>(&block); figure != nullptr && figure->data) {
                tables.push_back(&*figure->data);
            }
        }
    }
    return tables;
}

bool has_bands(const document::Table& table) {
    return table.role != document::TableRole::facts && table.rows.size() >= rows_for_bands;
}

// ECMA-376 part 1, 17.4.55: which parts of the table's style it shows.
void set_look(pugi::xml_node properties, const document::Table& table) {
    constexpr unsigned heading_row = 0x0020;
    constexpr unsigned heading_column = 0x0080;
    constexpr unsigned no_rows_banded = 0x0200;
    constexpr unsigned no_columns_banded = 0x0400;
    const bool has_heading_row = table.header.has_value();
    const unsigned value = (has_heading_row ? heading_row : 0) | (table.row_headers ? heading_column : 0) |
                           (has_bands(table) ? 0 : no_rows_banded) | no_columns_banded;
    properties.remove_child("w:tblLook");
    pugi::xml_node look = properties.append_child("w:tblLook");
    set_attribute(look, "w:val", fmt::format("{:04X}", value));
    set_attribute(look, "w:firstRow", has_heading_row ? "1" : "0");
    set_attribute(look, "w:lastRow", "0");
    set_attribute(look, "w:firstColumn", table.row_headers ? "1" : "0");
    set_attribute(look, "w:lastColumn", "0");
    set_attribute(look, "w:noHBand", has_bands(table) ? "0" : "1");
    set_attribute(look, "w:noVBand", "1");
}

void set_widths(pugi::xml_node table, const std::vector<double>& widths) {
    pugi::xml_node properties = properties_of(table);
    for (const char* name : {"w:tblW", "w:tblLayout", "w:jc"}) {
        properties.remove_child(name);
    }
    double all = 0;
    table.remove_child("w:tblGrid");
    pugi::xml_node grid = table.insert_child_after("w:tblGrid", properties);
    for (const double width : widths) {
        set_attribute(grid.append_child("w:gridCol"), "w:w", twentieths(width));
        all += width;
    }
    pugi::xml_node whole = properties.append_child("w:tblW");
    set_attribute(whole, "w:w", twentieths(all));
    set_attribute(whole, "w:type", "dxa");
    set_attribute(properties.append_child("w:tblLayout"), "w:type", "fixed");
    for (const pugi::xml_node& row : table.children("w:tr")) {
        std::size_t column = 0;
        for (pugi::xml_node cell : row.children("w:tc")) {
            pugi::xml_node of_cell = properties_of(cell);
            of_cell.remove_child("w:tcW");
            pugi::xml_node width = of_cell.append_child("w:tcW");
            set_attribute(width, "w:w", twentieths(widths[std::min(column++, widths.size() - 1)]));
            set_attribute(width, "w:type", "dxa");
        }
    }
}

// Pandoc aligns each cell's paragraph itself; only an end that was asked for is kept.
void set_cell_paragraph(pugi::xml_node paragraph, const char* style) {
    set_style(paragraph, style);
    pugi::xml_node properties = properties_of(paragraph);
    const std::string_view alignment = properties.child("w:jc").attribute("w:val").value();
    if (alignment == "left" || alignment == "start") {
        properties.remove_child("w:jc");
    }
}

// About how deep a row is, in points.
double depth_of(const document::Row& row, const std::vector<double>& widths, const style::TextStyle& text) {
    constexpr double letter = 0.55; // of the type's size
    double deepest = 0;
    for (std::size_t at = 0; at < row.size(); ++at) {
        double lines = 0;
        for (const document::Inlines& line : row[at].lines) {
            lines += std::ceil(static_cast<double>(words_of(line).size()) * letter * text.size / widths[at]);
        }
        deepest = std::max(deepest, lines * text.leading);
    }
    return deepest;
}

void set_rows(const pugi::xml_node& table, const document::Table& from, const std::vector<double>& widths,
              const style::TextStyle& text) {
    std::vector<double> depths;
    depths.reserve(from.rows.size());
    for (const document::Row& row : from.rows) {
        depths.push_back(depth_of(row, widths, text));
    }
    const double depth = std::accumulate(depths.begin(), depths.end(), 0.0);
    const bool whole = from.rows.size() <= rows_kept_whole && depth < deepest_kept_whole;
    bool is_heading = from.header.has_value();
    auto of_row = depths.begin();
    for (pugi::xml_node row : table.children("w:tr")) {
        pugi::xml_node properties = properties_of(row);
        properties.remove_children();
        bool is_deep = false;
        if (!is_heading && of_row != depths.end()) {
            is_deep = *of_row > deepest_kept_whole / 2;
            ++of_row;
        }
        if (!is_deep) { // a row deeper than a page would lose its end
            properties.append_child("w:cantSplit");
        }
        if (is_heading) {
            properties.append_child("w:tblHeader");
        }
        for (const pugi::xml_node& paragraph : all_below(row, "w:p")) {
            set_cell_paragraph(paragraph, is_heading ? "TableHeading" : "TableText");
            if (whole && row.next_sibling("w:tr")) {
                switch_on(properties_of(paragraph), "w:keepNext");
            }
        }
        is_heading = false;
    }
}

// A table without a caption is called by the heading above it: screen readers announce tables by name.
void set_name(pugi::xml_node table, const document::Table& from) {
    std::string name = document::words_of(from.caption);
    for (pugi::xml_node above = table.previous_sibling("w:p"); name.empty() && above;
         above = above.previous_sibling("w:p")) {
        if (style_of(above).substr(0, 7) == "Heading") {
            name = words_of(above);
        }
    }
    set_value(properties_of(table), "w:tblCaption", name);
}

void set_type(const pugi::xml_node& table, double size) {
    const std::string half_points = fmt::format("{:.0f}", std::floor(2 * size));
    for (pugi::xml_node run : all_below(table, "w:r")) {
        pugi::xml_node properties = properties_of(run);
        set_value(properties, "w:sz", half_points);
        set_value(properties, "w:szCs", half_points);
    }
}

// Two dates in a narrow column need two lines. LibreOffice finds no end of a line between spaces that don't break, and
// would divide a month.
void open_ranges(const pugi::xml_node& table) {
    constexpr std::string_view dash = "\u2013";
    constexpr std::string_view fixed_space = "\u00A0";
    for (pugi::xml_node text : all_below(table, "w:t")) {
        std::string words = text.text().get();
        const std::size_t after = words.find(dash) + dash.size();
        const bool has_range = words.find(dash) != std::string::npos && !holds_together(words, after);
        for (std::size_t at = words.find(fixed_space); has_range && at != std::string::npos;
             at = words.find(fixed_space, at)) {
            words.replace(at, fixed_space.size(), " ");
        }
        text.text().set(words.c_str());
    }
}

void finish(pugi::xml_node table, const document::Table& from, double measure, const style::TextStyle& text) {
    pugi::xml_node properties = properties_of(table);
    set_value(properties, "w:tblStyle", docx_table_style);
    set_look(properties, from);
    const ColumnWidths widths = column_widths(from, measure, text.size);
    set_widths(table, widths.points);
    set_rows(table, from, widths.points, text);
    open_ranges(table);
    if (widths.scale < 1) {
        set_type(table, widths.scale * text.size);
    }
    set_name(table, from);
}

} // namespace

Result<void> finish_tables(const pugi::xml_node& body, const document::Document& document, double measure,
                           const style::TextStyle& text) {
    const std::vector<const document::Table*> from = tables_of(document);
    const std::vector<pugi::xml_node> tables = all_below(body, "w:tbl");
    if (tables.size() != from.size()) {
        return surroundings_failed(
            "pandoc", fmt::format("the DOCX that it made has {} tables instead of {}", tables.size(), from.size()));
    }
    std::size_t number = 0;
    for (std::size_t at = 0; at < tables.size(); ++at) {
        finish(tables[at], *from[at], measure, text);
        if (!from[at]->caption.empty()) {
            const pugi::xml_node caption = tables[at].previous_sibling("w:p");
            const std::string bookmark = bookmark_of(from[at]->id);
            drop_bookmark(caption, bookmark);
            number_caption(caption, document.labels.table, ++number, bookmark);
            switch_on(properties_of(caption), "w:keepNext");
        }
    }
    return {};
}

} // namespace rapporteur::pandoc
