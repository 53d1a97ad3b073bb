#include "withheld/open_sums.hpp"

namespace rapporteur::withheld {

namespace {

using corpus::Money;

Money amount_of(const pugi::xml_node& element, const std::string& currency) {
    return {corpus::thousandths_of(element.attribute("amount").value()).value_or(0), currency};
}

// A corpus whose sums are more than can be counted isn't published.
void add(Money& sum, const Money& amount) {
    sum = corpus::sum_of(sum, amount).value_or(sum);
}

std::string in_digits(const Money& money) {
    return corpus::number_of(money, corpus::decimals_of(money));
}

} // namespace

void OpenSums::add(const pugi::xml_node& funding) {
    const std::string currency = funding.attribute("currency").value();
    const Given none{{0, currency}, {0, currency}};
    Given given = none;
    given.received = amount_of(funding, currency);
    for (const pugi::xml_node& use : funding.children("use")) {
        withheld::add(given.used, amount_of(use, currency));
    }
    of_one.insert(in_digits(given.used));
    of_one.insert(in_digits(given.rest()));
    const std::string year = funding.attribute("year").value();
    for (ByCurrency* sums : {&of_partners[funding.parent().attribute("id").value()], &of_all}) {
        Given& sum = (*sums)[currency].try_emplace(year, none).first->second;
        withheld::add(sum.received, given.received);
        withheld::add(sum.used, given.used);
    }
}

void OpenSums::for_each(const std::function<void(const std::string&)>& visit) const {
    const auto visit_years = [&](const ByCurrency& sums) {
        for (const auto& [currency, years] : sums) {
            Given until_now{{0, currency}, {0, currency}};
            for (const auto& [year, given] : years) {
                withheld::add(until_now.received, given.received);
                withheld::add(until_now.used, given.used);
                visit(in_digits(given.received));
                visit(in_digits(until_now.received));
            }
            visit(in_digits(until_now.used));
            visit(in_digits(until_now.rest()));
        }
    };
    for (const auto& [id, sums] : of_partners) {
        visit_years(sums);
    }
    visit_years(of_all);
    for (const std::string& amount : of_one) {
        visit(amount);
    }
}

} // namespace rapporteur::withheld
