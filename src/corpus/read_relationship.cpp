#include "corpus/dates.hpp"
#include "corpus/reading.hpp"

#include <array>
#include <fmt/format.h>
#include <sstream>

namespace rapporteur::corpus {

namespace {

constexpr std::array<std::pair<std::string_view, RelationshipKind>, 13> kind_names = {{
    {"consultative-special", RelationshipKind::consultative_special},
    {"consultative-general", RelationshipKind::consultative_general},
    {"consultative-roster", RelationshipKind::consultative_roster},
    {"consultative", RelationshipKind::consultative},
    {"participatory", RelationshipKind::participatory},
    {"member", RelationshipKind::member},
    {"founder", RelationshipKind::founder},
    {"host", RelationshipKind::host},
    {"steering-committee", RelationshipKind::steering_committee},
    {"observer", RelationshipKind::observer},
    {"partnership", RelationshipKind::partnership},
    {"memorandum", RelationshipKind::memorandum},
    {"programme", RelationshipKind::programme},
}};

std::vector<RelationshipKind> kinds_of(const std::string& names) {
    std::istringstream stream(names);
    std::vector<RelationshipKind> kinds;
    for (std::string name; stream >> name;) {
        for (const auto& [known, kind] : kind_names) {
            if (known == name) {
                kinds.push_back(kind);
            }
        }
    }
    return kinds;
}

} // namespace

Relationship read_relationship(const Reading& reading, const pugi::xml_node& node) {
    Relationship relationship;
    relationship.place = reading.place(node);
    relationship.id = trimmed(node.attribute("id").value());
    reading.ledger.define(relationship.id, Named::other, relationship.place, reading.findings);
    relationship.kinds = kinds_of(node.attribute("kinds").value());
    relationship.from = read_date(reading, node, "from");
    relationship.to = read_date(reading, node, "to");
    if (relationship.from && relationship.to && surely_before(*relationship.to, *relationship.from)) {
        reading.findings.error(relationship.place, "a relationship ends before it begins",
                               "from and to may be the wrong way round");
    }
    if (relationship.from && surely_before(reading.frame.date, *relationship.from)) {
        reading.findings.error(relationship.place, "a relationship begins later than the day of the corpus itself");
    }
    relationship.provenance = read_provenance(reading, node, SourceWanted::yes);
    relationship.role = read_optional_text(reading, node, "role");
    relationship.basis = read_optional_text(reading, node, "basis");
    relationship.descriptions = read_statements(reading, node, "description");
    relationship.rights = read_statements(reading, node, "right");
    for (const pugi::xml_node& child : node.children("obligation")) {
        Obligation obligation{read_statement(reading, child), read_date(reading, child, "due"),
                              trimmed(child.attribute("every").value())};
        if (obligation.due && obligation.statement.provenance.source.empty()) {
            reading.findings.error(reading.place(child), "a due date without a source",
                                   "say who sets it: source=\"…\"");
        }
        relationship.obligations.push_back(std::move(obligation));
    }
    return relationship;
}

} // namespace rapporteur::corpus
