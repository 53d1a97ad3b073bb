#include "corpus/corpus.hpp"

namespace rapporteur::corpus {

namespace {

// What is written the same in every language.
using Words = std::function<void(const std::string&, const Place&)>;

class Visitor {
public:
    Visitor(const std::function<void(const Text&)>& each_text, const Words& each_words)
        : visit(each_text), visit_words(each_words) {}

    void operator()(const Text& text) const { visit(text); }
    void operator()(const std::string& words, const Place& place) const {
        if (!words.empty()) {
            visit_words(words, place);
        }
    }
    void operator()(const Statement& statement) const {
        (*this)(statement.text);
        (*this)(statement.provenance.locator, statement.text.place);
    }
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
    void operator()(const Source& source) const {
        (*this)(source.title);
        (*this)(source.publisher, source.title.place);
        (*this)(source.uri, source.title.place);
        (*this)(source.locators);
    }
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
        for (const Value* measured : {&outcome.baseline, &outcome.target, &outcome.actual}) {
            (*this)(measured->written, outcome.statement.text.place);
        }
    }
    void operator()(const Use& use) const { (*this)(use.text); }
    void operator()(const Funding& funding) const {
        (*this)(funding.purpose);
        (*this)(funding.uses);
    }
    void operator()(const Risk& risk) const {
        (*this)(risk.statement);
        (*this)(risk.response);
    }
    void operator()(const Quote& quote) const {
        (*this)(quote.statement);
        (*this)(quote.speaker, quote.statement.text.place);
    }
    void operator()(const Photo& photo) const {
        (*this)(photo.alternative);
        (*this)(photo.caption);
        (*this)(photo.credit, photo.alternative.place);
    }
    void operator()(const Reference& reference) const {
        (*this)(reference.title);
        (*this)(reference.uri, reference.title.place);
    }
    void operator()(const Event& event) const { (*this)(event.statement); }
    void operator()(const Partner& partner) const {
        (*this)(partner.name);
        (*this)(partner.acronym);
        (*this)(partner.former_names);
        (*this)(partner.seat);
        (*this)(partner.page, partner.place);
        for (const Contact& contact : partner.contacts) {
            for (const std::string* words : {&contact.name, &contact.role, &contact.email, &contact.page}) {
                (*this)(*words, partner.place);
            }
        }
        (*this)(partner.summary);
        (*this)(partner.mandate);
        (*this)(partner.composition);
        (*this)(partner.relationships);
        (*this)(partner.engagements);
        (*this)(partner.outcomes);
        (*this)(partner.funding);
        (*this)(partner.risks);
        (*this)(partner.next_steps);
        (*this)(partner.talking_points);
        (*this)(partner.quotes);
        (*this)(partner.photos);
        (*this)(partner.documents);
        (*this)(partner.history);
    }

private:
    const std::function<void(const Text&)>& visit;
    const Words& visit_words;
};

void visit_all(const Corpus& corpus, const Visitor& visitor) {
    visitor(corpus.title);
    visitor(corpus.subtitle);
    visitor(corpus.subjects);
    visitor(corpus.holder.name);
    visitor(corpus.holder.acronym);
    visitor(corpus.holder.page, corpus.holder.name.place);
    visitor(corpus.sources);
    visitor(corpus.introduction);
    visitor(corpus.glossary);
    visitor(corpus.partners);
}

} // namespace

void for_each_text(const Corpus& corpus, const std::function<void(const Text&)>& visit) {
    const Words passed_over = [](const std::string&, const Place&) {};
    visit_all(corpus, Visitor(visit, passed_over));
}

void for_each_version(const Corpus& corpus, const std::function<void(const Version&)>& visit) {
    const std::function<void(const Text&)> each_text = [&](const Text& text) {
        for (const Version& version : text.versions) {
            visit(version);
        }
    };
    const Words each_words = [&](const std::string& words, const Place& place) {
        visit({corpus.language, {{SpanKind::plain, words, {}}}, TranslationState::original, false, place});
    };
    visit_all(corpus, Visitor(each_text, each_words));
}

} // namespace rapporteur::corpus
