#include "pandoc/ast.hpp"
#include "pandoc/names.hpp"
#include "support/utf8.hpp"

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

// Rows of the body are counted from 1; a head is 0, and no page begins with it alone.
void write_row(Ast& ast, const Table& table, const Row& row, std::size_t number) {
    ast.json.open('[');
    write_attributes(ast, {});
    ast.json.open('[');
    bool is_first = true;
    for (const Cell& cell : row) {
        ast.json.open('[');
        write_attributes(ast, {});
        ast.json.leaf("AlignDefault");
        ast.json.number(1);
        ast.json.number(1);
        ast.json.open('[');
        if (is_first && number > 0) {
            write_page_mark(ast, number);
        }
        is_first = false;
        // HTML would run plain lines into one.
        const char* node = is_web(ast.format) && cell.lines.size() > 1 ? "Para" : "Plain";
        for (const Inlines& line : cell.lines) {
            write_para(ast, node, line, cell.language.empty() ? table.language : cell.language, cell.origin);
        }
        ast.json.close(']');
        ast.json.close(']');
    }
    ast.json.close(']');
    ast.json.close(']');
}

// How many letters a column's cells hold at most, within what a column should be given for them.
double letters_in(const Table& table, std::size_t column) {
    std::size_t most = 10;
    const auto count = [&](const Row& row) {
        for (const Inlines& line : row[column].lines) {
            std::size_t size = 0;
            for (const Inline& item : line) {
                const auto* text = std::get_if<Text>(&item);
                size += text == nullptr ? 0 : count_characters(text->text);
            }
            most = std::max(most, std::min<std::size_t>(size, 48));
        }
    };
    if (table.header) {
        count(*table.header);
    }
    std::for_each(table.rows.begin(), table.rows.end(), count);
    return static_cast<double>(most);
}

// A DOCX is told the columns' shares of the measure by what they hold, lest a table of few words fall into equal
// columns; browsers and reading systems find better ones themselves.
void write_columns(Ast& ast, const Table& table) {
    std::vector<double> letters;
    double all = 0;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        letters.push_back(is_web(ast.format) ? 0 : letters_in(table, at));
        all += letters.back();
    }
    ast.json.open('[');
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        ast.json.open('[');
        ast.json.leaf(name_of(table.columns[at].alignment));
        if (is_web(ast.format)) {
            ast.json.leaf("ColWidthDefault");
        } else {
            const long thousandths = static_cast<long>(1000 * letters[at] / all);
            ast.json.open_node("ColWidth");
            ast.json.raw("0." + std::string(thousandths < 100 ? "0" : "") + std::to_string(thousandths));
            ast.json.close_node();
        }
        ast.json.close(']');
    }
    ast.json.close(']');
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
    write_columns(ast, table);
    ast.json.open('[');
    write_attributes(ast, {});
    ast.json.open('[');
    if (table.header) {
        write_row(ast, table, *table.header, 0);
    }
    ast.json.close(']');
    ast.json.close(']');
    ast.json.open('[');
    ast.json.open('[');
    write_attributes(ast, {});
    ast.json.number(table.row_headers ? 1 : 0);
    ast.json.raw("[]");
    ast.json.open('[');
    std::size_t number = 0;
    for (const Row& row : table.rows) {
        write_row(ast, table, row, ++number);
    }
    ast.json.close(']');
    ast.json.close(']');
    ast.json.close(']');
    ast.json.raw(R"([["",[],[]],[]])");
    ast.json.close(']');
    ast.json.close_node();
}

} // namespace rapporteur::pandoc
