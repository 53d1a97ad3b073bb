#include "corpus/corpus.hpp"

namespace rapporteur::corpus {

namespace {

class Visitor {
public:
    explicit Visitor(const std::function<void(const Version&)>& each) : visit(each) {}

    void operator()(const Text& text) const {
        for (const Version& version : text.versions) {
            visit(version);
        }
    }
    void operator()(const Statement& statement) const { (*this)(statement.text); }
    template <class Fact>
    void operator()(const std::optional<Fact>& fact) const {
        if (fact) {
            (*this)(*fact);
        }
    }
    template <class Fact>
    void operator()(const std::vector<Fact>& facts) const {
        for (const Fact& fact : facts) {
            (*this)(fact);
        }
    }
    void operator()(const Source& source) const { (*this)(source.title); }
    void operator()(const Term& term) const {
        (*this)(term.acronym);
        (*this)(term.meaning);
    }
    void operator()(const Composition& composition) const {
        for (const Composition::Group& group : composition.groups) {
            (*this)(group.name);
        }
    }
    void operator()(const Obligation& obligation) const { (*this)(obligation.statement); }
    void operator()(const Relationship& relationship) const {
        (*this)(relationship.role);
        (*this)(relationship.basis);
        (*this)(relationship.descriptions);
        (*this)(relationship.rights);
        (*this)(relationship.obligations);
    }
    void operator()(const Engagement& engagement) const { (*this)(engagement.statement); }
    void operator()(const Outcome& outcome) const {
        (*this)(outcome.statement);
        (*this)(outcome.indicator);
    }
    void operator()(const Funding& funding) const { (*this)(funding.purpose); }
    void operator()(const Quote& quote) const { (*this)(quote.statement); }
    void operator()(const Photo& photo) const {
        (*this)(photo.alternative);
        (*this)(photo.caption);
    }
    void operator()(const Reference& reference) const { (*this)(reference.title); }
    void operator()(const Event& event) const { (*this)(event.statement); }
    void operator()(const Partner& partner) const {
        (*this)(partner.name);
        (*this)(partner.acronym);
        (*this)(partner.former_names);
        (*this)(partner.seat);
        (*this)(partner.summary);
        (*this)(partner.mandate);
        (*this)(partner.composition);
        (*this)(partner.relationships);
        (*this)(partner.engagements);
        (*this)(partner.outcomes);
        (*this)(partner.funding);
        (*this)(partner.next_steps);
        (*this)(partner.talking_points);
        (*this)(partner.quotes);
        (*this)(partner.photos);
        (*this)(partner.documents);
        (*this)(partner.history);
    }

private:
    const std::function<void(const Version&)>& visit;
};

} // namespace

void for_each_version(const Corpus& corpus, const std::function<void(const Version&)>& visit) {
    const Visitor visitor(visit);
    visitor(corpus.title);
    visitor(corpus.subtitle);
    visitor(corpus.holder.name);
    visitor(corpus.holder.acronym);
    visitor(corpus.sources);
    visitor(corpus.introduction);
    visitor(corpus.glossary);
    visitor(corpus.partners);
}

} // namespace rapporteur::corpus
