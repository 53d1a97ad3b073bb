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

std::vector<Detail> details_of(const Composer& composer, const corpus::Partner& partner) {
    std::vector<Detail> details;
    const auto add = [&](document::Row row, const corpus::Text* text = nullptr,
                         const corpus::Provenance* provenance = nullptr) {
        details.push_back({std::move(row), text == nullptr ? Texts() : Texts{text}, provenance});
    };
    document::Row kind = particular(composer, "kind", cell(plain_inlines(name_of(composer.words, partner.kind))));
    composer.tell(kind.back().facts, partner.place, Field::kind);
    add(std::move(kind));
    if (!partner.page.empty()) {
        document::Row page =
            particular(composer, "web-page", cell(link_to(without_scheme(partner.page), partner.page)));
        composer.tell(page.back().facts, partner.place, Field::page);
        add(std::move(page));
    }
    if (partner.seat) {
        add(particular(composer, "seat", Field::seat, *partner.seat), &*partner.seat);
    }
    for (const corpus::Relationship& relationship : partner.relationships) {
        if (relationship.basis) {
            add(particular(composer, "basis", Field::basis, *relationship.basis), &*relationship.basis);
        }
    }
    if (partner.composition) {
        document::Cell groups;
        Texts names;
        for (const corpus::Composition::Group& group : partner.composition->groups) {
            groups.lines.push_back(
                plain_inlines(composer.words.fill("composition-group", {{"group", composer.edition.plain(group.name)},
                                                                        {"count", std::to_string(group.count)}})));
            names.push_back(&group.name);
        }
        composer.tell(groups.facts, partner.composition->groups.front().name.place, Field::composition);
        details.push_back({particular(composer, "composition-count-head", std::move(groups)), std::move(names),
                           &partner.composition->provenance});
    }
    for (const corpus::Text& former : partner.former_names) {
        add(particular(composer, "formerly", Field::former_name, former));
    }
    return details;
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

document::Table people_of(const Composer& composer, const corpus::Partner& partner) {
    document::Table people = card_table(partner, "people-table");
    for (const corpus::Contact& contact : partner.contacts) {
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
std::vector<corpus::Event> latest(std::vector<corpus::Event> events, std::size_t most) {
    std::stable_sort(events.begin(), events.end(),
                     [](const corpus::Event& one, const corpus::Event& other) { return other.date < one.date; });
    events.resize(std::min(most, events.size()));
    return events;
}

document::Table dates_of(const Composer& composer, const corpus::Partner& partner, Citations& citations) {
    document::Table dates = card_table(partner, "dates-table");
    for (const corpus::Event& event : partner.history) {
        const corpus::Statement& statement = event.statement;
        dates.rows.push_back({cell(composer.date(event.date)), cell(inlines_of(composer, statement.text))});
        set_passage(composer, Field::event, statement.text, dates.rows.back().back());
        citations.cite(dates.rows.back().back().lines.back(), statement.provenance);
    }
    return dates;
}

} // namespace rapporteur::compose
