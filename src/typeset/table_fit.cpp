#include "typeset/column_widths.hpp"
#include "typeset/table_parts.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <optional>

namespace rapporteur::typeset {

namespace {

using Columns = std::vector<std::size_t>;

constexpr double hair = 1e-6; // rounding must not make a column too narrow for its widest piece

double least_of(const ColumnNeed& need, Breaks breaks) {
    return need.least.at(static_cast<std::size_t>(breaks));
}

// The largest scale of the type, no less than the least, at which these columns fit; nothing where none is.
std::optional<double> scale_for(const std::vector<ColumnNeed>& needs, const Columns& columns, Breaks breaks,
                                const FitRules& rules) {
    double text = 0;
    for (const std::size_t column : columns) {
        text += least_of(needs[column], breaks);
    }
    const double available = rules.measure - 2 * cell_padding * static_cast<double>(columns.size());
    if (text <= available + hair) {
        return 1;
    }
    constexpr double steps = 100; // of the scale
    const double scale = std::floor(steps * available / text) / steps;
    return scale >= rules.least_scale ? std::optional<double>(scale) : std::nullopt;
}

std::vector<double> widths_of(const std::vector<ColumnNeed>& needs, const Columns& columns, Breaks breaks, double scale,
                              double measure) {
    std::vector<ColumnWant> wants;
    for (const std::size_t column : columns) {
        const double least = least_of(needs[column], breaks);
        const double most = std::max(needs[column].most, least);
        constexpr double loose = 0.5; // so that the widest cell surely stays on one line
        wants.push_back({scale * least + 2 * cell_padding, scale * most + 2 * cell_padding + loose});
    }
    return column_widths(wants, measure);
}

// Columns gathered, as many as fit beside each other, the row headers with each lot. Nothing where one alone is too
// wide.
std::optional<std::vector<Columns>> split(const std::vector<ColumnNeed>& needs, Breaks breaks, const FitRules& rules) {
    const Columns headers = rules.row_headers ? Columns{0} : Columns{};
    std::vector<Columns> groups;
    Columns group = headers;
    for (std::size_t column = headers.size(); column < needs.size(); ++column) {
        group.push_back(column);
        if (scale_for(needs, group, breaks, rules)) {
            continue;
        }
        if (group.size() == headers.size() + 1) {
            return std::nullopt;
        }
        group.pop_back();
        groups.push_back(group);
        group = headers;
        group.push_back(column);
        if (!scale_for(needs, group, breaks, rules)) {
            return std::nullopt;
        }
    }
    groups.push_back(std::move(group));
    return groups;
}

TableFit fitted(const std::vector<ColumnNeed>& needs, std::vector<Columns> groups, Breaks breaks,
                const FitRules& rules) {
    TableFit fit;
    for (const Columns& columns : groups) { // all in one size
        fit.scale = std::min(fit.scale, scale_for(needs, columns, breaks, rules).value_or(rules.least_scale));
    }
    for (const Columns& columns : groups) {
        fit.widths.push_back(widths_of(needs, columns, breaks, fit.scale, rules.measure));
    }
    fit.groups = std::move(groups);
    return fit;
}

// For a table that nothing fits: no column asks for more than its share, and longer words are cut.
TableFit cut_short(std::vector<ColumnNeed> needs, const Columns& all, const FitRules& rules) {
    const double columns = needs.size() > 1 ? 2 : 1;
    const double share = rules.measure / columns - 2 * cell_padding;
    std::optional<std::size_t> too_narrow;
    for (const std::size_t column : all) {
        double& least = needs[column].least.back();
        least = std::min(least, share);
        if (needs[column].figure * rules.least_scale > share + hair) {
            too_narrow = column;
        }
    }
    TableFit fit = fitted(needs, split(needs, Breaks::within_words, rules).value_or(std::vector<Columns>{all}),
                          Breaks::within_words, rules);
    fit.cuts_figures_of = too_narrow;
    return fit;
}

// A page of its own is for a table that would leave little of it empty.
double turned_measure(const Compositor& compositor, std::size_t rows) {
    constexpr double worth_a_page = 0.4; // of a landscape page's depth
    const style::Page turned = style::turned(compositor.style.page);
    const double line = compositor.style[style::TextStyleName::table].leading + 2 * row_padding;
    const bool is_deep =
        static_cast<double>(rows) * line >= worth_a_page * (turned.height - turned.top - turned.bottom);
    return is_deep ? turned.width - turned.inner - turned.outer : 0;
}

Diagnostic no_room_for_figures(const document::Table& table, std::size_t column) {
    std::string name;
    if (table.header && !table.header->at(column).lines.empty()) {
        name = fmt::format(" “{}”", words_of(table.header->at(column).lines.front()));
    }
    Diagnostic fault;
    fault.message = fmt::format("the table “{}” has no room for the figures of its column {}{}",
                                words_of(table.caption), column + 1, name);
    fault.hint = "choose a style with smaller type or wider pages";
    return fault;
}

} // namespace

TableFit fit_table(const std::vector<ColumnNeed>& needs, const FitRules& rules) {
    Columns all(needs.size());
    std::iota(all.begin(), all.end(), 0U);
    std::vector<Breaks> ways = {Breaks::between_words, Breaks::within_addresses};
    if (rules.divides_words) {
        ways.push_back(Breaks::within_words);
    }
    FitRules turned = rules;
    turned.measure = rules.turned_measure;
    for (const Orientation orientation : {Orientation::portrait, Orientation::landscape}) {
        const FitRules& page = orientation == Orientation::portrait ? rules : turned;
        for (const Breaks breaks : ways) {
            if (scale_for(needs, all, breaks, page)) {
                TableFit fit = fitted(needs, {all}, breaks, page);
                fit.orientation = orientation;
                return fit;
            }
        }
    }
    for (const Breaks breaks : {Breaks::within_addresses, Breaks::within_words}) {
        if (std::optional<std::vector<Columns>> groups = split(needs, breaks, rules)) {
            return fitted(needs, std::move(*groups), breaks, rules);
        }
    }
    return cut_short(needs, all, rules);
}

Result<TableFit> fit_to_page(Compositor& compositor, const document::Table& table, const std::vector<CutRow>& rows) {
    const style::TextStyle& text = compositor.style[style::TextStyleName::table];
    FitRules rules;
    rules.measure = compositor.measure();
    rules.turned_measure = turned_measure(compositor, rows.size());
    rules.least_scale = text.least > 0 ? text.least / text.size : 1;
    rules.row_headers = table.row_headers;
    rules.divides_words = compositor.style[style::TextStyleName::body].hyphenate;
    TableFit fit = fit_table(needs_of(compositor, rows, table.columns.size()), rules);
    if (fit.cuts_figures_of) {
        return tl::unexpected(no_room_for_figures(table, *fit.cuts_figures_of));
    }
    return fit;
}

} // namespace rapporteur::typeset
