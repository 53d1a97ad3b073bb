#include "corpus/ledger.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <set>

namespace rapporteur::corpus {

namespace {

const char* word_for(Named kind) {
    switch (kind) {
    case Named::source:
        return "source";
    case Named::partner:
        return "partner";
    case Named::holder:
        return "holder";
    case Named::term:
        return "term";
    case Named::other:
        break;
    }
    return "thing";
}

// Levenshtein's distance.
std::size_t distance(const std::string& one, const std::string& other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t replaced = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

// Looking for a name like it takes as long as there are names; where hundreds lead nowhere, it's no slip of the pen.
constexpr std::size_t most_looked_up = 100;

} // namespace

bool Ledger::define(const std::string& id, Named kind, const Place& place, Findings& findings) {
    if (id.empty()) {
        return true;
    }
    const auto [known, is_new] = definitions.try_emplace(id, Definition{kind, place});
    if (!is_new && !is_copy) {
        const Place& first = known->second.place;
        findings.error(place, fmt::format("the id “{}” is given twice", id),
                       fmt::format("it was first given at {}:{}", *first.file, first.line));
    }
    return is_new;
}

void Ledger::reading_copy(bool copy) {
    is_copy = copy;
}

void Ledger::refer(const std::string& id, Named kind, const Place& place) {
    if (!id.empty()) {
        references.push_back({id, kind, place});
    }
}

std::string Ledger::nearest(const std::string& id, Named kind) const {
    std::string best;
    std::size_t least = 2 + id.size() / 3;
    for (const auto& [known, definition] : definitions) {
        const std::size_t apart = definition.kind == kind ? distance(id, known) : SIZE_MAX;
        if (apart < least || (apart == least && !best.empty() && known < best)) {
            least = apart;
            best = known;
        }
    }
    return best;
}

void Ledger::check_references(Findings& findings) const {
    std::map<std::pair<std::string, Named>, std::size_t> times; // of those that lead nowhere
    for (const Reference& reference : references) {
        const auto found = definitions.find(reference.id);
        if (found == definitions.end() || found->second.kind != reference.kind) {
            ++times[{reference.id, reference.kind}];
        }
    }
    std::set<std::pair<std::string, Named>> said; // one error for each, at the first place
    for (const Reference& reference : references) {
        const auto astray = times.find({reference.id, reference.kind});
        if (astray == times.end() || !said.insert(astray->first).second) {
            continue;
        }
        const auto found = definitions.find(reference.id);
        const std::string often = astray->second == 1
                                      ? std::string()
                                      : fmt::format(" ({} places name it, this is the first)", astray->second);
        if (found != definitions.end()) {
            findings.error(reference.place, fmt::format("“{}” is the id of a {}, not of a {}{}", reference.id,
                                                        word_for(found->second.kind), word_for(reference.kind), often));
            continue;
        }
        const std::string near = said.size() <= most_looked_up ? nearest(reference.id, reference.kind) : std::string();
        findings.error(reference.place,
                       fmt::format("there is no {} “{}”{}", word_for(reference.kind), reference.id, often),
                       near.empty() ? std::string() : fmt::format("did you mean “{}”?", near));
    }
}

void Ledger::check_sources(Findings& findings) const {
    std::set<std::string> used;
    for (const Reference& reference : references) {
        used.insert(reference.id);
    }
    for (const auto& [id, definition] : definitions) {
        if (definition.kind == Named::source && used.count(id) == 0) {
            findings.warning(WarningKind::unused_source, definition.place,
                             fmt::format("nothing names the source “{}”", id));
        }
    }
}

} // namespace rapporteur::corpus
