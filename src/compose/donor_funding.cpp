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

    Money total;
    bool is_reported = false;
};

// What each partner gave in one currency.
struct Contributions {
    std::string currency;
    std::set<int> years;
    std::vector<std::pair<const Partner*, std::map<int, Sum>>> of_partners;
    int decimals = 0; // enough for every amount
};

Contributions contributions_in(const std::string& currency, const std::vector<Partner>& partners) {
    Contributions all;
    all.currency = currency;
    for (const Partner& partner : partners) {
        std::map<int, Sum> given;
        for (const Funding& funding : partner.funding) {
            if (funding.amount.currency == currency) {
                given.try_emplace(funding.year, currency).first->second.add(funding.amount);
                all.years.insert(funding.year);
                all.decimals = std::max(all.decimals, corpus::decimals_of(funding.amount));
                for (const corpus::Use& use : funding.uses) {
                    all.decimals = std::max(all.decimals, use.amount ? corpus::decimals_of(*use.amount) : 0);
                }
            }
        }
        if (!given.empty()) {
            all.of_partners.emplace_back(&partner, std::move(given));
        }
    }
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

std::string said(const Composer& composer, const Sum& sum, int decimals) {
    return sum.is_reported ? composer.words.decimal(corpus::number_of(sum.total, decimals)) : std::string();
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

std::vector<Span> columns_for(const std::set<int>& years) {
    std::vector<Span> columns;
    columns.reserve(years.size());
    for (const int year : years) {
        columns.push_back({year, year});
    }
    if (columns.size() > most_years) {
        const auto early = static_cast<std::ptrdiff_t>(columns.size() - most_years + 1);
        const Span together{columns.front().first, columns[static_cast<std::size_t>(early - 1)].last};
        columns.erase(columns.begin(), columns.begin() + early);
        columns.insert(columns.begin(), together);
    }
    return columns;
}

document::Table contributions_table(const Composer& composer, const Contributions& all) {
    const wording::Words& words = composer.words;
    const std::vector<Span> columns = columns_for(all.years);
    std::vector<std::string> heads = {words["partner"]};
    for (const Span& column : columns) {
        heads.push_back(composer.years(column.first, column.last));
    }
    heads.push_back(words["total"]);
    document::Table table = table_of_numbers("contributions-" + all.currency, heads);
    table.caption = plain_inlines(words.fill("contributions-in", {{"currency", all.currency}}));
    std::vector<Sum> totals(columns.size() + 1, Sum(all.currency));
    const auto add_row = [&](document::Cell name, const std::vector<Sum>& sums) {
        table.rows.push_back({std::move(name)});
        for (const Sum& sum : sums) {
            table.rows.back().push_back(cell(said(composer, sum, all.decimals)));
        }
    };
    for (const auto& [partner, given] : all.of_partners) {
        std::vector<Sum> sums(columns.size() + 1, Sum(all.currency));
        for (const auto& [year, sum] : given) {
            const auto column = std::find_if(columns.begin(), columns.end(), [wanted = year](const Span& span) {
                return span.first <= wanted && wanted <= span.last;
            });
            const auto at = static_cast<std::size_t>(column - columns.begin());
            for (Sum* into : {&sums[at], &sums.back(), &totals[at], &totals.back()}) {
                into->add(sum.total);
            }
        }
        add_row(named(composer, *partner), sums);
    }
    add_row(strong(words["total"]), totals);
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
            table.rows.back().push_back(cell(said(composer, sum, all.decimals)));
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
                }
            }
            Sum amount(all.currency);
            amount.add(funding.amount);
            Sum left(all.currency);
            left.add({funding.amount.thousandths - of_this.total.thousandths, all.currency});
            received.add(amount.total);
            used.add(of_this.total);
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
        tables.push_back(contributions_table(composer, contributions_in(currency, composer.edition.facts.partners)));
    }
    return tables;
}

std::vector<document::Table> uses_of_contributions(const Composer& composer) {
    std::vector<document::Table> tables;
    for (const std::string& currency : currencies_of(composer.edition.facts.partners)) {
        if (!has_uses_in(currency, composer.edition.facts.partners)) {
            continue;
        }
        tables.push_back(uses_table(composer, contributions_in(currency, composer.edition.facts.partners)));
    }
    return tables;
}

} // namespace rapporteur::compose
