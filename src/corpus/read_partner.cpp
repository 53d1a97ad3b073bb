#include "corpus/dates.hpp"
#include "corpus/funding.hpp"
#include "corpus/include.hpp"
#include "corpus/reading.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace rapporteur::corpus {

namespace {

constexpr std::size_t most_words_in_summary = 40;

PartnerKind kind_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, PartnerKind>, 8> names = {{
        {"un-organ", PartnerKind::un_organ},
        {"un-agency", PartnerKind::un_agency},
        {"un-panel", PartnerKind::un_panel},
        {"intergovernmental", PartnerKind::intergovernmental},
        {"eu-agency", PartnerKind::eu_agency},
        {"ngo-network", PartnerKind::ngo_network},
        {"ngo", PartnerKind::ngo},
        {"other", PartnerKind::other},
    }};
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& known) { return known.first == name; });
    return found == names.end() ? PartnerKind::other : found->second;
}

PartnerStatus status_of(std::string_view name) {
    if (name == "dormant") {
        return PartnerStatus::dormant;
    }
    return name == "ended" ? PartnerStatus::ended : PartnerStatus::active;
}

// The version in the corpus's main language; empty where there is none.
std::string main_text(const Reading& reading, const Text& text) {
    const bool there = !text.versions.empty() && text.versions.front().language == reading.frame.language;
    return there ? words_of(text) : std::string();
}

void check_summary(const Reading& reading, const Statement& summary) {
    for (const Version& version : summary.text.versions) {
        const std::string text = words_of(version);
        const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
        if (words > most_words_in_summary && version.language == reading.frame.language) {
            reading.findings.warning(WarningKind::long_summary, version.place,
                                     fmt::format("the summary has {} words; {} is the most that a brief has room for",
                                                 words, most_words_in_summary));
        }
    }
}

Composition read_composition(const Reading& reading, const pugi::xml_node& node) {
    Composition composition;
    composition.total = node.attribute("total").as_int();
    composition.provenance = read_provenance(reading, node, SourceWanted::yes);
    int sum = 0;
    for (const pugi::xml_node& group : node.children("group")) {
        composition.groups.push_back({group.attribute("count").as_int(), read_text(reading, group)});
        sum += composition.groups.back().count;
    }
    if (sum != composition.total && reading.is_sound(node)) {
        reading.findings.error(reading.place(node),
                               fmt::format("the groups add up to {}, not to the total of {}", sum, composition.total));
    }
    return composition;
}

// Editions leave it out for every audience.
void warn_of_late_consent(const Reading& reading, const Place& place, const Date& consent, const char* what) {
    if (consent > reading.frame.date) {
        reading.findings.warning(WarningKind::late_consent, place,
                                 fmt::format("{} was agreed to after the day of the corpus: it isn't shown", what),
                                 "a corpus of that day or a later one shows it");
    }
}

Quote read_quote(const Reading& reading, const pugi::xml_node& node) {
    Quote quote{read_statement(reading, node), words_in(node.attribute("speaker").value()),
                read_date(reading, node, "consent").value_or(Date{})};
    warn_of_late_consent(reading, reading.place(node), quote.consent, "the quote");
    return quote;
}

Photo read_photo(const Reading& reading, const pugi::xml_node& node) {
    Photo photo;
    photo.place = reading.place(node);
    photo.file = node.attribute("file").value();
    photo.credit = words_in(node.attribute("credit").value());
    photo.consent = read_date(reading, node, "consent").value_or(Date{});
    warn_of_late_consent(reading, photo.place, photo.consent, "the photo");
    photo.caption = read_optional_text(reading, node, "caption");
    if (const pugi::xml_node alternative = node.child("alternative")) {
        photo.alternative = read_text(reading, alternative);
        const std::string text = main_text(reading, photo.alternative);
        if (!text.empty() && text == std::filesystem::path(photo.file).filename().string()) {
            reading.findings.error(reading.place(node), "the alternative text is the name of the file",
                                   "say what the picture shows, for those who can't see it");
        }
    } else if (!reading.has_fault(node)) {
        reading.findings.error(reading.place(node), "a photo without an alternative text",
                               "say what it shows, for those who can't see it: <alternative>");
    }
    if (const auto found = resolve(reading.frame.home, photo.file); !found) {
        reading.findings.error(reading.place(node), "the photo: " + found.error().message, found.error().hint);
    }
    return photo;
}

std::string read_id(const Reading& reading, const pugi::xml_node& node) {
    std::string id = trimmed(node.attribute("id").value());
    reading.ledger.define(id, Named::other, reading.place(node), reading.findings);
    return id;
}

// What is measured in one unit can be drawn; what is not is printed as it stands.
void check_values(const Reading& reading, const pugi::xml_node& node, const Outcome& outcome) {
    for (const Value* value : {&outcome.baseline, &outcome.target, &outcome.actual}) {
        if (!value->written.empty() && value->number.empty()) {
            reading.findings.warning(WarningKind::value_without_number, outcome.place,
                                     fmt::format("“{}” is no number with a unit", value->written),
                                     "write 40 %, 1250 or 12.5 days, and the result can be drawn and compared");
            return;
        }
    }
    if (!outcome.target.written.empty() && !outcome.actual.written.empty() && !is_comparable(outcome)) {
        reading.findings.warning(WarningKind::mixed_units, reading.place(node),
                                 "the values of a result are in different units",
                                 "write all three in one, and the result can be drawn and compared");
    }
}

Outcome read_outcome(const Reading& reading, const pugi::xml_node& node) {
    Outcome outcome;
    outcome.place = reading.place(node);
    outcome.baseline = value_of(trimmed(node.attribute("baseline").value()));
    outcome.target = value_of(trimmed(node.attribute("target").value()));
    outcome.actual = value_of(trimmed(node.attribute("actual").value()));
    outcome.indicator = read_optional_text(reading, node, "indicator");
    if (const pugi::xml_node statement = node.child("statement")) {
        outcome.statement.text = read_text(reading, statement);
    }
    outcome.statement.id = read_id(reading, node);
    outcome.statement.provenance = read_provenance(reading, node, SourceWanted::yes);
    check_values(reading, node, outcome);
    return outcome;
}

Risk read_risk(const Reading& reading, const pugi::xml_node& node) {
    Risk risk;
    if (const pugi::xml_node statement = node.child("statement")) {
        risk.statement.text = read_text(reading, statement);
    }
    risk.statement.id = read_id(reading, node);
    risk.statement.provenance = read_provenance(reading, node, SourceWanted::yes);
    risk.response = read_optional_text(reading, node, "response");
    return risk;
}

// What stays within the organisation unless it is told otherwise.
Audience own_audience_of(const pugi::xml_node& node) {
    const std::string audience = trimmed(node.attribute("audience").value());
    return audience == "public" ? Audience::everyone : (audience == "donor" ? Audience::donor : Audience::internal);
}

Contact read_contact(const Reading& reading, const pugi::xml_node& node) {
    Contact contact;
    contact.name = words_in(node.child_value("name"));
    contact.role = words_in(node.child_value("role"));
    contact.email = read_email(reading, node.child("email"), node.child_value("email"));
    contact.page = read_address(reading, node.child("page"), node.child_value("page"));
    contact.audience = own_audience_of(node);
    if (contact.email.empty() && contact.page.empty() && contact.name.empty()) {
        reading.findings.error(reading.place(node), "a contact without a name, an address or a page");
    }
    return contact;
}

Statement read_talking_point(const Reading& reading, const pugi::xml_node& node) {
    Statement point;
    point.id = trimmed(node.attribute("id").value());
    point.text = read_text(reading, node);
    point.provenance.audience = own_audience_of(node);
    reading.ledger.define(point.id, Named::other, reading.place(node), reading.findings);
    return point;
}

Event read_event(const Reading& reading, const pugi::xml_node& node) {
    Event event{read_date(reading, node, "date").value_or(Date{}), read_statement(reading, node)};
    if (surely_before(reading.frame.date, event.date)) {
        reading.findings.error(reading.place(node), "an event of the future in a history",
                               "a plan belongs into <nextStep>");
    }
    return event;
}

void read_names(const Reading& reading, const pugi::xml_node& node, Partner& partner) {
    if (const pugi::xml_node name = node.child("name")) {
        partner.name = read_text(reading, name);
    }
    partner.acronym = read_optional_text(reading, node, "acronym");
    if (partner.acronym && main_text(reading, *partner.acronym) == main_text(reading, partner.name)) {
        reading.findings.warning(WarningKind::acronym_is_name, reading.place(node.child("acronym")),
                                 "the acronym is the same as the name", "leave it out");
    }
    for (const pugi::xml_node& former : node.children("formerName")) {
        partner.former_names.push_back(read_text(reading, former));
    }
    for (const pugi::xml_node& identifier : node.children("identifier")) {
        partner.identifiers.push_back(
            {trimmed(identifier.attribute("scheme").value()), trimmed(identifier.child_value())});
    }
    partner.seat = read_optional_text(reading, node, "seat");
    partner.page = read_address(reading, node.child("page"), node.child_value("page"));
    for (const pugi::xml_node& contact : node.children("contact")) {
        partner.contacts.push_back(read_contact(reading, contact));
    }
}

void read_work(const Reading& reading, const pugi::xml_node& node, Partner& partner) {
    for (const pugi::xml_node& child : node.children("engagement")) {
        Engagement engagement{read_date(reading, child, "from"), read_date(reading, child, "to"),
                              read_statement(reading, child)};
        if (engagement.from && engagement.to && surely_before(*engagement.to, *engagement.from)) {
            reading.findings.error(reading.place(child), "an engagement ends before it begins",
                                   "from and to may be the wrong way round");
        }
        partner.engagements.push_back(std::move(engagement));
    }
    for (const pugi::xml_node& child : node.children("outcome")) {
        partner.outcomes.push_back(read_outcome(reading, child));
    }
    for (const pugi::xml_node& child : node.children("funding")) {
        partner.funding.push_back(read_funding(reading, child));
    }
    for (const pugi::xml_node& child : node.children("theme")) {
        partner.themes.push_back(
            {trimmed(child.attribute("scheme").value()), trimmed(child.attribute("code").value())});
    }
    for (const pugi::xml_node& child : node.children("risk")) {
        partner.risks.push_back(read_risk(reading, child));
    }
    partner.next_steps = read_statements(reading, node, "nextStep");
    for (const pugi::xml_node& child : node.children("talkingPoint")) {
        partner.talking_points.push_back(read_talking_point(reading, child));
    }
}

void read_media(const Reading& reading, const pugi::xml_node& node, Partner& partner) {
    for (const pugi::xml_node& child : node.children("quote")) {
        partner.quotes.push_back(read_quote(reading, child));
    }
    for (const pugi::xml_node& child : node.children("photo")) {
        partner.photos.push_back(read_photo(reading, child));
    }
    for (const pugi::xml_node& child : node.children("document")) {
        Reference document;
        document.id = trimmed(child.attribute("id").value());
        document.uri = read_address(reading, child, child.attribute("uri").value());
        document.date = read_date(reading, child, "date");
        if (const pugi::xml_node title = child.child("title")) {
            document.title = read_text(reading, title);
        }
        reading.ledger.define(document.id, Named::other, reading.place(child), reading.findings);
        partner.documents.push_back(std::move(document));
    }
    for (const pugi::xml_node& child : node.children("event")) {
        partner.history.push_back(read_event(reading, child));
    }
}

} // namespace

Partner read_partner(const Reading& reading, const pugi::xml_node& node) {
    Partner partner;
    partner.place = reading.place(node);
    partner.id = trimmed(node.attribute("id").value());
    partner.kind = kind_of(node.attribute("kind").value());
    partner.status = status_of(node.attribute("status").value());
    reading.findings.turn_to(partner.id);
    // What a copy of a partner holds is a copy too: one error says so.
    const bool is_copy = !reading.ledger.define(partner.id, Named::partner, partner.place, reading.findings);
    reading.ledger.reading_copy(is_copy);
    read_names(reading, node, partner);
    if (const pugi::xml_node summary = node.child("summary")) {
        partner.summary = read_statement(reading, summary);
        check_summary(reading, *partner.summary);
    }
    partner.mandate = read_statements(reading, node, "mandate");
    if (const pugi::xml_node composition = node.child("composition")) {
        partner.composition = read_composition(reading, composition);
    }
    for (const pugi::xml_node& child : node.children("relationship")) {
        partner.relationships.push_back(read_relationship(reading, child));
    }
    read_work(reading, node, partner);
    read_media(reading, node, partner);
    reading.findings.turn_to({});
    reading.ledger.reading_copy(false);
    return partner;
}

} // namespace rapporteur::corpus
