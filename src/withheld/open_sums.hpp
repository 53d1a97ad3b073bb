#pragma once

// Sums that anybody can add up from the contributions that are shown, and that publications print: one that is equal to
// a withheld amount gives nothing away, for it would stand there without that amount too.

#include "corpus/quantities.hpp"

#include <functional>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>

namespace rapporteur::withheld {

class OpenSums {
public:
    // A contribution that is shown, with its uses, which stands in its partner's element.
    void add(const pugi::xml_node& funding);

    // Each sum as "1250", "1250.0" and so on: of a year, of all years up to one and of all, for each partner and for
    // all partners; of what was used, and what wasn't. In each currency by itself.
    void for_each(const std::function<void(const std::string&)>& visit) const;

private:
    struct Given {
        corpus::Money received;
        corpus::Money used;
        corpus::Money rest() const { return {received.thousandths - used.thousandths, received.currency}; }
    };
    using ByYear = std::map<std::string, Given>;
    using ByCurrency = std::map<std::string, ByYear>;

    std::map<std::string, ByCurrency> of_partners; // by their ids
    ByCurrency of_all;
    std::set<corpus::Money> of_one; // what was used of one contribution, and what wasn't
};

} // namespace rapporteur::withheld
