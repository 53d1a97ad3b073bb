#include "facts/facts.hpp"

#include <array>
#include <fmt/format.h>

namespace rapporteur::facts {

namespace {

using corpus::Date;
using corpus::Provenance;
using corpus::Text;

// As the schema writes them, for they are the same in every language.
std::string_view name_of(corpus::RelationshipKind kind) {
    constexpr std::array<std::string_view, 13> names = {"consultative-special",
                                                        "consultative-general",
                                                        "consultative-roster",
                                                        "consultative",
                                                        "participatory",
                                                        "member",
                                                        "founder",
                                                        "host",
                                                        "steering-committee",
                                                        "observer",
                                                        "partnership",
                                                        "memorandum",
                                                        "programme"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(corpus::PartnerKind kind) {
    constexpr std::array<std::string_view, 8> names = {"un-organ",  "un-agency",   "un-panel", "intergovernmental",
                                                       "eu-agency", "ngo-network", "ngo",      "other"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(corpus::PartnerStatus status) {
    constexpr std::array<std::string_view, 3> names = {"active", "dormant", "ended"};
    return names.at(static_cast<std::size_t>(status));
}

std::string kinds_of(const corpus::Relationship& relationship) {
    std::string kinds;
    for (const corpus::RelationshipKind kind : relationship.kinds) {
        kinds += kinds.empty() ? "" : ", ";
        kinds += name_of(kind);
    }
    return kinds;
}

std::string in_words(const corpus::Money& money) {
    return fmt::format("{} {}", money.currency, corpus::number_of(money, corpus::decimals_of(money)));
}

std::string period(const std::optional<Date>& from, const std::optional<Date>& to) {
    if (!from && !to) {
        return {};
    }
    return fmt::format("{}–{}: ", from ? iso(*from) : "", to ? iso(*to) : "");
}

class Gathering {
public:
    explicit Gathering(const corpus::Corpus& from) : corpus(from) {}

    std::vector<Fact> run() {
        add_text(Field::title, {}, corpus.title);
        add_text(Field::subtitle, {}, corpus.subtitle);
        for (const corpus::Text& subject : corpus.subjects) {
            add_text(Field::subject, {}, subject);
        }
        add_text(Field::holder, {}, corpus.holder.name);
        for (const corpus::Source& source : corpus.sources) {
            add_text(
                Field::source, source.id, source.title,
                [&](const std::string& title) {
                    return source.publisher + (source.publisher.empty() ? "" : ", ") + title +
                           (source.date ? ", " + iso(*source.date) : "") +
                           (source.uri.empty() ? "" : ", " + source.uri);
                },
                Imprint{source.publisher, source.date, source.uri});
        }
        add_statements(Field::introduction, corpus.introduction);
        for (const corpus::Term& term : corpus.glossary) {
            const std::string acronym = words_of(term.acronym);
            add_text(Field::term, term.id, term.meaning,
                     [&](const std::string& meaning) { return fmt::format("{}: {}", acronym, meaning); });
            source_last(term.provenance);
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
            fact.said.push_back(
                {version.language, std::move(dressed), version.stale, alone ? std::string() : std::move(words)});
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
        std::string words = fmt::format("{}:", one.composition->total);
        for (const corpus::Composition::Group& group : one.composition->groups) {
            words += fmt::format(" {} {};", group.count, words_of(group.name));
        }
        words.pop_back();
        add_words(Field::composition, {}, words, one.composition->groups.front().name.place);
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
        const std::string id = statement.id.empty() ? words_of(statement.text) : statement.id;
        add_part(Field::due, id, obligation.due ? iso(*obligation.due) : std::string(), statement);
        add_part(Field::interval, id, obligation.every, statement);
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
    }

    void add_media(const corpus::Partner& one) {
        for (const corpus::Quote& quote : one.quotes) {
            add_statement(Field::quote, quote.statement,
                          [&](const std::string& words) { return quote.speaker + ": " + words; });
        }
        for (const corpus::Photo& photo : one.photos) {
            add_text(Field::photo, photo.file, photo.alternative);
        }
        for (const corpus::Reference& document : one.documents) {
            add_text(Field::document, document.id, document.title, [&](const std::string& title) {
                return title + (document.uri.empty() ? "" : ", " + document.uri);
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
