#include "compose/composer.hpp"

#include <algorithm>

namespace rapporteur::compose {

document::Table without_empty_columns(document::Table table) {
    for (std::size_t column = table.columns.size(); column-- > 1;) {
        const bool is_empty = std::all_of(table.rows.begin(), table.rows.end(),
                                          [&](const document::Row& row) { return row[column].lines.empty(); });
        if (!is_empty) {
            continue;
        }
        const auto at = static_cast<std::ptrdiff_t>(column);
        table.columns.erase(table.columns.begin() + at);
        if (table.header) {
            table.header->erase(table.header->begin() + at);
        }
        for (document::Row& row : table.rows) {
            row.erase(row.begin() + at);
        }
    }
    return table;
}

} // namespace rapporteur::compose
