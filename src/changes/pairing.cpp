#include "changes/pairing.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <tuple>

namespace rapporteur::changes {

namespace {

using facts::Fact;

constexpr double alike_enough = 0.5;

std::vector<std::string> words_of(const Fact& fact) {
    std::istringstream stream(fact.words());
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end());
    return words;
}

// The share of words that two texts have in common, 0 to 1 (Dice's coefficient).
double likeness(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    std::vector<std::string> common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
    const std::size_t all = one.size() + other.size();
    return all == 0 ? 0 : 2.0 * static_cast<double>(common.size()) / static_cast<double>(all);
}

// Facts of one kind, of one partner and relationship.
struct Group {
    std::vector<const Fact*> before;
    std::vector<const Fact*> after;
};

class Pairing {
public:
    explicit Pairing(const Group& of) : group(of), partner_of(of.after.size(), nullptr), taken(of.before.size()) {}

    std::vector<Pair> run() {
        if (facts::stands_once((group.after.empty() ? group.before : group.after).front()->field)) {
            take_where([](const Fact&, const Fact&) { return true; });
        }
        take_where([](const Fact& old, const Fact& now) { return !old.key.empty() && old.key == now.key; });
        take_where([](const Fact& old, const Fact& now) { return old.words() == now.words(); });
        take_most_alike();
        std::vector<Pair> pairs;
        pairs.reserve(group.after.size());
        for (std::size_t at = 0; at < group.after.size(); ++at) {
            pairs.push_back({partner_of[at], group.after[at]});
        }
        for (std::size_t at = 0; at < group.before.size(); ++at) {
            if (!taken[at]) {
                pairs.push_back({group.before[at], nullptr});
            }
        }
        return pairs;
    }

private:
    template <class Same>
    void take_where(Same same) {
        for (std::size_t now = 0; now < group.after.size(); ++now) {
            for (std::size_t old = 0; old < group.before.size() && partner_of[now] == nullptr; ++old) {
                if (!taken[old] && same(*group.before[old], *group.after[now])) {
                    take(old, now);
                }
            }
        }
    }

    void take(std::size_t old, std::size_t now) {
        taken[old] = true;
        partner_of[now] = group.before[old];
    }

    // What is left, the most alike first.
    void take_most_alike() {
        std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
        for (std::size_t now = 0; now < group.after.size(); ++now) {
            if (partner_of[now] != nullptr) {
                continue;
            }
            const std::vector<std::string> words = words_of(*group.after[now]);
            for (std::size_t old = 0; old < group.before.size(); ++old) {
                const bool keys_differ = !group.before[old]->key.empty() && !group.after[now]->key.empty();
                const double alike = taken[old] || keys_differ ? 0 : likeness(words_of(*group.before[old]), words);
                if (alike > alike_enough) {
                    candidates.emplace_back(-alike, now, old);
                }
            }
        }
        std::sort(candidates.begin(), candidates.end());
        for (const auto& [alike, now, old] : candidates) {
            if (!taken[old] && partner_of[now] == nullptr) {
                take(old, now);
            }
        }
    }

    const Group& group;
    std::vector<const Fact*> partner_of; // of each later fact
    std::vector<bool> taken;             // of each earlier one
};

} // namespace

std::vector<Pair> pair(const std::vector<const Fact*>& before, const std::vector<const Fact*>& after) {
    using Place = std::pair<facts::Field, std::string>;
    std::map<Place, std::size_t> known;
    std::vector<Group> groups;
    const auto group_of = [&](const Fact& fact) -> Group& {
        const auto [found, is_new] = known.try_emplace({fact.field, fact.of}, groups.size());
        if (is_new) {
            groups.emplace_back();
        }
        return groups[found->second];
    };
    for (const Fact* fact : after) {
        group_of(*fact).after.push_back(fact);
    }
    for (const Fact* fact : before) {
        group_of(*fact).before.push_back(fact);
    }
    std::vector<Pair> pairs;
    for (const Group& group : groups) {
        const std::vector<Pair> found = Pairing(group).run();
        pairs.insert(pairs.end(), found.begin(), found.end());
    }
    return pairs;
}

} // namespace rapporteur::changes
