#include "corpus/corpus.hpp"

#include <algorithm>
#include <fmt/format.h>
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

} // namespace

int decimals_of(const std::string& currency) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString code = icu::UnicodeString::fromUTF8(currency);
    const int decimals = ucurr_getDefaultFractionDigits(code.getTerminatedBuffer(), &status);
    return U_SUCCESS(status) ? std::clamp(decimals, 0, static_cast<int>(most_decimals)) : 2;
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
    return std::max(needed, decimals_of(money.currency));
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
