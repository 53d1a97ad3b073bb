#include "edition/sources.hpp"

namespace rapporteur::edition {

namespace {

class Collector {
public:
    std::set<std::string> ids;
    std::set<PlaceInSource> places;

    void operator()(const corpus::Provenance& provenance) {
        ids.insert(provenance.source);
        places.emplace(provenance.source, provenance.locator);
    }
    void operator()(const corpus::Statement& statement) { (*this)(statement.provenance); }
    void operator()(const corpus::Term& term) { (*this)(term.provenance); }
    void operator()(const corpus::Composition& composition) { (*this)(composition.provenance); }
    void operator()(const corpus::Obligation& obligation) { (*this)(obligation.statement); }
    void operator()(const corpus::Engagement& engagement) { (*this)(engagement.statement); }
    void operator()(const corpus::Outcome& outcome) { (*this)(outcome.statement); }
    void operator()(const corpus::Funding& funding) { (*this)(funding.provenance); }
    void operator()(const corpus::FundingTotal& total) { (*this)(total.provenance); }
    void operator()(const corpus::Risk& risk) { (*this)(risk.statement); }
    void operator()(const corpus::Quote& quote) { (*this)(quote.statement); }
    void operator()(const corpus::Event& event) { (*this)(event.statement); }
    void operator()(const corpus::Relationship& relationship) {
        (*this)(relationship.provenance);
        (*this)(relationship.descriptions);
        (*this)(relationship.rights);
        (*this)(relationship.obligations);
    }
    void operator()(const corpus::Partner& partner) {
        (*this)(partner.summary);
        (*this)(partner.mandate);
        (*this)(partner.composition);
        (*this)(partner.relationships);
        (*this)(partner.engagements);
        (*this)(partner.outcomes);
        (*this)(partner.funding);
        (*this)(partner.risks);
        (*this)(partner.next_steps);
        (*this)(partner.quotes);
        (*this)(partner.history);
    }
    template <class Fact>
    void operator()(const std::optional<Fact>& fact) {
        if (fact) {
            (*this)(*fact);
        }
    }
    template <class Fact>
    void operator()(const std::vector<Fact>& facts) {
        for (const Fact& fact : facts) {
            (*this)(fact);
        }
    }
};

} // namespace

Named named_in(const corpus::Corpus& facts) {
    Collector collect;
    collect(facts.introduction);
    collect(facts.glossary);
    collect(facts.funding_totals);
    collect(facts.partners);
    return {std::move(collect.ids), std::move(collect.places)};
}

} // namespace rapporteur::edition
