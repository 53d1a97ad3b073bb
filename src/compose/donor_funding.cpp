#include "compose/donor.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::compose {

namespace {

using corpus::Funding;
using corpus::Money;
using corpus::Partner;

constexpr std::size_t most_years = 4; // with a column each; what was given before is drawn together

// Amounts of one currency, added up exactly: `check` has refused a corpus whose sums can't be counted.
class Sum {
public:
    explicit Sum(const std::string& currency) : total{0, currency} {}

    void add(const Money& amount) {
        total = corpus::sum_of(total, amount).value_or(total);
        is_reported = true;
    }

    void add(const Sum& other) {
        add(other.total);
        facts.insert(facts.end(), other.facts.begin(), other.facts.end());
    }

    Money total;
    bool is_reported = false;
    document::FactNumbers facts; // that it is made of
};

void tell(const Composer& composer, document::FactNumbers& facts, const Funding& funding) {
    composer.tell(facts, funding.purpose ? funding.purpose->text.place : funding.place, facts::Field::funding);
}

// What each partner gave in one currency.
struct Contributions {
    std::string currency;
    std::set<int> years;
    std::vector<std::pair<const Partner*, std::map<int, Sum>>> of_partners;
    int decimals = 0; // enough for every amount, and for what they were used for
    int of_sums = 0;  // enough for the amounts alone
};

Contributions contributions_in(const Composer& composer, const std::string& currency) {
    Contributions all;
    all.currency = currency;
    for (const Partner& partner : composer.edition.facts.partners) {
        std::map<int, Sum> given;
        for (const Funding& funding : partner.funding) {
            if (funding.amount.currency == currency) {
                Sum& sum = given.try_emplace(funding.year, currency).first->second;
                sum.add(funding.amount);
                tell(composer, sum.facts, funding);
                all.years.insert(funding.year);
                all.of_sums = std::max(all.of_sums, corpus::decimals_of(funding.amount));
                for (const corpus::Use& use : funding.uses) {
                    all.decimals = std::max(all.decimals, use.amount ? corpus::decimals_of(*use.amount) : 0);
                }
            }
        }
        if (!given.empty()) {
            all.of_partners.emplace_back(&partner, std::move(given));
        }
    }
    all.decimals = std::max(all.decimals, all.of_sums);
    return all;
}

std::set<std::string> currencies_of(const std::vector<Partner>& partners) {
    std::set<std::string> found;
    for (const Partner& partner : partners) {
        for (const Funding& funding : partner.funding) {
            found.insert(funding.amount.currency);
        }
    }
    return found;
}

document::Cell cell_of(const Composer& composer, const Sum& sum, int decimals) {
    document::Cell told =
        cell(sum.is_reported ? composer.words.decimal(corpus::number_of(sum.total, decimals)) : std::string());
    told.facts = sum.facts;
    return told;
}

// Whether anything is known of how much of what was given was used for what.
bool has_uses_in(const std::string& currency, const std::vector<Partner>& partners) {
    return std::any_of(partners.begin(), partners.end(), [&](const Partner& partner) {
        return std::any_of(partner.funding.begin(), partner.funding.end(), [&](const Funding& funding) {
            return funding.amount.currency == currency &&
                   std::any_of(funding.uses.begin(), funding.uses.end(),
                               [](const corpus::Use& use) { return use.amount.has_value(); });
        });
    });
}

// A span of years that a column stands for.
struct Span {
    int first = 0;
    int last = 0;
};

// A column for each of the last years; what was given before is drawn together in the first.
std::vector<Span> columns_for(const std::set<int>& years, std::size_t most) {
    std::vector<Span> columns;
    columns.reserve(years.size());
    for (const int year : years) {
        columns.push_back({year, year});
    }
    if (columns.size() > most) {
        const auto early = static_cast<std::ptrdiff_t>(columns.size() - most + 1);
        const Span together{columns.front().first, columns[static_cast<std::size_t>(early - 1)].last};
        columns.erase(columns.begin(), columns.begin() + early);
        columns.insert(columns.begin(), together);
    }
    return columns;
}

// What partners gave, one after the other, in spans of years, each with its total; the last are the totals of all.
struct Sums {
    std::vector<Span> columns;
    std::vector<std::vector<Sum>> of_partners; // a sum for each column, and for all
    std::vector<Sum> of_all;
};

Sums sums_of(const Contributions& all, std::size_t most_columns) {
    Sums sums;
    sums.columns = columns_for(all.years, most_columns);
    const std::vector<Sum> none(sums.columns.size() + 1, Sum(all.currency));
    sums.of_all = none;
    for (const auto& of_partner : all.of_partners) {
        std::vector<Sum>& row = sums.of_partners.emplace_back(none);
        for (const auto& [year, sum] : of_partner.second) {
            const auto column =
                std::find_if(sums.columns.begin(), sums.columns.end(),
                             [wanted = year](const Span& span) { return span.first <= wanted && wanted <= span.last; });
            const auto at = static_cast<std::size_t>(column - sums.columns.begin());
            for (Sum* into : {&row[at], &row.back(), &sums.of_all[at], &sums.of_all.back()}) {
                into->add(sum);
            }
        }
    }
    return sums;
}

document::Table table_of(const Composer& composer, const Contributions& all, const Sums& sums) {
    const wording::Words& words = composer.words;
    std::vector<std::string> heads = {words["partner"]};
    for (const Span& column : sums.columns) {
        const std::string years = composer.years(column.first, column.last);
        const bool is_drawn_together = column.first < column.last; // and says so
        heads.push_back(is_drawn_together ? words["total"] + " " + years : years);
    }
    heads.push_back(words["total"]);
    document::Table table = table_of_numbers("contributions-" + all.currency, heads);
    table.caption = plain_inlines(words.fill("contributions-in", {{"currency", all.currency}}));
    const auto add_row = [&](document::Cell name, const std::vector<Sum>& row) {
        table.rows.push_back({std::move(name)});
        for (const Sum& sum : row) {
            table.rows.back().push_back(cell_of(composer, sum, all.of_sums));
        }
    };
    for (std::size_t at = 0; at < all.of_partners.size(); ++at) {
        add_row(named(composer, *all.of_partners[at].first), sums.of_partners[at]);
    }
    add_row(strong(words["total"]), sums.of_all);
    return table;
}

// The least that its columns take, in ems, estimated as a face without serifs is wide: their longest words.
double least_width(const document::Table& table) {
    constexpr double letter = 0.62;
    constexpr double point = 0.3;
    constexpr double padding = 1.2;
    std::vector<double> columns(table.columns.size(), 0);
    const auto count = [&](const document::Row& row) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            for (const Inlines& line : row[at].lines) {
                double word = 0;
                for (const char byte : words_of(line)) {
                    const bool is_inside = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
                    const bool is_point = byte == ',' || byte == '.';
                    word = byte == ' ' ? 0 : word + (is_inside ? 0 : (is_point ? point : letter));
                    columns[at] = std::max(columns[at], word);
                }
            }
        }
    };
    count(*table.header);
    std::for_each(table.rows.begin(), table.rows.end(), count);
    double all = 0;
    for (const double column : columns) {
        all += column + padding;
    }
    return all;
}

// With as many columns as the measure holds.
document::Table contributions_table(const Composer& composer, const Contributions& all) {
    constexpr std::size_t fewest = 2;
    std::size_t columns = most_years;
    document::Table table = table_of(composer, all, sums_of(all, columns));
    while (columns > fewest && least_width(table) * composer.options.table_type > composer.options.measure) {
        table = table_of(composer, all, sums_of(all, --columns));
    }
    return table;
}

document::Table uses_table(const Composer& composer, const Contributions& all) {
    const wording::Words& words = composer.words;
    document::Table table =
        table_of_numbers("uses-" + all.currency, {words["partner"], words["year"], words["received"],
                                                  words["use-reported"], words["use-not-reported"]});
    table.caption = plain_inlines(words.fill("uses-in", {{"currency", all.currency}}));
    Sum received(all.currency);
    Sum used(all.currency);
    Sum rest(all.currency);
    const auto add_row = [&](document::Cell name, const std::string& year, const std::vector<Sum>& sums) {
        table.rows.push_back({std::move(name), cell(year)});
        for (const Sum& sum : sums) {
            table.rows.back().push_back(cell_of(composer, sum, all.decimals));
        }
    };
    for (const auto& [partner, given] : all.of_partners) {
        for (const Funding& funding : partner->funding) {
            if (funding.amount.currency != all.currency) {
                continue;
            }
            Sum of_this(all.currency);
            for (const corpus::Use& use : funding.uses) {
                if (use.amount) {
                    of_this.add(*use.amount);
                    composer.tell(of_this.facts, use.text.place, facts::Field::funding);
                }
            }
            Sum amount(all.currency);
            amount.add(funding.amount);
            tell(composer, amount.facts, funding);
            Sum left(all.currency);
            left.add({funding.amount.thousandths - of_this.total.thousandths, all.currency});
            received.add(amount);
            used.add(of_this);
            rest.add(left.total);
            add_row(named(composer, *partner), words.year(funding.year), {amount, of_this, left});
        }
    }
    add_row(strong(words["total"]), composer.years(*all.years.begin(), *all.years.rbegin()), {received, used, rest});
    return table;
}

} // namespace

std::vector<document::Table> contributions(const Composer& composer) {
    std::vector<document::Table> tables;
    for (const std::string& currency : currencies_of(composer.edition.facts.partners)) {
        tables.push_back(contributions_table(composer, contributions_in(composer, currency)));
    }
    return tables;
}

std::vector<document::Table> uses_of_contributions(const Composer& composer) {
    std::vector<document::Table> tables;
    for (const std::string& currency : currencies_of(composer.edition.facts.partners)) {
        if (!has_uses_in(currency, composer.edition.facts.partners)) {
            continue;
        }
        tables.push_back(uses_table(composer, contributions_in(composer, currency)));
    }
    return tables;
}

} // namespace rapporteur::compose
