#include "changes/pairing.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <unordered_map>

namespace rapporteur::changes {

namespace {

using facts::Fact;

constexpr double alike_enough = 0.5;

// How many pairs of what is left are all compared. Beyond it a fact is compared with those alone that share one of its
// rarest words and stand nearest to where it stands: as many of each word as this, of as many words.
constexpr std::size_t all_compared = 250'000;
constexpr std::size_t nearest_of_a_word = 16;
constexpr std::size_t rarest_words = 8;

// Words as numbers, which compare faster.
class Vocabulary {
public:
    // Those of a text in the order of their numbers, each as often as it stands there.
    std::vector<std::uint32_t> words_of(const Fact& fact) {
        std::istringstream stream(fact.words());
        std::vector<std::uint32_t> words;
        for (std::string word; stream >> word;) {
            words.push_back(
                numbers.try_emplace(std::move(word), static_cast<std::uint32_t>(numbers.size())).first->second);
        }
        std::sort(words.begin(), words.end());
        return words;
    }
    std::size_t size() const { return numbers.size(); }

private:
    std::unordered_map<std::string, std::uint32_t> numbers;
};

using Words = std::vector<std::uint32_t>;

// The share of words that two texts have in common, 0 to 1 (Dice's coefficient).
double likeness(const Words& one, const Words& other) {
    std::size_t common = 0;
    for (auto here = one.begin(), there = other.begin(); here != one.end() && there != other.end();) {
        if (*here == *there) {
            ++common;
            ++here;
            ++there;
        } else {
            ++(*here < *there ? here : there);
        }
    }
    const std::size_t all = one.size() + other.size();
    return all == 0 ? 0 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

// Facts of one kind, of one partner and relationship.
struct Group {
    std::vector<const Fact*> before;
    std::vector<const Fact*> after;
};

class Pairing {
public:
    Pairing(const Group& of, Steps& counted)
        : group(of), steps(counted), partner_of(of.after.size(), nullptr), taken(of.before.size()) {}

    std::vector<Pair> run() {
        if (facts::stands_once((group.after.empty() ? group.before : group.after).front()->field)) {
            take_equal([](const Fact&) { return std::string("the one"); });
        }
        take_equal([](const Fact& fact) { return fact.key; });
        take_equal([](const Fact& fact) { return fact.words(); });
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
    // Facts that have the same mark, in their order; what has none is left.
    template <class Mark>
    void take_equal(Mark mark_of) {
        std::unordered_map<std::string, std::deque<std::size_t>> waiting;
        for (std::size_t old = 0; old < group.before.size(); ++old) {
            if (!taken[old]) {
                waiting[mark_of(*group.before[old])].push_back(old);
            }
        }
        for (std::size_t now = 0; now < group.after.size(); ++now) {
            const std::string mark = mark_of(*group.after[now]);
            const auto found = partner_of[now] != nullptr || mark.empty() ? waiting.end() : waiting.find(mark);
            if (found != waiting.end() && !found->second.empty()) {
                take(found->second.front(), now);
                found->second.pop_front();
            }
        }
    }

    void take(std::size_t old, std::size_t now) {
        taken[old] = true;
        partner_of[now] = group.before[old];
    }

    // What is left, the most alike first.
    void take_most_alike() {
        std::vector<std::size_t> olds;
        std::vector<std::size_t> news;
        for (std::size_t old = 0; old < group.before.size(); ++old) {
            if (!taken[old]) {
                olds.push_back(old);
            }
        }
        for (std::size_t now = 0; now < group.after.size(); ++now) {
            if (partner_of[now] == nullptr) {
                news.push_back(now);
            }
        }
        if (olds.empty() || news.empty()) {
            return;
        }
        read(olds, news);
        if (news.size() <= all_compared / olds.size()) {
            for (std::size_t now = 0; now < news.size(); ++now) {
                for (std::size_t old = 0; old < olds.size(); ++old) {
                    weigh(olds[old], old, news[now], now);
                }
            }
        } else {
            weigh_nearest(olds, news);
        }
        std::sort(candidates.begin(), candidates.end());
        for (const auto& [alike, now, old] : candidates) {
            if (!taken[old] && partner_of[now] == nullptr) {
                take(old, now);
            }
        }
    }

    void read(const std::vector<std::size_t>& olds, const std::vector<std::size_t>& news) {
        for (const std::size_t old : olds) {
            words_before.push_back(vocabulary.words_of(*group.before[old]));
        }
        for (const std::size_t now : news) {
            words_after.push_back(vocabulary.words_of(*group.after[now]));
        }
    }

    void weigh(std::size_t old, std::size_t old_left, std::size_t now, std::size_t now_left) {
        ++steps.taken;
        const bool keys_differ = !group.before[old]->key.empty() && !group.after[now]->key.empty();
        const double alike = keys_differ ? 0 : likeness(words_before[old_left], words_after[now_left]);
        if (alike > alike_enough) {
            candidates.emplace_back(-alike, now, old);
        }
    }

    void weigh_nearest(const std::vector<std::size_t>& olds, const std::vector<std::size_t>& news) {
        std::vector<std::vector<std::size_t>> holders(vocabulary.size()); // by word, the earlier facts that have it
        for (std::size_t old = 0; old < olds.size(); ++old) {
            for (const std::uint32_t word : words_before[old]) {
                if (holders[word].empty() || holders[word].back() != old) {
                    holders[word].push_back(old);
                }
            }
        }
        for (std::size_t now = 0; now < news.size(); ++now) {
            std::set<std::size_t> near;
            for (const std::uint32_t word : rarest(words_after[now], holders)) {
                add_nearest(now * olds.size() / news.size(), holders[word], near);
            }
            for (const std::size_t old : near) {
                weigh(olds[old], old, news[now], now);
            }
        }
    }

    // Of the words that earlier facts have too, each once.
    static Words rarest(Words words, const std::vector<std::vector<std::size_t>>& holders) {
        words.erase(std::unique(words.begin(), words.end()), words.end());
        words.erase(
            std::remove_if(words.begin(), words.end(), [&](std::uint32_t word) { return holders[word].empty(); }),
            words.end());
        const auto is_rarer = [&](std::uint32_t one, std::uint32_t other) {
            return std::pair(holders[one].size(), one) < std::pair(holders[other].size(), other);
        };
        const std::size_t kept = std::min(words.size(), rarest_words);
        std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end(), is_rarer);
        words.resize(kept);
        return words;
    }

    static void add_nearest(std::size_t place, const std::vector<std::size_t>& holders, std::set<std::size_t>& near) {
        const auto at = std::lower_bound(holders.begin(), holders.end(), place);
        const auto half = static_cast<std::ptrdiff_t>(nearest_of_a_word / 2);
        near.insert(at - std::min(half, at - holders.begin()), at + std::min(half, holders.end() - at));
    }

    const Group& group;
    Steps& steps;
    std::vector<const Fact*> partner_of; // of each later fact
    std::vector<bool> taken;             // of each earlier one
    Vocabulary vocabulary;
    std::vector<Words> words_before; // of what is left
    std::vector<Words> words_after;
    std::vector<std::tuple<double, std::size_t, std::size_t>> candidates; // how unlike, and the places of the two
};

} // namespace

std::vector<Pair> pair(const std::vector<const Fact*>& before, const std::vector<const Fact*>& after, Steps& steps) {
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
        const std::vector<Pair> found = Pairing(group, steps).run();
        pairs.insert(pairs.end(), found.begin(), found.end());
    }
    return pairs;
}

std::vector<Pair> pair(const std::vector<const Fact*>& before, const std::vector<const Fact*>& after) {
    Steps uncounted;
    return pair(before, after, uncounted);
}

} // namespace rapporteur::changes
