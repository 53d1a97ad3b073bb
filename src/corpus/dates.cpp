#include "corpus/dates.hpp"

#include <charconv>
#include <chrono>

namespace rapporteur::corpus {

namespace {

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc() && end == digits.data() + digits.size() && value >= 0;
    return whole ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    const bool well_formed = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                             (text.size() == 10 && text[4] == '-' && text[7] == '-');
    if (!well_formed) {
        return std::nullopt;
    }
    const std::optional<int> year = number(text.substr(0, 4));
    const std::optional<int> month = text.size() > 4 ? number(text.substr(5, 2)) : std::optional(0);
    const std::optional<int> day = text.size() > 7 ? number(text.substr(8, 2)) : std::optional(0);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    if (text.size() > 4) {
        const std::chrono::year_month_day real{std::chrono::year{*year},
                                               std::chrono::month{static_cast<unsigned>(*month)},
                                               std::chrono::day{static_cast<unsigned>(text.size() > 7 ? *day : 1)}};
        if (!real.ok()) {
            return std::nullopt;
        }
    }
    return Date{*year, *month, *day};
}

bool surely_before(const Date& one, const Date& other) {
    if (one.year == 0 || other.year == 0) {
        return false;
    }
    if (one.year != other.year) {
        return one.year < other.year;
    }
    if (one.month == 0 || other.month == 0 || one.month != other.month) {
        return one.month != 0 && other.month != 0 && one.month < other.month;
    }
    return one.day != 0 && other.day != 0 && one.day < other.day;
}

} // namespace rapporteur::corpus
