#pragma once

// The program's own words in the reader's language: labels, names of kinds, dates, lists, order of terms.
//
// Words come from styles/words/LANGUAGE.xml, ICU message patterns by id; a file that lacks one, has one too many, whose
// pattern is broken, fills other places than the English one or has too few plural forms is refused whole. Dates,
// numbers, lists, plurals and collation are ICU's for the language.

#include "support/diagnostic.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::wording {

struct Day { // month and day 0 where they are not known
    int year = 0;
    int month = 0;
    int day = 0;
};

class Words {
public:
    // `folder` holds a file for each language.
    static Result<Words> load(const std::filesystem::path& folder, const std::string& language);
    ~Words();
    Words(Words&&) noexcept;
    Words& operator=(Words&&) noexcept;

    const std::string& language() const;
    bool runs_right_to_left() const;

    // A word as it stands, and with its places filled. An id that isn't in wording/keys.hpp gives the id itself.
    std::string operator[](std::string_view id) const;
    std::string fill(std::string_view id, const std::vector<std::pair<std::string, std::string>>& values) const;
    // The same with one number, by which a plural is chosen.
    std::string fill(std::string_view id, const std::pair<std::string, int>& number,
                     const std::vector<std::pair<std::string, std::string>>& values) const;

    // Several items that don't make a sentence, with the language's comma or semicolon between them.
    std::string row(const std::vector<std::string>& items) const;
    std::string strong_row(const std::vector<std::string>& items) const;
    // A sentence closed with the language's full stop, unless it has one: "…, 24 ноября 2026 г."
    std::string closed(std::string sentence) const;

    // Numbers in the language's own figures and groups; decimals are given as "1250.50" and keep their zeros.
    std::string number(std::int64_t number) const; // "12,500"
    std::string year(int year) const;              // "2026", never in groups
    std::string decimal(const std::string& number) const;
    std::string percent(const std::string& number) const;
    std::string money(const std::string& number, const std::string& currency) const; // "EUR 1,250.50"
    std::string digits() const;                                                      // "0123456789"

    std::string date(const Day& day) const;                        // "24 November 2026", "May 2012", "1993"
    std::string list(const std::vector<std::string>& items) const; // "a, b and c"
    std::string name_of_language(const std::string& tag) const;    // "French", in this language

    // A key that sorts as the language does.
    std::string collation_key(const std::string& text) const;

private:
    struct Tools; // what ICU keeps open for the language

    explicit Words(std::unique_ptr<Tools> tools);
    std::unique_ptr<Tools> tools;
};

// Every fault of a language's file of words, each with its place; none where it is good.
Diagnostics check(const std::filesystem::path& folder, const std::string& language);

} // namespace rapporteur::wording
