#pragma once

// Sums of money and measured values, as a corpus writes them and as they are counted.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace rapporteur::corpus {

// Money, exact: a number of thousandths of the currency's unit, which is as fine as the schema lets it be written.
// Amounts of two currencies are never added.
struct Money {
    std::int64_t thousandths = 0;
    std::string currency; // ISO 4217
    auto operator<=>(const Money&) const = default;
};

// "1250.50" as thousandths; nothing where it isn't written as an amount.
std::optional<std::int64_t> thousandths_of(const std::string& amount);
// How many decimals an amount in a currency may have: 2 for EUR, none for JPY. These are ISO 4217's minor units, or
// those that CLDR gives where they are more: RSD has 2, though its coins are gone.
int decimals_of(const std::string& currency);
// How many decimals an amount is printed with: none where it is whole, else those of its currency; where ISO 4217 and
// CLDR disagree on them, the 2 that are usual, and a third where the amount has it.
int decimals_of(const Money& money);
// The amount as a number in ASCII, "1250.50", with that many decimals.
std::string number_of(const Money& money, int decimals);
// Nothing where the sum is more than can be counted. Both are in one currency.
std::optional<Money> sum_of(const Money& one, const Money& other);

// A value of a result: what it says, and the number and unit that it is where it is one.
struct Value {
    std::string written; // "12.5 days"; empty where it isn't known
    std::string number;  // "12.5"; empty where it is no number and unit
    std::string unit;    // "days"
};

// "12.5 days" taken apart.
Value value_of(const std::string& written);
// A value's number, to draw and to compare by.
double drawn(const Value& value);

} // namespace rapporteur::corpus
