#include "corpus/dates.hpp"
#include "corpus/reading.hpp"

#include <fmt/format.h>

namespace rapporteur::corpus {

namespace {

Confidence confidence_of(const std::string& name) {
    if (name == "confirmed") {
        return Confidence::confirmed;
    }
    if (name == "stated") {
        return Confidence::stated;
    }
    if (name == "inferred") {
        return Confidence::inferred;
    }
    return name == "doubtful" ? Confidence::doubtful : Confidence::unstated;
}

Audience audience_of(const std::string& name) {
    if (name == "donor") {
        return Audience::donor;
    }
    return name == "internal" ? Audience::internal : Audience::everyone;
}

} // namespace

std::optional<Date> read_date(const Reading& reading, const pugi::xml_node& node, const char* attribute) {
    const std::string text = trimmed(node.attribute(attribute).value());
    if (text.empty()) {
        return std::nullopt;
    }
    const std::optional<Date> date = parse_date(text);
    if (!date && !reading.has_fault(node)) {
        reading.findings.error(reading.place(node),
                               fmt::format("{}=\"{}\" is no date of the calendar", attribute, text),
                               "write 1993, 1993-05 or 1993-05-17");
    }
    return date;
}

Provenance read_provenance(const Reading& reading, const pugi::xml_node& node, SourceWanted wanted) {
    Provenance provenance;
    provenance.source = trimmed(node.attribute("source").value());
    provenance.locator = words_in(node.attribute("locator").value());
    provenance.checked = read_date(reading, node, "checked");
    provenance.confidence = confidence_of(trimmed(node.attribute("confidence").value()));
    provenance.audience = audience_of(trimmed(node.attribute("audience").value()));
    reading.ledger.refer(provenance.source, Named::source, reading.place(node));
    if (provenance.source.empty() && wanted == SourceWanted::yes) {
        reading.findings.warning(WarningKind::unsourced, reading.place(node),
                                 fmt::format("<{}> names no source", node.name()),
                                 "say where it is known from: source=\"…\"");
    }
    if (provenance.checked && surely_before(reading.frame.date, *provenance.checked)) {
        reading.findings.error(reading.place(node), "checked later than the day of the corpus itself",
                               "one of the two dates is wrong: checked here, or date of <corpus>");
    }
    return provenance;
}

Statement read_statement(const Reading& reading, const pugi::xml_node& node) {
    Statement statement;
    statement.id = trimmed(node.attribute("id").value());
    statement.text = read_text(reading, node);
    statement.provenance = read_provenance(reading, node, SourceWanted::yes);
    reading.ledger.define(statement.id, Named::other, reading.place(node), reading.findings);
    return statement;
}

std::vector<Statement> read_statements(const Reading& reading, const pugi::xml_node& parent, const char* element) {
    std::vector<Statement> statements;
    for (const pugi::xml_node& node : parent.children(element)) {
        statements.push_back(read_statement(reading, node));
    }
    return statements;
}

} // namespace rapporteur::corpus
