#include "changes/changes.hpp"

#include "changes/pairing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace rapporteur::changes {

namespace {

using facts::Fact;
using facts::Field;

// The facts of a corpus by partner; its own under an empty id.
struct Year {
    explicit Year(const corpus::Corpus& of) : corpus(of), all(facts::facts_of(of)) {
        for (const Fact& fact : all) {
            by_partner[fact.partner].push_back(&fact);
            if (fact.field == Field::name) {
                names[fact.partner] = &fact;
            }
        }
    }

    const corpus::Corpus& corpus;
    std::vector<Fact> all;
    std::unordered_map<std::string, std::vector<const Fact*>> by_partner;
    std::unordered_map<std::string, const Fact*> names;

    bool has(const std::string& partner) const { return by_partner.count(partner) != 0; }
    std::string name(const std::string& partner) const {
        const auto found = names.find(partner);
        return found == names.end() ? partner : found->second->words();
    }
};

// By what a partner is known again under another id: its names and its numbers in registers.
std::vector<std::string> marks_of(const std::vector<const Fact*>& facts, bool with_former_names) {
    std::vector<std::string> marks;
    for (const Fact* fact : facts) {
        if (fact->field == Field::name || (with_former_names && fact->field == Field::former_name)) {
            for (const facts::Said& said : fact->said) {
                marks.push_back("name " + said.words);
            }
        } else if (fact->field == Field::identifier) {
            marks.push_back(fact->key + " " + fact->words());
        }
    }
    return marks;
}

// Where the partners went that are not in the later year under their own id: by their id, that of whom they became.
std::map<std::string, std::string> heirs(const Year& before, const Year& after) {
    std::unordered_map<std::string, std::string> known; // by mark, the later partner's id
    for (const corpus::Partner& partner : after.corpus.partners) {
        for (std::string& mark : marks_of(after.by_partner.at(partner.id), true)) {
            known.emplace(std::move(mark), partner.id);
        }
    }
    std::map<std::string, std::string> found;
    for (const corpus::Partner& partner : before.corpus.partners) {
        if (after.has(partner.id)) {
            continue;
        }
        for (const std::string& mark : marks_of(before.by_partner.at(partner.id), false)) {
            if (const auto heir = known.find(mark); heir != known.end()) {
                found[partner.id] = heir->second;
                break;
            }
        }
    }
    return found;
}

bool same_basis(const corpus::Provenance& one, const corpus::Provenance& other) {
    return one.source == other.source && one.locator == other.locator && one.checked == other.checked &&
           one.confidence == other.confidence;
}

class Comparison {
public:
    Comparison(const corpus::Corpus& then, const corpus::Corpus& now) : before(then), after(now) {}

    Changes run() {
        changes.from = before.corpus.date;
        changes.to = after.corpus.date;
        changes.folder_before = before.corpus.files.front().path.parent_path();
        changes.folder_after = after.corpus.files.front().path.parent_path();
        compare_facts({}, {});
        const std::map<std::string, std::string> went_to = heirs(before, after);
        std::map<std::string, std::vector<std::string>> came_from;
        for (const auto& [old, heir] : went_to) {
            came_from[heir].push_back(old);
        }
        for (const corpus::Partner& partner : after.corpus.partners) {
            compare_partner(partner.id, came_from[partner.id]);
        }
        for (const corpus::Partner& partner : before.corpus.partners) {
            if (!after.has(partner.id) && went_to.count(partner.id) == 0) {
                add(Kind::left, partner.id, before.name(partner.id), before.names.at(partner.id), nullptr);
            }
        }
        return std::move(changes);
    }

private:
    Change& add(Kind kind, const std::string& partner, std::string name, const Fact* then, const Fact* now) {
        Change change{kind, partner, std::move(name), {}, {}, {}};
        if (then != nullptr) {
            change.before = *then;
        }
        if (now != nullptr) {
            change.after = *now;
        }
        changes.list.push_back(std::move(change));
        return changes.list.back();
    }

    void compare_partner(const std::string& id, const std::vector<std::string>& earlier) {
        const std::string name = after.name(id);
        const Fact* named = after.names.at(id);
        if (!before.has(id) && earlier.size() == 1) { // the same partner under another id
            if (before.name(earlier.front()) == name) {
                add(Kind::renamed, id, name, before.names.at(earlier.front()), named);
            }
            compare_facts(earlier.front(), id);
            return;
        }
        if (before.has(id)) {
            compare_facts(id, id);
        } else {
            add(Kind::joined, id, name, nullptr, named);
        }
        for (const std::string& old : earlier) {
            add(Kind::merged, id, name, before.names.at(old), named);
        }
    }

    static std::vector<const Fact*> of(const Year& year, const std::string& partner) {
        const auto found = year.by_partner.find(partner);
        return found == year.by_partner.end() ? std::vector<const Fact*>() : found->second;
    }

    void compare_facts(const std::string& old, const std::string& now) {
        const std::string name = now.empty() ? std::string() : after.name(now);
        for (const Pair& one : pair(of(before, old), of(after, now))) {
            if (one.before == nullptr) {
                add(Kind::added, now, name, nullptr, one.after);
            } else if (one.after == nullptr) {
                add(Kind::removed, now, name, one.before, nullptr);
            } else {
                compare(*one.before, *one.after, now, name);
            }
        }
    }

    void compare(const Fact& then, const Fact& now, const std::string& partner, const std::string& name) {
        const bool is_known_by_key = now.field == Field::identifier || now.field == Field::photo;
        if (is_known_by_key && then.key != now.key) { // the same words of another scheme, or of another picture
            add(Kind::removed, partner, name, &then, nullptr);
            add(Kind::added, partner, name, nullptr, &now);
            return;
        }
        if (then.words() != now.words()) {
            const Kind kind = now.field == Field::name           ? Kind::renamed
                              : now.field == Field::relationship ? Kind::related
                                                                 : Kind::corrected;
            add(kind, partner, name, &then, &now);
            return;
        }
        compare_translations(then, now, partner, name);
        if (then.provenance && now.provenance && !same_basis(*then.provenance, *now.provenance) &&
            facts::is_told_of_alone(now)) {
            add(Kind::rechecked, partner, name, &then, &now);
        }
        if (then.provenance && now.provenance && then.provenance->audience != now.provenance->audience &&
            facts::is_told_of_alone(now)) {
            add(Kind::readers, partner, name, &then, &now);
        }
        if (facts::is_stale(now, after.corpus.date) && !facts::is_stale(then, before.corpus.date) &&
            facts::is_told_of_alone(now)) {
            add(Kind::stale, partner, name, &then, &now);
        }
    }

    void compare_translations(const Fact& then, const Fact& now, const std::string& partner, const std::string& name) {
        for (std::size_t at = 1; at < now.said.size(); ++at) {
            const facts::Said& said = now.said[at];
            const auto old = std::find_if(then.said.begin(), then.said.end(),
                                          [&](const facts::Said& other) { return other.language == said.language; });
            if (old == then.said.end() || old->words != said.words) {
                add(Kind::translated, partner, name, &then, &now).language = said.language;
            } else if (said.stale && !old->stale) {
                add(Kind::stale, partner, name, &then, &now).language = said.language;
            } else if (said.draft != old->draft) {
                add(Kind::reviewed, partner, name, &then, &now).language = said.language;
            }
        }
        for (std::size_t at = 1; at < then.said.size(); ++at) { // that there is no more
            const std::string& language = then.said[at].language;
            const bool is_there = std::any_of(now.said.begin(), now.said.end(),
                                              [&](const facts::Said& said) { return said.language == language; });
            if (!is_there) {
                add(Kind::translated, partner, name, &then, &now).language = language;
            }
        }
    }

    const Year before;
    const Year after;
    Changes changes;
};

} // namespace

std::string_view name_of(Kind kind) {
    constexpr std::array<std::string_view, 13> names = {"joined",
                                                        "left",
                                                        "renamed",
                                                        "merged",
                                                        "relationship changed",
                                                        "added",
                                                        "removed",
                                                        "corrected",
                                                        "translated",
                                                        "checked again",
                                                        "not checked for more than a year",
                                                        "translation reviewed",
                                                        "readers changed"};
    return names.at(static_cast<std::size_t>(kind));
}

const facts::Said& said_in(const Fact& fact, const std::string& language) {
    const auto found = std::find_if(fact.said.begin(), fact.said.end(),
                                    [&](const facts::Said& said) { return said.language == language; });
    return found == fact.said.end() ? fact.said.front() : *found;
}

Changes between(const corpus::Corpus& before, const corpus::Corpus& after) {
    return Comparison(before, after).run();
}

} // namespace rapporteur::changes
