#include "pandoc/ast.hpp"
#include "pandoc/names.hpp"

#include <algorithm>

namespace rapporteur::pandoc {

using namespace document;

namespace {

std::string_view name_of(Alignment alignment) {
    switch (alignment) {
    case Alignment::centre:
        return "AlignCenter";
    case Alignment::end:
        return "AlignRight";
    case Alignment::start:
        break;
    }
    return "AlignDefault";
}

void write_row(Ast& ast, const Row& row) {
    ast.json.open('[');
    write_attributes(ast, {});
    ast.json.open('[');
    for (const Cell& cell : row) {
        ast.json.open('[');
        write_attributes(ast, {});
        ast.json.leaf("AlignDefault");
        ast.json.number(1);
        ast.json.number(1);
        ast.json.open('[');
        for (const Inlines& line : cell.lines) {
            write_para(ast, "Plain", line, cell.language);
        }
        ast.json.close(']');
        ast.json.close(']');
    }
    ast.json.close(']');
    ast.json.close(']');
}

// Shares of the measure by what the columns hold, so that a table of few words doesn't fall into equal columns.
void write_width(Ast& ast, const Table& table, std::size_t column) {
    const auto letters = [&](std::size_t of) {
        std::size_t most = 10;
        const auto count = [&](const Row& row) {
            for (const Inlines& line : row[of].lines) {
                std::size_t size = 0;
                for (const Inline& item : line) {
                    const auto* text = std::get_if<Text>(&item);
                    size += text == nullptr ? 0 : text->text.size();
                }
                most = std::max(most, std::min<std::size_t>(size, 48));
            }
        };
        if (table.header) {
            count(*table.header);
        }
        std::for_each(table.rows.begin(), table.rows.end(), count);
        return static_cast<double>(most);
    };
    double all = 0;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        all += letters(at);
    }
    ast.json.open_node("ColWidth");
    const long thousandths = static_cast<long>(1000 * letters(column) / all);
    ast.json.raw("0." + std::string(thousandths < 100 ? "0" : "") + std::to_string(thousandths));
    ast.json.close_node();
}

} // namespace

void write_table(Ast& ast, const Table& table) {
    ast.json.open_node("Table");
    ast.json.open('[');
    write_attributes(ast, {table.id, {class_of(table.role)}, {}});
    ast.json.open('[');
    ast.json.null();
    ast.json.open('[');
    if (!table.caption.empty()) {
        write_para(ast, "Plain", table.caption, table.language);
    }
    ast.json.close(']');
    ast.json.close(']');
    ast.json.open('[');
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        ast.json.open('[');
        ast.json.leaf(name_of(table.columns[at].alignment));
        write_width(ast, table, at);
        ast.json.close(']');
    }
    ast.json.close(']');
    ast.json.open('[');
    write_attributes(ast, {});
    ast.json.open('[');
    if (table.header) {
        write_row(ast, *table.header);
    }
    ast.json.close(']');
    ast.json.close(']');
    ast.json.open('[');
    ast.json.open('[');
    write_attributes(ast, {});
    ast.json.number(table.row_headers ? 1 : 0);
    ast.json.raw("[]");
    ast.json.open('[');
    for (const Row& row : table.rows) {
        write_row(ast, row);
    }
    ast.json.close(']');
    ast.json.close(']');
    ast.json.close(']');
    ast.json.raw(R"([["",[],[]],[]])");
    ast.json.close(']');
    ast.json.close_node();
}

} // namespace rapporteur::pandoc
