#include "facts/as_written.hpp"
#include "facts/facts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::facts {

namespace {

using corpus::Date;
using corpus::Provenance;
using corpus::Text;

class Gathering {
public:
    explicit Gathering(const corpus::Corpus& from) : corpus(from) {}

    std::vector<Fact> run() {
        add_text(Field::title, {}, corpus.title);
        add_text(Field::subtitle, {}, corpus.subtitle);
        for (const corpus::Text& subject : corpus.subjects) {
            add_text(Field::subject, {}, subject);
        }
        add_words(Field::edition, {}, std::to_string(corpus.year), corpus.title.place);
        add_text(Field::holder, {}, corpus.holder.name);
        add_text(Field::holder_acronym, {}, corpus.holder.acronym);
        add_words(Field::holder_page, {}, corpus.holder.page, corpus.holder.name.place);
        for (const corpus::Source& source : corpus.sources) {
            add_text(
                Field::source, source.id, source.title,
                [&](const std::string& title) {
                    return source.publisher + (source.publisher.empty() ? "" : ", ") + title +
                           (source.date ? ", " + iso(*source.date) : "") +
                           (source.uri.empty() ? "" : ", " + source.uri);
                },
                Imprint{source.publisher, source.date, source.uri});
            for (const Text& locator : source.locators) {
                add_text(Field::locator, source.id + " " + words_of(locator), locator);
            }
        }
        add_statements(Field::introduction, corpus.introduction);
        for (const corpus::Term& term : corpus.glossary) {
            add_term(term);
        }
        for (const corpus::FundingTotal& total : corpus.funding_totals) {
            add_words(Field::funding_total, fmt::format("{} {}", total.year, total.amount.currency),
                      fmt::format("{}: {}", total.year, in_words(total.amount)), total.place);
            beside_last(Payment{total.year, total.amount});
            source_last(total.provenance);
        }
        for (const corpus::Partner& one : corpus.partners) {
            add_partner(one);
        }
        return std::move(facts);
    }

private:
    static std::string as_it_is(const std::string& words) { return words; }

    // What `dress` makes of each version's words and what stands beside them.
    template <class Dress>
    void add_text(Field field, std::string key, const Text& text, Dress dress, Beside beside = {}) {
        if (text.versions.empty()) {
            return;
        }
        Fact fact{partner, field, relationship, std::move(key), {}, {}, text.place, std::move(beside)};
        const bool alone = std::holds_alternative<std::monostate>(fact.beside);
        for (const corpus::Version& version : text.versions) {
            std::string words = words_of(version);
            std::string dressed = dress(words);
            fact.said.push_back({version.language, std::move(dressed), version.stale,
                                 &version != &text.versions.front() && version.state == corpus::TranslationState::draft,
                                 alone ? std::string() : std::move(words)});
        }
        facts.push_back(std::move(fact));
    }

    void add_text(Field field, std::string key, const Text& text) { add_text(field, std::move(key), text, as_it_is); }

    void add_text(Field field, std::string key, const std::optional<Text>& text) {
        if (text) {
            add_text(field, std::move(key), *text, as_it_is);
        }
    }

    void add_words(Field field, std::string key, std::string words, const Place& place) {
        if (!words.empty()) {
            facts.push_back({partner, field, relationship, std::move(key), {{{}, std::move(words), false}}, {}, place});
        }
    }

    void beside_last(Beside beside) { facts.back().beside = std::move(beside); }

    void source_last(const Provenance& provenance) {
        if (!facts.empty()) {
            facts.back().provenance = provenance;
        }
    }

    template <class Dress>
    void add_statement(Field field, const corpus::Statement& statement, Dress dress, Beside beside = {}) {
        if (!statement.text.versions.empty()) {
            add_text(field, statement.id, statement.text, dress, std::move(beside));
            source_last(statement.provenance);
        }
    }

    void add_statements(Field field, const std::vector<corpus::Statement>& statements) {
        for (const corpus::Statement& statement : statements) {
            add_statement(field, statement, as_it_is);
        }
    }

    // With the acronym of each language, or else the main one's.
    void add_term(const corpus::Term& term) {
        const std::size_t before = facts.size();
        add_text(Field::term, term.id, term.meaning);
        if (facts.size() == before) {
            return;
        }
        for (Said& said : facts.back().said) {
            said.words = fmt::format("{}: {}", in_language(term.acronym, said.language), said.words);
        }
        for (const corpus::Version& acronym : term.acronym.versions) {
            std::vector<Said>& all = facts.back().said;
            if (std::none_of(all.begin(), all.end(),
                             [&](const Said& said) { return said.language == acronym.language; })) {
                all.push_back({acronym.language, fmt::format("{}: {}", words_of(acronym), words_of(term.meaning)),
                               acronym.stale, false});
            }
        }
        source_last(term.provenance);
    }

    void add_partner(const corpus::Partner& one) {
        partner = one.id;
        add_text(Field::name, {}, one.name);
        add_text(Field::acronym, {}, one.acronym);
        for (const Text& former : one.former_names) {
            add_text(Field::former_name, {}, former);
        }
        add_words(Field::kind, {}, std::string(name_of(one.kind)), one.place);
        add_words(Field::status, {}, std::string(name_of(one.status)), one.place);
        for (const corpus::Identifier& identifier : one.identifiers) {
            add_words(Field::identifier, identifier.scheme, identifier.value, one.place);
        }
        add_text(Field::seat, {}, one.seat);
        add_words(Field::page, {}, one.page, one.place);
        for (const corpus::Contact& contact : one.contacts) {
            add_contact(contact, one.place);
        }
        if (one.summary) {
            add_statement(Field::summary, *one.summary, as_it_is);
        }
        add_statements(Field::mandate, one.mandate);
        add_composition(one);
        for (std::size_t at = 0; at < one.relationships.size(); ++at) {
            add_relationship(one.relationships[at], at);
        }
        add_work(one);
        add_media(one);
        partner.clear();
    }

    void add_contact(const corpus::Contact& contact, const Place& place) {
        std::string words = contact.name;
        for (const std::string* more : {&contact.role, &contact.email, &contact.page}) {
            words += more->empty() ? "" : (words.empty() ? "" : ", ") + *more;
        }
        add_words(Field::contact, contact.name, words, place);
        Provenance withheld;
        withheld.audience = contact.audience;
        source_last(withheld);
    }

    void add_composition(const corpus::Partner& one) {
        if (!one.composition || one.composition->groups.empty()) {
            return;
        }
        // In each language in which a group has a name, those that have none in the main one.
        std::vector<std::string> languages;
        for (const corpus::Composition::Group& group : one.composition->groups) {
            for (const corpus::Version& version : group.name.versions) {
                if (std::find(languages.begin(), languages.end(), version.language) == languages.end()) {
                    languages.push_back(version.language);
                }
            }
        }
        std::vector<Said> said;
        for (const std::string& language : languages) {
            std::string words = fmt::format("{}:", one.composition->total);
            for (const corpus::Composition::Group& group : one.composition->groups) {
                words += fmt::format(" {} {};", group.count, in_language(group.name, language));
            }
            words.pop_back();
            said.push_back({said.empty() ? std::string() : language, std::move(words)});
        }
        facts.push_back({partner,
                         Field::composition,
                         relationship,
                         {},
                         std::move(said),
                         {},
                         one.composition->groups.front().name.place});
        beside_last(*one.composition);
        source_last(one.composition->provenance);
    }

    void add_relationship(const corpus::Relationship& one, std::size_t at) {
        relationship = one.id.empty() ? fmt::format("{}", at + 1) : one.id;
        const std::size_t first = facts.size();
        add_words(Field::relationship, relationship, kinds_of(one), one.place);
        add_words(Field::from, {}, one.from ? iso(*one.from) : std::string(), one.place);
        add_words(Field::to, {}, one.to ? iso(*one.to) : std::string(), one.place);
        add_text(Field::role, {}, one.role);
        add_text(Field::basis, {}, one.basis);
        for (std::size_t fact = first; fact < facts.size(); ++fact) {
            facts[fact].provenance = one.provenance;
        }
        add_statements(Field::description, one.descriptions);
        add_statements(Field::right, one.rights);
        for (const corpus::Obligation& obligation : one.obligations) {
            add_obligation(obligation);
        }
        relationship.clear();
    }

    void add_obligation(const corpus::Obligation& obligation) {
        const corpus::Statement& statement = obligation.statement;
        if (statement.text.versions.empty()) {
            return;
        }
        add_statement(Field::obligation, statement, as_it_is);
        const std::string id = own_name(statement);
        add_part(Field::due, id, obligation.due ? iso(*obligation.due) : std::string(), statement);
        add_part(Field::interval, id, obligation.every, statement);
    }

    // By what a part of a statement names it.
    static std::string own_name(const corpus::Statement& statement) {
        return statement.id.empty() ? words_of(statement.text) : statement.id;
    }

    // What belongs to a statement, and is known from where it is known.
    void add_part(Field field, const std::string& key, const std::string& words, const corpus::Statement& statement) {
        if (!words.empty()) {
            add_words(field, key, words, statement.text.place);
            source_last(statement.provenance);
        }
    }

    void add_work(const corpus::Partner& one) {
        for (const corpus::Engagement& engagement : one.engagements) {
            add_statement(
                Field::engagement, engagement.statement,
                [&](const std::string& words) { return period(engagement.from, engagement.to) + words; },
                Period{engagement.from, engagement.to});
        }
        for (const corpus::Outcome& outcome : one.outcomes) {
            add_statement(
                Field::outcome, outcome.statement,
                [&](const std::string& words) {
                    const auto known = [](const corpus::Value& value) {
                        return value.written.empty() ? "?" : value.written;
                    };
                    return fmt::format("{} ({} → {}; {})", words, known(outcome.baseline), known(outcome.target),
                                       known(outcome.actual));
                },
                Measures{outcome.baseline, outcome.target, outcome.actual});
            if (outcome.indicator) {
                add_text(Field::indicator, own_name(outcome.statement), *outcome.indicator);
                source_last(outcome.statement.provenance);
            }
        }
        for (const corpus::Funding& funding : one.funding) {
            const std::string sum = fmt::format("{}: {}", funding.year, in_words(funding.amount));
            const Payment payment{funding.year, funding.amount};
            if (funding.purpose) {
                add_statement(
                    Field::funding, *funding.purpose,
                    [&](const std::string& words) { return fmt::format("{}, {}", sum, words); }, payment);
            } else {
                add_words(Field::funding, {}, sum, funding.place);
                beside_last(payment);
            }
            source_last(funding.provenance);
            for (const corpus::Use& use : funding.uses) {
                const std::string used = use.amount ? ": " + in_words(*use.amount) : std::string();
                add_text(
                    Field::funding, {}, use.text, [&](const std::string& words) { return words + used; },
                    Payment{0, use.amount});
                source_last(funding.provenance);
            }
        }
        for (const corpus::Risk& risk : one.risks) {
            add_statement(Field::risk, risk.statement, as_it_is);
            if (risk.response) {
                add_text(Field::risk, {}, *risk.response);
                source_last(risk.statement.provenance);
            }
        }
        for (const corpus::Theme& theme : one.themes) {
            add_words(Field::theme, theme.scheme + " " + theme.code, theme.scheme + " " + theme.code, one.place);
        }
        add_statements(Field::next_step, one.next_steps);
        add_statements(Field::talking_point, one.talking_points);
    }

    void add_media(const corpus::Partner& one) {
        for (const corpus::Quote& quote : one.quotes) {
            add_statement(Field::quote, quote.statement,
                          [&](const std::string& words) { return quote.speaker + ": " + words; });
        }
        for (const corpus::Photo& photo : one.photos) {
            add_text(Field::photo, photo.file, photo.alternative);
            add_text(Field::photo, photo.file + ", caption", photo.caption);
            add_words(Field::photo, photo.file + ", credit", photo.credit, photo.place);
        }
        for (const corpus::Reference& document : one.documents) {
            add_text(Field::document, document.id, document.title, [&](const std::string& title) {
                return title + (document.date ? ", " + iso(*document.date) : "") +
                       (document.uri.empty() ? "" : ", " + document.uri);
            });
        }
        for (const corpus::Event& event : one.history) {
            add_statement(
                Field::event, event.statement, [&](const std::string& words) { return iso(event.date) + ": " + words; },
                Period{event.date, std::nullopt});
        }
    }

    const corpus::Corpus& corpus;
    std::vector<Fact> facts;
    std::string partner;      // whose facts are being gathered
    std::string relationship; // and of which of its relationships
};

} // namespace

std::vector<Fact> facts_of(const corpus::Corpus& corpus) {
    return Gathering(corpus).run();
}

} // namespace rapporteur::facts
