#include "edition/withholding.hpp"

#include "corpus/dates.hpp"

namespace rapporteur::edition {

bool is_agreed(const corpus::Date& consent, const corpus::Date& closed) {
    return consent <= closed;
}

bool is_agreed(const std::string& consent, const corpus::Date& closed) {
    const std::optional<corpus::Date> date = corpus::parse_date(consent);
    return date && is_agreed(*date, closed);
}

std::map<YearAndCurrency, std::size_t> contributions_of(const corpus::Corpus& facts) {
    std::map<YearAndCurrency, std::size_t> counts;
    for (const corpus::Partner& partner : facts.partners) {
        for (const corpus::Funding& funding : partner.funding) {
            ++counts[{funding.year, funding.amount.currency}];
        }
    }
    return counts;
}

} // namespace rapporteur::edition
