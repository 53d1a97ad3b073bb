#include "corpus/funding.hpp"

#include <fmt/format.h>
#include <map>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

namespace rapporteur::corpus {

namespace {

using YearAndCurrency = std::pair<int, std::string>;

bool is_currency(const std::string& code) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString name = icu::UnicodeString::fromUTF8(code);
    return ucurr_getNumericCode(name.getTerminatedBuffer()) != 0 && U_SUCCESS(status);
}

std::string plain(const Money& money) {
    return fmt::format("{} {}", money.currency, number_of(money, decimals_of(money)));
}

Money read_money(const Reading& reading, const pugi::xml_node& node, const std::string& currency) {
    const std::string written = trimmed(node.attribute("amount").value());
    const std::size_t point = written.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : written.size() - point - 1;
    const auto allowed = static_cast<std::size_t>(decimals_of(currency));
    if (decimals > allowed) {
        reading.findings.error(
            reading.place(node), fmt::format("amount=\"{}\" is finer than {} can be paid", written, currency),
            allowed == 0 ? "write it without decimals" : fmt::format("write no more than {} decimals", allowed));
    }
    return {thousandths_of(written).value_or(0), currency};
}

std::string read_currency(const Reading& reading, const pugi::xml_node& node) {
    std::string currency = trimmed(node.attribute("currency").value());
    if (!is_currency(currency) && !reading.has_fault(node)) {
        reading.findings.error(reading.place(node), fmt::format("“{}” is no currency of ISO 4217", currency),
                               "write it as EUR, CHF, USD");
    }
    return currency;
}

// What was spent can't be more than what was given.
void check_uses(const Reading& reading, const pugi::xml_node& node, const Funding& funding) {
    std::optional<Money> used = Money{0, funding.amount.currency};
    for (const Use& use : funding.uses) {
        used = used && use.amount ? sum_of(*used, *use.amount) : used;
    }
    if ((!used || *used > funding.amount) && reading.is_sound(node)) {
        const std::string sum = used ? plain(*used) : std::string("more than can be counted");
        reading.findings.error(reading.place(node), fmt::format("the uses add up to {}, but the contribution is {}",
                                                                sum, plain(funding.amount)));
    }
}

// Of all partners in one year and one currency.
struct Contributions {
    std::optional<Money> sum;           // nothing where it is more than can be counted
    const Funding* narrowest = nullptr; // the first that the fewest may see
};

const char* readers_of(Audience audience) {
    return audience == Audience::internal ? "for the organisation alone" : "for donors alone";
}

// Whoever sees a total and not all that it counts could subtract what they see: editions leave such a total out.
void warn_of_difference(const FundingTotal& total, const Contributions& contributions, Findings& findings) {
    const Funding* narrowest = contributions.narrowest;
    if (narrowest == nullptr || narrowest->provenance.audience <= total.provenance.audience) {
        return;
    }
    const char* audience = narrowest->provenance.audience == Audience::internal ? "internal" : "donor";
    findings.warning(
        WarningKind::deducible_total, total.place,
        fmt::format("the total of {} in {} counts a contribution that is {} (at {}:{}): who may not see that "
                    "one isn't shown the total either, for the difference would give it away",
                    total.year, total.amount.currency, readers_of(narrowest->provenance.audience),
                    *narrowest->place.file, narrowest->place.line),
        fmt::format("say so of the total too, audience=\"{}\", or open the contribution", audience));
}

} // namespace

Funding read_funding(const Reading& reading, const pugi::xml_node& node) {
    Funding funding;
    funding.place = reading.place(node);
    funding.year = node.attribute("year").as_int();
    funding.amount = read_money(reading, node, read_currency(reading, node));
    funding.provenance = read_provenance(reading, node, SourceWanted::yes);
    if (const pugi::xml_node purpose = node.child("purpose")) {
        funding.purpose = Statement{{}, read_text(reading, purpose), funding.provenance};
    }
    for (const pugi::xml_node& child : node.children("use")) {
        Use use{read_text(reading, child), std::nullopt};
        if (!child.attribute("amount").empty()) {
            use.amount = read_money(reading, child, funding.amount.currency);
        }
        funding.uses.push_back(std::move(use));
    }
    check_uses(reading, node, funding);
    if (reading.frame.date.year != 0 && funding.year > reading.frame.date.year) {
        reading.findings.error(funding.place, fmt::format("funding of {}, a year that has not begun", funding.year));
    }
    return funding;
}

FundingTotal read_funding_total(const Reading& reading, const pugi::xml_node& node) {
    FundingTotal total;
    total.place = reading.place(node);
    total.year = node.attribute("year").as_int();
    total.amount = read_money(reading, node, read_currency(reading, node));
    total.provenance = read_provenance(reading, node, SourceWanted::yes);
    return total;
}

void check_funding_totals(const Corpus& corpus, Findings& findings) {
    std::map<YearAndCurrency, Contributions> given;
    for (const Partner& partner : corpus.partners) {
        for (const Funding& funding : partner.funding) {
            const YearAndCurrency key(funding.year, funding.amount.currency);
            Contributions& all = given.try_emplace(key, Contributions{Money{0, key.second}}).first->second;
            all.sum = sum_of(*all.sum, funding.amount);
            const bool is_narrower =
                all.narrowest == nullptr || all.narrowest->provenance.audience < funding.provenance.audience;
            all.narrowest = is_narrower ? &funding : all.narrowest;
            if (!all.sum) {
                findings.error(funding.place, fmt::format("the contributions of {} in {} are more than can be counted",
                                                          funding.year, funding.amount.currency));
                return;
            }
        }
    }
    std::map<YearAndCurrency, Place> stated;
    for (const FundingTotal& total : corpus.funding_totals) {
        const YearAndCurrency key(total.year, total.amount.currency);
        const auto [known, is_new] = stated.try_emplace(key, total.place);
        if (!is_new) {
            findings.error(total.place, fmt::format("the total of {} in {} is given twice", key.first, key.second),
                           fmt::format("the first time at line {}", known->second.line));
            continue;
        }
        const auto of_key = given.find(key);
        const Contributions all = of_key == given.end() ? Contributions{Money{0, key.second}} : of_key->second;
        const Money& added = *all.sum;
        if (added != total.amount) {
            findings.error(total.place,
                           fmt::format("the partners’ contributions of {} add up to {}, not to the total of {}",
                                       total.year, plain(added), plain(total.amount)),
                           "one of them, or the total, is wrong: compare them with the accounts");
        } else {
            warn_of_difference(total, all, findings);
        }
    }
}

} // namespace rapporteur::corpus
