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

// With as many decimals as it needs, and with more: a corpus and a table may both write some.
template <class Visit>
void visit_forms(const Money& money, const Visit& visit) {
    constexpr int most_decimals = 3;
    for (int decimals = corpus::decimals_of(money); decimals <= most_decimals; ++decimals) {
        visit(corpus::number_of(money, decimals));
    }
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
    of_one.insert({given.used, given.rest()});
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
                visit_forms(given.received, visit);
                visit_forms(until_now.received, visit);
            }
            visit_forms(until_now.used, visit);
            visit_forms(until_now.rest(), visit);
        }
    };
    for (const auto& [id, sums] : of_partners) {
        visit_years(sums);
    }
    visit_years(of_all);
    for (const Money& amount : of_one) {
        visit_forms(amount, visit);
    }
}

} // namespace rapporteur::withheld
