#include "compose/brief_card.hpp"

#include "compose/qr_code.hpp"
#include "support/address.hpp"

#include <algorithm>

namespace rapporteur::compose {

namespace {

using facts::Field;

constexpr double code_size = 88; // points: 31 mm, which a telephone reads from across a table

// "www.example.org" of https://www.example.org/
std::string without_scheme(const std::string& address) {
    std::string shown = address.substr(address.find("://") == std::string::npos ? 0 : address.find("://") + 3);
    if (!shown.empty() && shown.back() == '/') {
        shown.pop_back();
    }
    return shown;
}

} // namespace

document::Table card_table(const corpus::Partner& partner, const char* what) {
    document::Table made;
    made.role = document::TableRole::facts;
    made.id = anchor_of(partner.id) + "-" + what;
    made.columns.resize(2);
    return made;
}

std::vector<document::Row> details_of(const Composer& composer, const corpus::Partner& partner) {
    std::vector<document::Row> rows;
    rows.push_back(particular(composer, "kind", cell(plain_inlines(name_of(composer.words, partner.kind)))));
    composer.tell(rows.back().back().facts, partner.place, Field::kind);
    if (!partner.page.empty()) {
        rows.push_back(particular(composer, "web-page", cell(link_to(without_scheme(partner.page), partner.page))));
        composer.tell(rows.back().back().facts, partner.place, Field::page);
    }
    if (partner.seat) {
        rows.push_back(particular(composer, "seat", Field::seat, *partner.seat));
    }
    for (const corpus::Relationship& relationship : partner.relationships) {
        if (relationship.basis) {
            rows.push_back(particular(composer, "basis", Field::basis, *relationship.basis));
        }
    }
    if (partner.composition) {
        document::Cell groups;
        for (const corpus::Composition::Group& group : partner.composition->groups) {
            groups.lines.push_back(
                plain_inlines(composer.words.fill("composition-group", {{"group", composer.edition.plain(group.name)},
                                                                        {"count", std::to_string(group.count)}})));
        }
        composer.tell(groups.facts, partner.composition->groups.front().name.place, Field::composition);
        rows.push_back(particular(composer, "composition-count-head", std::move(groups)));
    }
    for (const corpus::Text& former : partner.former_names) {
        rows.push_back(particular(composer, "formerly", Field::former_name, former));
    }
    return rows;
}

std::optional<document::Figure> code_of_page(const Composer& composer, const corpus::Partner& partner) {
    std::optional<document::Drawing> code =
        partner.page.empty() ? std::nullopt : qr_code(uri_of(partner.page).value_or(partner.page), code_size);
    if (!code) {
        return std::nullopt;
    }
    document::Figure figure;
    figure.id = anchor_of(partner.id) + "-code";
    figure.drawing = std::move(*code);
    figure.alternative = composer.words.fill("code-of", {{"address", partner.page}});
    return figure;
}

document::Table people_of(const Composer& composer, const corpus::Partner& partner, std::size_t most) {
    document::Table people = card_table(partner, "people-table");
    for (std::size_t at = 0; at < std::min(most, partner.contacts.size()); ++at) {
        const corpus::Contact& contact = partner.contacts[at];
        document::Cell reached;
        if (!contact.role.empty()) {
            reached.lines.push_back(plain_inlines(contact.role));
        }
        if (!contact.email.empty()) {
            reached.lines.push_back(mail_to(contact.email));
        }
        if (!contact.page.empty()) {
            reached.lines.push_back(link_to(without_scheme(contact.page), contact.page));
        }
        composer.tell(reached.facts, partner.place, Field::contact, contact.name);
        people.rows.push_back({cell(plain_inlines(contact.name)), std::move(reached)});
    }
    return people;
}

// The latest first: what happened lately is what a meeting is about.
document::Table dates_of(const Composer& composer, const corpus::Partner& partner, std::size_t most) {
    std::vector<const corpus::Event*> events;
    events.reserve(partner.history.size());
    for (const corpus::Event& event : partner.history) {
        events.push_back(&event);
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const corpus::Event* one, const corpus::Event* other) { return other->date < one->date; });
    document::Table dates = card_table(partner, "dates-table");
    for (std::size_t at = 0; at < std::min(most, events.size()); ++at) {
        const corpus::Statement& statement = events[at]->statement;
        dates.rows.push_back({cell(composer.date(events[at]->date)), cell(inlines_of(composer, statement.text))});
        set_passage(composer, Field::event, statement.text, dates.rows.back().back());
    }
    return dates;
}

} // namespace rapporteur::compose
