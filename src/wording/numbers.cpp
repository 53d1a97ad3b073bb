#include "wording/numbers.hpp"

#include <memory>
#include <unicode/numsys.h>

namespace rapporteur::wording {

namespace {

using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;
using icu::number::Precision;

int32_t decimals_of(const std::string& number) {
    const std::size_t point = number.find('.');
    return point == std::string::npos ? 0 : static_cast<int32_t>(number.size() - point - 1);
}

std::string utf8(const icu::number::FormattedNumber& number) {
    UErrorCode status = U_ZERO_ERROR;
    std::string text;
    number.toString(status).toUTF8String(text);
    return text;
}

std::string written(const LocalizedNumberFormatter& format, const std::string& number) {
    UErrorCode status = U_ZERO_ERROR;
    return utf8(format.precision(Precision::fixedFraction(decimals_of(number))).formatDecimal(number, status));
}

} // namespace

Numbers::Numbers(const icu::Locale& of)
    : locale(of), grouped(NumberFormatter::withLocale(of)),
      ungrouped(NumberFormatter::withLocale(of).grouping(UNUM_GROUPING_OFF)) {}

std::string Numbers::whole(std::int64_t number) const {
    UErrorCode status = U_ZERO_ERROR;
    return utf8(grouped.formatInt(number, status));
}

std::string Numbers::plain(std::int64_t number) const {
    UErrorCode status = U_ZERO_ERROR;
    return utf8(ungrouped.formatInt(number, status));
}

std::string Numbers::decimal(const std::string& number) const {
    return written(grouped, number);
}

std::string Numbers::percent(const std::string& number) const {
    return written(grouped.unit(icu::NoUnit::percent()), number);
}

std::string Numbers::money(const std::string& number, const std::string& currency) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::CurrencyUnit unit(icu::StringPiece(currency), status);
    return written(grouped.unit(unit).unitWidth(UNUM_UNIT_WIDTH_ISO_CODE), number);
}

std::string Numbers::digits() const {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberingSystem> system(icu::NumberingSystem::createInstance(locale, status));
    std::string ten;
    if (U_SUCCESS(status) && system->isAlgorithmic() == 0) {
        system->getDescription().toUTF8String(ten);
    }
    return ten;
}

} // namespace rapporteur::wording
