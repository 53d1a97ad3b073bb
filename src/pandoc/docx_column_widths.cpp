#include "pandoc/docx_column_widths.hpp"

#include "support/unbroken.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace rapporteur::pandoc {

namespace {

constexpr double letter = 0.59; // of the type's size, of a table's sans, rather too wide than too narrow
constexpr double bold_letter = 0.66;
constexpr double least_scale = 0.6;   // of the type
constexpr double padding = 11;        // points, at both sides of a cell
constexpr double short_share = 0.7;   // of a column, if all were of one width
constexpr double widest_share = 0.45; // of the measure that one column may ask for

struct Wish {
    double least = 0; // its longest word
    double most = 0;  // its longest line
};

// Whether a word is divided by no word processor without harm: a figure, a date, the name of a host, an e-mail address.
bool stays_whole(std::string_view word) {
    return word.find('/') == std::string_view::npos && (has_figure(word) || address_from(word, 0));
}

// Where the word ends that begins at `from`: at a space, or after a dash or a hyphen that a line may end with.
std::size_t end_of_word(std::string_view text, std::size_t from) {
    std::size_t end = std::min(text.find(' ', from), text.size());
    for (const std::string_view mark : {std::string_view("–"), std::string_view("-")}) {
        const std::size_t after = std::min(text.find(mark, from), text.size()) + mark.size();
        end = after < end && !holds_together(text, after) ? after : end;
    }
    return end;
}

double width_of(std::string_view text, double of_letter) {
    return static_cast<double>(count_characters(text)) * of_letter;
}

void ask_for(const document::Cell& cell, double measure, double of_letter, Wish& wish) {
    for (const document::Inlines& line : cell.lines) {
        const std::string words = words_of(line);
        const std::string_view text = words;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = end_of_word(text, from);
            const std::string_view word = text.substr(from, end - from);
            const double wide = width_of(word, of_letter) + padding;
            wish.least = std::max(wish.least, stays_whole(word) ? wide : std::min(wide, measure * widest_share));
            from = text.substr(end, 1) == " " ? end + 1 : end;
        }
        const double all = width_of(text, of_letter) + padding;
        wish.most = std::max({wish.most, wish.least, std::min(all, measure * widest_share)});
    }
}

} // namespace

ColumnWidths column_widths(const document::Table& table, double measure, double type) {
    std::vector<Wish> wishes(table.columns.size(), {padding, padding});
    const auto ask = [&](const document::Row& row, bool is_heading) {
        for (std::size_t at = 0; at < std::min(row.size(), wishes.size()); ++at) {
            const bool is_bold = is_heading || (at == 0 && table.row_headers);
            ask_for(row[at], measure, type * (is_bold ? bold_letter : letter), wishes[at]);
        }
    };
    if (table.header) {
        ask(*table.header, true);
    }
    for (const document::Row& row : table.rows) {
        ask(row, false);
    }
    // A column of short lines, of dates or numbers, isn't divided for the sake of the others.
    const double short_line = short_share * measure / static_cast<double>(std::max<std::size_t>(wishes.size(), 1));
    for (Wish& wish : wishes) {
        wish.least = wish.most <= short_line ? wish.most : wish.least;
    }

    const double least = std::accumulate(wishes.begin(), wishes.end(), 0.0,
                                         [](double sum, const Wish& wish) { return sum + wish.least; });
    const double most = std::accumulate(wishes.begin(), wishes.end(), 0.0,
                                        [](double sum, const Wish& wish) { return sum + wish.most; });
    ColumnWidths found;
    const double paddings = padding * static_cast<double>(wishes.size());
    if (least > measure) {
        found.scale = std::max((measure - paddings) / (least - paddings), least_scale);
    }
    const double scaled_least = paddings + (least - paddings) * found.scale;
    std::vector<double>& widths = found.points;
    for (const Wish& wish : wishes) {
        if (least > measure) {
            widths.push_back((padding + (wish.least - padding) * found.scale) * measure / scaled_least);
        } else if (most > measure) {
            widths.push_back(wish.least + (wish.most - wish.least) * (measure - least) / (most - least));
        } else if (table.role == document::TableRole::facts) {
            widths.push_back(wish.most);
        } else {
            widths.push_back(wish.most * measure / most);
        }
    }
    if (!widths.empty() && least <= measure && most <= measure && table.role == document::TableRole::facts) {
        widths.back() += measure - most;
    }
    return found;
}

} // namespace rapporteur::pandoc
