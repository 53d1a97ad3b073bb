#include "compose/compose.hpp"

namespace rapporteur::compose {

namespace {

std::tuple<std::string_view, std::uint32_t, std::uint32_t> place_key(const Place& place) {
    return {place.file == nullptr ? std::string_view() : std::string_view(*place.file), place.line, place.column};
}

} // namespace

FactIndex::FactIndex(const std::vector<const facts::Fact*>& facts) {
    for (std::size_t at = 0; at < facts.size(); ++at) {
        by_place[place_key(facts[at]->place)].push_back({facts[at], static_cast<std::uint32_t>(at)});
    }
}

document::FactNumbers FactIndex::at(const Place& place, facts::Field field, const std::string& key) const {
    document::FactNumbers numbers;
    if (const auto found = by_place.find(place_key(place)); found != by_place.end()) {
        for (const Numbered& one : found->second) {
            if (one.fact->field == field && (key.empty() || one.fact->key == key)) {
                numbers.push_back(one.number);
            }
        }
    }
    return numbers;
}

} // namespace rapporteur::compose
