#pragma once

// The program's own words in the reader's language: labels, names of kinds, dates, lists, order of terms.
//
// Words come from styles/words/LANGUAGE.xml, ICU message patterns by id; a file that lacks one, has one too many, or
// whose pattern is broken is refused whole. Dates, lists, plurals and collation are ICU's for the language.

#include "support/diagnostic.hpp"

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

    // A word as it stands, and with its places filled. An id that isn't in wording/keys.hpp gives the id itself.
    std::string operator[](std::string_view id) const;
    std::string fill(std::string_view id, const std::vector<std::pair<std::string, std::string>>& values) const;
    // The same with one number, by which a plural is chosen.
    std::string fill(std::string_view id, const std::pair<std::string, int>& number,
                     const std::vector<std::pair<std::string, std::string>>& values) const;

    std::string date(const Day& day) const;                        // "24 November 2026", "May 2012", "1993"
    std::string list(const std::vector<std::string>& items) const; // "a, b and c"
    std::string name_of_language(const std::string& tag) const;    // "French", in this language

    // A key that sorts as the language does.
    std::string collation_key(const std::string& text) const;

private:
    struct Tools;
    explicit Words(std::unique_ptr<Tools> tools);
    std::unique_ptr<Tools> tools;
};

} // namespace rapporteur::wording
