#include "compose/composer.hpp"
#include "document/digits.hpp"
#include "support/address.hpp"

namespace rapporteur::compose {

namespace {

using facts::Field;

// The table of a partner's particulars being written: a name and a value a row, what isn't known left out.
class FactsTable {
public:
    FactsTable(const Composer& with, const corpus::Partner& about, Citations& as)
        : composer(with), partner(about), citations(as) {
        table.role = document::TableRole::facts;
        table.id = anchor_of(partner.id) + "-facts";
        table.columns.resize(2);
    }

    document::Table write() {
        add("full-name", cell(inlines_of(composer, partner.name)));
        set_passage(composer, Field::name, partner.name, last());
        add("acronym", Field::acronym, partner.acronym);
        for (const corpus::Text& former : partner.former_names) {
            add("formerly", Field::former_name, former);
        }
        add("kind", cell(plain_inlines(name_of(composer.words, partner.kind))));
        tell(Field::kind);
        if (partner.status != corpus::PartnerStatus::active) {
            const bool is_over = partner.status == corpus::PartnerStatus::ended;
            add("status", cell(composer.words[is_over ? "status.ended" : "status.dormant"]));
            tell(Field::status);
        }
        add("seat", Field::seat, partner.seat);
        if (!partner.page.empty()) {
            add("web-page", cell(link_to(partner.page, partner.page)));
            tell(Field::page);
        }
        add_identifiers();
        add_contacts();
        add_relationships();
        add_themes();
        return std::move(table);
    }

private:
    void add(std::string_view word, document::Cell value) {
        table.rows.push_back({cell(composer.words.fill(word, {{"holder", composer.holder()}})), std::move(value)});
    }

    document::Cell& last() { return table.rows.back().back(); }
    void tell(Field field) { composer.tell(last().facts, partner.place, field); }

    void add(std::string_view word, Field field, const std::optional<corpus::Text>& text) {
        if (text) {
            add(word, cell(inlines_of(composer, *text)));
            set_passage(composer, field, *text, last());
        }
    }

    void add_if_any(std::string_view word, Field field, document::Cell lines) {
        if (!lines.lines.empty()) {
            add(word, std::move(lines));
            tell(field);
        }
    }

    void add_identifiers() {
        document::Cell numbers;
        for (const corpus::Identifier& identifier : partner.identifiers) {
            numbers.lines.push_back(plain_inlines(identifier.scheme + composer.words["colon"] + identifier.value));
        }
        add_if_any("identifiers", Field::identifier, std::move(numbers));
    }

    // Names and functions are kept in one language: it is told where it isn't the reader's.
    std::string main_language() const {
        return composer.edition.is_translation() ? composer.edition.facts.language : std::string();
    }

    void add_contacts() {
        document::Cell contacts;
        const std::string comma = composer.words["comma"];
        for (const corpus::Contact& contact : partner.contacts) {
            Inlines line;
            append_words(line, contact.name, main_language(), {});
            if (!contact.role.empty()) {
                append(line, plain_inlines(comma));
                append_words(line, contact.role, main_language(), {});
            }
            if (!contact.email.empty()) {
                append(line, plain_inlines(comma));
                append(line, mail_to(contact.email));
            }
            if (!contact.page.empty()) {
                append(line, plain_inlines(comma));
                append(line, link_to(contact.page, contact.page));
            }
            contacts.lines.push_back(std::move(line));
        }
        add_if_any("contact", Field::contact, std::move(contacts));
    }

    void add_relationships() {
        for (document::Row& row : relationship_particulars(composer, partner, citations)) {
            table.rows.push_back(std::move(row));
        }
        for (const corpus::Relationship& relationship : partner.relationships) {
            add("basis", Field::basis, relationship.basis);
        }
    }

    void add_themes() {
        document::Cell themes;
        for (const corpus::Theme& theme : partner.themes) {
            themes.lines.push_back(plain_inlines(composer.words.fill(
                "theme." + theme.scheme, {{"code", document::in_digits(theme.code, composer.document.labels)}})));
        }
        add_if_any("themes", Field::theme, std::move(themes));
    }

    const Composer& composer;
    const corpus::Partner& partner;
    Citations& citations;
    document::Table table;
};

} // namespace

Inlines link_to(const std::string& shown, const std::string& address) {
    document::Text words;
    words.text = shown;
    words.link = uri_of(address).value_or(std::string()); // a corpus with an address that isn't one has errors
    return {std::move(words)};
}

Inlines mail_to(const std::string& address) {
    document::Text words;
    words.text = address;
    words.link = mailto_of(address).value_or(std::string());
    return {std::move(words)};
}

document::Table facts_of(const Composer& composer, const corpus::Partner& partner, Citations& citations) {
    return FactsTable(composer, partner, citations).write();
}

} // namespace rapporteur::compose
