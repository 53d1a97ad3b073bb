#include "changes/changes.hpp"
#include "compose/compose.hpp"
#include "golden.hpp"

#include <algorithm>
#include <functional>

using namespace rapporteur;
using namespace rapporteur::changes;

namespace {

const std::string root = SOURCE_DIR;

corpus::Corpus load(const std::string& file) {
    corpus::Loaded loaded = corpus::load(root + "/" + file, root + "/schema/corpus.xsd");
    for (const Diagnostic& found : loaded.diagnostics) {
        UNSCOPED_INFO(to_text(found));
    }
    REQUIRE(loaded.corpus);
    return std::move(*loaded.corpus);
}

corpus::Corpus first_year() {
    return load("tests/corpora/years/2026/corpus.xml");
}

corpus::Corpus second_year() {
    return load("tests/corpora/years/2027/corpus.xml");
}

const corpus::Corpus& dci() {
    static const corpus::Corpus corpus = load("sources/dci/corpus.xml");
    return corpus;
}

Manner in_english() {
    static const wording::Words words = std::move(wording::Words::load(root + "/styles/words", "en").value());
    return {[](const corpus::Date& date) {
                return words.date({date.year, date.month, date.day});
            },
            [](const facts::Fact& fact, const facts::Said& said) { return compose::in_words(words, fact, said); }};
}

std::size_t count(const Changes& changes, Kind kind) {
    return static_cast<std::size_t>(std::count_if(changes.list.begin(), changes.list.end(),
                                                  [&](const Change& change) { return change.kind == kind; }));
}

corpus::Partner& partner(corpus::Corpus& corpus, const std::string& id) {
    return *std::find_if(corpus.partners.begin(), corpus.partners.end(),
                         [&](const corpus::Partner& one) { return one.id == id; });
}

} // namespace

TEST_CASE("two years are compared as agreed, as text, as a list in Markdown and as JSON") {
    const Changes changes = between(first_year(), second_year());
    check_golden("changes.txt", to_text(changes, in_english()));
    check_golden("changes.md", to_markdown(changes, in_english()));
    check_golden("changes.json", to_json(changes));
}

TEST_CASE("a corpus doesn't differ from itself") {
    CHECK(between(dci(), dci()).list.empty());
    const std::string day = in_english().date(dci().date);
    CHECK(to_text(between(dci(), dci()), in_english()) == "Nothing changed from " + day + " to " + day + ".\n");
}

TEST_CASE("the order of partners and of their facts is no difference") {
    corpus::Corpus turned = dci();
    std::reverse(turned.partners.begin(), turned.partners.end());
    for (corpus::Partner& one : turned.partners) {
        std::reverse(one.mandate.begin(), one.mandate.end());
        std::reverse(one.engagements.begin(), one.engagements.end());
        std::reverse(one.relationships.begin(), one.relationships.end());
        for (corpus::Relationship& relationship : one.relationships) {
            std::reverse(relationship.rights.begin(), relationship.rights.end());
        }
    }
    CHECK(between(dci(), turned).list.empty());
}

TEST_CASE("the way back turns joining into leaving and adding into removing") {
    const Changes there = between(first_year(), second_year());
    const Changes back = between(second_year(), first_year());
    CHECK(count(there, Kind::added) == count(back, Kind::removed));
    CHECK(count(there, Kind::removed) == count(back, Kind::added));
    CHECK(count(there, Kind::corrected) == count(back, Kind::corrected));
    CHECK(count(there, Kind::related) == count(back, Kind::related));
    CHECK(count(there, Kind::renamed) == count(back, Kind::renamed));
    // Back, nobody is merged: the one that was merged joins.
    CHECK(count(there, Kind::left) + count(there, Kind::merged) == count(back, Kind::joined));
}

TEST_CASE("a partner under another id is the same partner, found by its name or its number in a register") {
    corpus::Corpus later = dci();
    partner(later, "inco").id = "inco-council";
    const Changes changes = between(dci(), later);
    REQUIRE(changes.list.size() == 1);
    CHECK(changes.list[0].kind == Kind::renamed);
    CHECK(changes.list[0].before->partner == "inco");
    CHECK(changes.list[0].partner == "inco-council");
}

TEST_CASE("a relationship that changed in kind says from what to what") {
    corpus::Corpus later = dci();
    partner(later, "inco").relationships[0].kinds.push_back(corpus::RelationshipKind::founder);
    const Changes changes = between(dci(), later);
    REQUIRE(changes.list.size() == 1);
    CHECK(changes.list[0].kind == Kind::related);
    CHECK(changes.list[0].before->words() == "member");
    CHECK(changes.list[0].after->words() == "member, founder");
}

TEST_CASE("what was checked again says so once, and not for each date of a relationship") {
    corpus::Corpus later = dci();
    later.date = {2027, 1, 24};
    corpus::Relationship& relationship = partner(later, "inco").relationships[0];
    relationship.provenance.checked = corpus::Date{2027, 1, 10};
    const Changes changes = between(dci(), later);
    REQUIRE(changes.list.size() == 1);
    CHECK(changes.list[0].kind == Kind::rechecked);
}

TEST_CASE("what nobody has checked for more than a year goes stale, once") {
    corpus::Corpus later = dci();
    later.date = {2027, 11, 24}; // a year to the day is not more than a year
    CHECK(between(dci(), later).list.empty());
    later.date = {2027, 11, 25};
    const Changes changes = between(dci(), later);
    CHECK(count(changes, Kind::stale) == changes.list.size());
    CHECK(changes.list.size() > 30);
    corpus::Corpus last = dci();
    last.date = {2028, 11, 25};
    CHECK(between(later, last).list.empty());
}

TEST_CASE("thousands of facts that only likeness can pair are paired by their rarest words, in bounded time") {
    const auto with_facts = [](const std::function<std::string(int)>& words, int count) {
        corpus::Corpus corpus = dci();
        std::vector<corpus::Statement>& steps = partner(corpus, "inco").next_steps;
        for (int at = 0; at < count; ++at) {
            corpus::Statement step;
            step.text.versions = {
                {"en", {{corpus::SpanKind::plain, words(at), {}}}, corpus::TranslationState::original, false, {}}};
            steps.push_back(std::move(step));
        }
        return corpus;
    };
    constexpr int many = 5'000; // 25 million pairs
    const auto before = [](int at) { return "visit number " + std::to_string(at) + " in the spring"; };
    const auto after = [](int at) { return "visit number " + std::to_string(at) + " in the autumn"; };
    const Changes changes = between(with_facts(before, many), with_facts(after, many));
    CHECK(changes.list.size() == many);
    CHECK(std::all_of(changes.list.begin(), changes.list.end(), [](const Change& change) {
        const auto number = [](const facts::Fact& fact) { return fact.words().substr(13, 5); };
        return change.kind == Kind::corrected && number(*change.before) == number(*change.after);
    }));
    const auto same = [](int) { return "the same words"; };
    const auto longer = [](int) { return "the same words here"; };
    CHECK(count(between(with_facts(same, many), with_facts(longer, many)), Kind::corrected) == many);
}

TEST_CASE("facts that were only checked again are summed up, or listed") {
    corpus::Corpus later = dci();
    later.date = {2027, 1, 24};
    for (corpus::Partner& one : later.partners) {
        one.relationships[0].provenance.checked = corpus::Date{2027, 1, 10};
    }
    partner(later, "inco").relationships[0].provenance.source = "letter";
    const Changes changes = between(dci(), later);
    const std::string brief = to_text(changes, in_english(), Rechecks::summed_up);
    CHECK(brief.find(std::to_string(changes.list.size() - 1) +
                     " facts were checked again and say the same. --all lists them.\n") != std::string::npos);
    CHECK(brief.find("(inco)") != std::string::npos); // known from another source now
    CHECK(brief.find("(ecosoc)") == std::string::npos);
    CHECK(to_text(changes, in_english()).find("(ecosoc)") != std::string::npos);
}

TEST_CASE("fields go by names that a person knows") {
    corpus::Corpus later = dci();
    corpus::Relationship& relationship = partner(later, "inco").relationships[0];
    relationship.id.clear();
    corpus::Corpus before = later;
    relationship.from = corpus::Date{1901, 0, 0};
    const std::string told = to_text(between(before, later), in_english());
    CHECK(told.find("  relationship 1: start date ") != std::string::npos);
}
