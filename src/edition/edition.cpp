#include "edition/edition.hpp"

#include "edition/sources.hpp"
#include "edition/withholding.hpp"

#include <algorithm>

namespace rapporteur::edition {

namespace {

using corpus::Audience;
using corpus::Provenance;

class Withholding {
public:
    Withholding(Audience reads, const corpus::Date& closed) : audience(reads), day(closed) {}

    bool operator()(const Provenance& provenance) const { return provenance.audience > audience; }

    // Takes out of a list what is withheld; `provenance_of` says where an entry's audience stands.
    template <class Entry, class ProvenanceOf>
    void from(std::vector<Entry>& entries, ProvenanceOf provenance_of) const {
        std::erase_if(entries, [&](const Entry& entry) { return (*this)(provenance_of(entry)); });
    }

    template <class Fact>
    void from(std::optional<Fact>& fact) const {
        if (fact && (*this)(fact->provenance)) {
            fact.reset();
        }
    }

    void from(std::vector<corpus::Statement>& statements) const {
        from(statements, [](const corpus::Statement& statement) { return statement.provenance; });
    }

    void from(corpus::Partner& partner) const {
        std::erase_if(partner.contacts, [&](const corpus::Contact& contact) { return contact.audience > audience; });
        from(partner.summary);
        from(partner.mandate);
        from(partner.composition);
        from(partner.relationships, [](const corpus::Relationship& one) { return one.provenance; });
        for (corpus::Relationship& relationship : partner.relationships) {
            from(relationship.descriptions);
            from(relationship.rights);
            from(relationship.obligations, [](const corpus::Obligation& one) { return one.statement.provenance; });
        }
        from(partner.engagements, [](const corpus::Engagement& one) { return one.statement.provenance; });
        from(partner.outcomes, [](const corpus::Outcome& one) { return one.statement.provenance; });
        from(partner.funding, [](const corpus::Funding& one) { return one.provenance; });
        from(partner.risks, [](const corpus::Risk& one) { return one.statement.provenance; });
        from(partner.next_steps);
        from(partner.talking_points);
        from(partner.quotes, [](const corpus::Quote& one) { return one.statement.provenance; });
        without_consent(partner.quotes);
        without_consent(partner.photos);
        from(partner.history, [](const corpus::Event& one) { return one.statement.provenance; });
    }

private:
    template <class Entry>
    void without_consent(std::vector<Entry>& entries) const {
        std::erase_if(entries, [&](const Entry& entry) { return !is_agreed(entry.consent, day); });
    }

    Audience audience;
    corpus::Date day; // on which the corpus was closed
};

// A total gives away by subtraction what of it isn't told, so it goes with the first of its contributions that does.
void withhold_totals(corpus::Corpus& facts, const std::map<YearAndCurrency, std::size_t>& before) {
    const std::map<YearAndCurrency, std::size_t> left = contributions_of(facts);
    std::erase_if(facts.funding_totals, [&](const corpus::FundingTotal& total) {
        const YearAndCurrency key(total.year, total.amount.currency);
        const auto all = before.find(key);
        const auto some = left.find(key);
        return all != before.end() && (some == left.end() || some->second != all->second);
    });
}

} // namespace

Edition make(corpus::Corpus facts, Reader reader) {
    const Withholding withhold(reader.audience, facts.date);
    const Named before = named_in(facts);
    const std::map<YearAndCurrency, std::size_t> contributions = contributions_of(facts);
    if (!reader.partners.empty()) {
        std::erase_if(facts.partners, [&](const corpus::Partner& partner) {
            return std::find(reader.partners.begin(), reader.partners.end(), partner.id) == reader.partners.end();
        });
    }
    withhold.from(facts.introduction);
    withhold.from(facts.glossary, [](const corpus::Term& term) { return term.provenance; });
    withhold.from(facts.funding_totals, [](const corpus::FundingTotal& total) { return total.provenance; });
    for (corpus::Partner& partner : facts.partners) {
        withhold.from(partner);
    }
    withhold_totals(facts, contributions);
    // A source that only what is withheld rests on says by its title what that is about; so does a place in one.
    const Named named = named_in(facts);
    std::erase_if(facts.sources, [&](const corpus::Source& source) {
        return before.sources.count(source.id) > 0 && named.sources.count(source.id) == 0;
    });
    for (corpus::Source& source : facts.sources) {
        std::erase_if(source.locators, [&](const corpus::Text& locator) {
            const PlaceInSource place = {source.id, words_of(locator)};
            return before.places.count(place) > 0 && named.places.count(place) == 0;
        });
    }
    return Edition{std::move(facts), std::move(reader)};
}

Passage Edition::read(const corpus::Text& text) const {
    const auto own = std::find_if(text.versions.begin(), text.versions.end(),
                                  [&](const corpus::Version& version) { return version.language == reader.language; });
    return own == text.versions.end() ? Passage{text.versions.front(), true} : Passage{*own, false};
}

std::string Edition::marked(const corpus::Text& text) const {
    std::string words;
    for (const corpus::Span& span : read(text).version.spans) {
        words += span.text;
    }
    return words;
}

std::string Edition::plain(const corpus::Text& text) const {
    return words_of(read(text).version);
}

} // namespace rapporteur::edition
