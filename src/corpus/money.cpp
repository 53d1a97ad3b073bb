#include "corpus/corpus.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

namespace rapporteur::corpus {

namespace {

constexpr std::int64_t unit = 1000; // thousandths
constexpr std::size_t most_decimals = 3;
constexpr std::size_t most_digits = 15; // before the point: with its thousandths an amount still fits 64 bits

bool is_figures(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

constexpr int usual_decimals = 2;

// Minor units of the currencies that don't have two: ISO 4217:2015, List One, as its maintenance agency (SIX) publishes
// it. CLF and UYW have four, of which the schema lets three be written.
constexpr std::array<std::string_view, 17> without_decimals = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                               "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
                                                               "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 9> with_three_decimals = {"BHD", "CLF", "IQD", "JOD", "KWD",
                                                                 "LYD", "OMR", "TND", "UYW"};

template <std::size_t count>
bool is_among(const std::array<std::string_view, count>& codes, const std::string& currency) {
    return std::find(codes.begin(), codes.end(), currency) != codes.end();
}

int minor_units_of(const std::string& currency) {
    if (is_among(without_decimals, currency)) {
        return 0;
    }
    return is_among(with_three_decimals, currency) ? static_cast<int>(most_decimals) : usual_decimals;
}

// As CLDR has it: what is in use, where coins of the minor unit are gone.
int decimals_in_use(const std::string& currency) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString code = icu::UnicodeString::fromUTF8(currency);
    const int decimals = ucurr_getDefaultFractionDigits(code.getTerminatedBuffer(), &status);
    return U_SUCCESS(status) ? std::clamp(decimals, 0, static_cast<int>(most_decimals)) : usual_decimals;
}

} // namespace

int decimals_of(const std::string& currency) {
    return std::max(minor_units_of(currency), decimals_in_use(currency));
}

std::optional<std::int64_t> thousandths_of(const std::string& amount) {
    const std::size_t point = std::min(amount.find('.'), amount.size());
    const std::string whole = amount.substr(0, point);
    std::string part = point < amount.size() ? amount.substr(point + 1) : "0";
    const bool is_written_well = !whole.empty() && whole.size() <= most_digits && is_figures(whole) && !part.empty() &&
                                 part.size() <= most_decimals && is_figures(part);
    if (!is_written_well) {
        return std::nullopt;
    }
    part.resize(most_decimals, '0');
    return std::stoll(whole) * unit + std::stoll(part);
}

int decimals_of(const Money& money) {
    if (money.thousandths % unit == 0) {
        return 0;
    }
    int needed = static_cast<int>(most_decimals);
    for (std::int64_t rest = money.thousandths; rest % 10 == 0; rest /= 10) {
        --needed;
    }
    const int most = decimals_of(money.currency);
    const bool is_settled = minor_units_of(money.currency) == decimals_in_use(money.currency);
    return std::max(needed, is_settled ? most : std::min(most, usual_decimals));
}

std::string number_of(const Money& money, int decimals) {
    std::string part = fmt::format("{:03}", money.thousandths % unit);
    part.resize(static_cast<std::size_t>(std::clamp(decimals, 0, static_cast<int>(most_decimals))));
    return fmt::format("{}{}{}", money.thousandths / unit, part.empty() ? "" : ".", part);
}

std::optional<Money> sum_of(const Money& one, const Money& other) {
    Money sum = one;
    const bool too_much = __builtin_add_overflow(one.thousandths, other.thousandths, &sum.thousandths);
    return too_much ? std::nullopt : std::optional(sum);
}

} // namespace rapporteur::corpus
