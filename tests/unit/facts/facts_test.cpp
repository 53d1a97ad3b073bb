#include "facts/facts.hpp"

#include "catch.hpp"

#include <algorithm>
#include <set>

using namespace rapporteur;
using namespace rapporteur::facts;

namespace {

corpus::Corpus load(const std::string& file) {
    const std::string root = SOURCE_DIR;
    corpus::Loaded loaded = corpus::load(root + "/" + file, root + "/schema/corpus.xsd");
    REQUIRE(loaded.corpus);
    return std::move(*loaded.corpus);
}

std::string joined(const corpus::Version& version) {
    std::string words;
    for (const corpus::Span& span : version.spans) {
        words += span.text;
    }
    return words;
}

} // namespace

TEST_CASE("every text of a corpus is in a fact, in each of its languages") {
    for (const char* file : {"sources/dci/corpus.xml", "tests/corpora/years/2026/corpus.xml"}) {
        const corpus::Corpus corpus = load(file);
        std::string all;
        for (const Fact& fact : facts_of(corpus)) {
            for (const Said& said : fact.said) {
                all += said.language + ": " + said.words + "\n";
            }
            all += fact.provenance ? fact.provenance->locator + "\n" : std::string();
        }
        std::set<std::string> missing;
        corpus::for_each_version(corpus, [&](const corpus::Version& version) {
            if (all.find(joined(version)) == std::string::npos) {
                missing.insert(joined(version));
            }
        });
        for (const std::string& text : missing) {
            FAIL_CHECK(text);
        }
    }
}

TEST_CASE("a fact tells where it stands and where it is known from") {
    const std::vector<Fact> all = facts_of(load("sources/dci/corpus.xml"));
    const auto role = std::find_if(
        all.begin(), all.end(), [](const Fact& fact) { return fact.partner == "inco" && fact.field == Field::role; });
    REQUIRE(role != all.end());
    CHECK(role->words() == "Historical member");
    CHECK(path_of(*role) == "partner inco, relationship inco-membership, role");
    CHECK(role->provenance->source == "dci-partnerships-page");
    CHECK(role->place.file->find("partners/inco.xml") != std::string::npos);
    CHECK(role->place.line > 0);
}

TEST_CASE("a printed passage leads to its facts, whatever its capitals and line ends") {
    const std::vector<Fact> all = facts_of(load("sources/dci/corpus.xml"));
    const auto paths = [&](const std::string& passage) {
        std::vector<std::string> found;
        for (const Match& match : find(all, passage)) {
            found.push_back(path_of(*match.fact) + " " + match.said->language);
        }
        return found;
    };
    CHECK(paths("historical\n  MEMBER") ==
          std::vector<std::string>{"partner inco, summary en", "partner inco, relationship inco-membership, role en"});
    CHECK(paths("Membre histo\u00ADrique") ==
          std::vector<std::string>{"partner inco, summary fr", "partner inco, relationship inco-membership, role fr"});
    CHECK(paths("").empty());
    CHECK(paths("no such words").empty());
}

TEST_CASE("a fact is stale when more than a year has passed for certain") {
    Fact fact;
    fact.provenance = corpus::Provenance{};
    CHECK_FALSE(is_stale(fact, {2030, 1, 1})); // never said to be checked
    fact.provenance->checked = corpus::Date{2026, 6, 30};
    CHECK_FALSE(is_stale(fact, {2027, 6, 30}));
    CHECK(is_stale(fact, {2027, 7, 1}));
    fact.provenance->checked = corpus::Date{2026, 0, 0};
    CHECK_FALSE(is_stale(fact, {2027, 12, 31}));
    CHECK(is_stale(fact, {2028, 1, 1}));
}

TEST_CASE("a passage is found as it is printed, where the corpus writes it otherwise") {
    const std::vector<Fact> all = facts_of(load("sources/sample/2026/corpus.xml"));
    const Printed printed = [](const Fact& fact, const Said& said) {
        const bool is_sum = std::holds_alternative<Payment>(fact.beside);
        return std::vector<std::string>{is_sum ? "in figures:\u00A01,234 of " + said.words : std::string()};
    };
    CHECK(find(all, "In figures: 1,234").empty());
    const std::vector<Match> matches = find(all, "In figures: 1,234", printed);
    REQUIRE_FALSE(matches.empty());
    for (const Match& match : matches) {
        CHECK(std::holds_alternative<Payment>(match.fact->beside));
        CHECK(match.words == "in figures:\u00A01,234 of " + match.said->words);
    }
}
