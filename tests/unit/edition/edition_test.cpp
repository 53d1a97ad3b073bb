#include "catch.hpp"
#include "edition/edition.hpp"

using namespace rapporteur;
using corpus::Audience;

namespace {

corpus::Text text(const std::string& english, const std::string& french = {}) {
    corpus::Text made;
    made.versions.push_back(
        {"en", {{corpus::SpanKind::plain, english, {}}}, corpus::TranslationState::original, false, {}});
    if (!french.empty()) {
        made.versions.push_back(
            {"fr", {{corpus::SpanKind::plain, french, {}}}, corpus::TranslationState::draft, false, {}});
    }
    return made;
}

corpus::Statement statement(const std::string& words, Audience audience) {
    corpus::Statement made;
    made.text = text(words);
    made.provenance.audience = audience;
    return made;
}

corpus::Corpus sample() {
    corpus::Corpus facts;
    facts.language = "en";
    facts.languages = {"en", "fr"};
    corpus::Partner partner;
    partner.id = "one";
    partner.name = text("One", "Un");
    for (const Audience audience : {Audience::everyone, Audience::donor, Audience::internal}) {
        partner.mandate.push_back(statement("words", audience));
        partner.next_steps.push_back(statement("words", audience));
        corpus::Relationship relationship;
        relationship.provenance.audience = audience;
        relationship.rights.push_back(statement("words", Audience::internal));
        partner.relationships.push_back(relationship);
    }
    partner.contacts.push_back({"A", "B", "a@example.org", "", Audience::internal});
    facts.partners.push_back(partner);
    corpus::Partner other;
    other.id = "two";
    other.name = text("Two");
    facts.partners.push_back(other);
    return facts;
}

} // namespace

TEST_CASE("a text is read in the reader's language, and in the main one where it isn't there") {
    const edition::Edition french = edition::make(sample(), {"fr", Audience::everyone, {}});
    CHECK(french.plain(french.facts.partners[0].name) == "Un");
    CHECK_FALSE(french.read(french.facts.partners[0].name).is_fallback);
    CHECK(french.plain(french.facts.partners[1].name) == "Two");
    CHECK(french.read(french.facts.partners[1].name).is_fallback);
    CHECK(french.read(french.facts.partners[1].name).version.language == "en");
}

TEST_CASE("each audience gets its facts and those for wider audiences, and no others") {
    const auto counts = [](Audience audience) {
        const edition::Edition edition = edition::make(sample(), {"en", audience, {}});
        const corpus::Partner& partner = edition.facts.partners[0];
        return std::vector<std::size_t>{partner.mandate.size(), partner.next_steps.size(), partner.relationships.size(),
                                        partner.relationships[0].rights.size(), partner.contacts.size()};
    };
    CHECK(counts(Audience::everyone) == std::vector<std::size_t>{1, 1, 1, 0, 0});
    CHECK(counts(Audience::donor) == std::vector<std::size_t>{2, 2, 2, 0, 0});
    CHECK(counts(Audience::internal) == std::vector<std::size_t>{3, 3, 3, 1, 1});
}

TEST_CASE("a source that only withheld facts rest on is withheld with them") {
    corpus::Corpus facts = sample();
    for (const char* id : {"open", "secret", "unused"}) {
        corpus::Source source;
        source.id = id;
        source.title = text(id);
        facts.sources.push_back(source);
    }
    facts.partners[0].mandate[0].provenance.source = "open";
    facts.partners[0].mandate[2].provenance.source = "secret";
    const auto sources = [&](Audience audience) { return edition::make(facts, {"en", audience, {}}).facts.sources; };
    REQUIRE(sources(Audience::everyone).size() == 2);
    CHECK(sources(Audience::everyone)[0].id == "open");
    CHECK(sources(Audience::everyone)[1].id == "unused");
    CHECK(sources(Audience::internal).size() == 3);
}

TEST_CASE("a selection keeps the partners named") {
    const edition::Edition edition = edition::make(sample(), {"en", Audience::everyone, {"two"}});
    REQUIRE(edition.facts.partners.size() == 1);
    CHECK(edition.facts.partners[0].id == "two");
}
