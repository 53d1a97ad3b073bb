#include "changes/changes.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace rapporteur::changes {

namespace {

using Json = nlohmann::ordered_json;

// Names for programs, which stay what they are.
std::string_view code_of(Kind kind) {
    constexpr std::array<std::string_view, 13> names = {"joined", "left",     "renamed",   "merged",     "related",
                                                        "added",  "removed",  "corrected", "translated", "rechecked",
                                                        "stale",  "reviewed", "readers"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view code_of(corpus::Audience audience) {
    constexpr std::array<std::string_view, 3> names = {"public", "donor", "internal"};
    return names.at(static_cast<std::size_t>(audience));
}

std::string_view code_of(corpus::Confidence confidence) {
    constexpr std::array<std::string_view, 5> names = {"", "confirmed", "stated", "inferred", "doubtful"};
    return names.at(static_cast<std::size_t>(confidence));
}

Json json_of(const facts::Fact& fact, const std::filesystem::path& folder) {
    Json json = Json::object();
    Json said = Json::object();
    for (const facts::Said& one : fact.said) {
        said[one.language.empty() ? "und" : one.language] = one.words;
    }
    json["said"] = said;
    if (fact.provenance) {
        const corpus::Provenance& provenance = *fact.provenance;
        json["source"] = provenance.source;
        json["locator"] = provenance.locator;
        json["checked"] = provenance.checked ? Json(facts::iso(*provenance.checked)) : Json(nullptr);
        json["confidence"] = code_of(provenance.confidence);
        json["audience"] = code_of(provenance.audience);
    }
    if (fact.place.file) {
        json["file"] = std::filesystem::path(*fact.place.file).lexically_relative(folder).generic_string();
        json["line"] = fact.place.line;
    }
    return json;
}

Json json_of(const Change& change, const Changes& changes) {
    const facts::Fact& fact = change.fact();
    Json json = {{"change", code_of(change.kind)}, {"partner", change.partner}, {"name", change.partner_name}};
    json["field"] = facts::name_of(fact.field);
    json["relationship"] = fact.of;
    json["id"] = fact.key;
    if (!change.language.empty()) {
        json["language"] = change.language;
    }
    json["before"] = change.before ? json_of(*change.before, changes.folder_before) : Json(nullptr);
    json["after"] = change.after ? json_of(*change.after, changes.folder_after) : Json(nullptr);
    return json;
}

} // namespace

std::string to_json(const Changes& changes) {
    Json list = Json::array();
    for (const Change& change : changes.list) {
        list.push_back(json_of(change, changes));
    }
    const Json json = {{"from", facts::iso(changes.from)}, {"to", facts::iso(changes.to)}, {"changes", list}};
    return json.dump(2) + "\n";
}

} // namespace rapporteur::changes
