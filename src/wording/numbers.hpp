#pragma once

// Numbers as a language writes them: its figures, its groups, its decimal mark, as ICU knows them.

#include <cstdint>
#include <string>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>

namespace rapporteur::wording {

class Numbers {
public:
    explicit Numbers(const icu::Locale& locale);

    std::string whole(std::int64_t number) const; // in groups: 12,500
    std::string plain(std::int64_t number) const; // without: a year
    // Of a number in ASCII, "1250.50"; as many decimals as it has.
    std::string decimal(const std::string& number) const;
    std::string percent(const std::string& number) const;
    std::string money(const std::string& number, const std::string& currency) const;
    std::string digits() const; // the ten of them, from nought

private:
    icu::Locale locale;
    icu::number::LocalizedNumberFormatter grouped;
    icu::number::LocalizedNumberFormatter ungrouped;
};

} // namespace rapporteur::wording
