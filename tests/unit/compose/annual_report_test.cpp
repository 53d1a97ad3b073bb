#include "compose/compose.hpp"
#include "golden.hpp"
#include "outline.hpp"

#include <algorithm>
#include <set>

using namespace rapporteur;

namespace {

const std::string root = SOURCE_DIR;

edition::Edition dci(const std::string& language) {
    corpus::Loaded loaded = corpus::load(root + "/sources/dci/corpus.xml", root + "/schema/corpus.xsd");
    REQUIRE(loaded.corpus);
    return edition::make(std::move(*loaded.corpus), {language, corpus::Audience::everyone, {}});
}

document::Document report(const edition::Edition& edition) {
    const Result<wording::Words> words = wording::Words::load(root + "/styles/words", edition.reader.language);
    REQUIRE(words);
    return compose::annual_report(edition, *words, {});
}

std::vector<std::string> ids_of(const document::Document& document) {
    std::vector<std::string> ids;
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            if (const auto* heading = std::get_if<document::Heading>(&block)) {
                ids.push_back(heading->id);
            } else if (const auto* table = std::get_if<document::Table>(&block)) {
                ids.push_back(table->id);
            } else if (const auto* figure = std::get_if<document::Figure>(&block)) {
                ids.push_back(figure->id);
            }
        }
    }
    return ids;
}

} // namespace

TEST_CASE("the report of Defence for Children International reads as agreed") {
    check_golden("dci-en.txt", outline_of(report(dci("en"))));
}

TEST_CASE("the French report reads as agreed, marked as unofficial") {
    const document::Document french = report(dci("fr"));
    check_golden("dci-fr.txt", outline_of(french));
    CHECK(french.metadata.notice == "Traduction non officielle");
}

TEST_CASE("the Spanish report reads as agreed") {
    check_golden("dci-es.txt", outline_of(report(dci("es"))));
}

TEST_CASE("ids are unique, and every link within the report leads to one") {
    for (const char* language : {"en", "fr", "es"}) {
        const document::Document document = report(dci(language));
        const std::vector<std::string> ids = ids_of(document);
        const std::set<std::string> known(ids.begin(), ids.end());
        CHECK(known.size() == ids.size());
        const std::string text = outline_of(document);
        for (std::size_t at = text.find(" #"); at != std::string::npos; at = text.find(" #", at + 1)) {
            const std::size_t end = text.find_first_of(">\n ", at + 2);
            if (end != std::string::npos && text[end] == '>') {
                INFO(text.substr(at, end - at));
                CHECK(known.count(text.substr(at + 2, end - at - 2)) == 1);
            }
        }
    }
}

TEST_CASE("every note is called, first calls in order") {
    const document::Document document = report(dci("en"));
    const std::string text = outline_of(document);
    std::size_t before = 0;
    for (std::size_t note = 1; note <= document.notes.size(); ++note) {
        const std::size_t at = text.find("[^" + std::to_string(note) + "]");
        CHECK(at > before);
        before = at;
    }
    CHECK(document.notes.size() >= 12);
}

TEST_CASE("a text without a translation is shown in the main language, told once and marked") {
    edition::Edition french = dci("fr");
    corpus::Partner& partner = french.facts.partners.front();
    for (corpus::Statement& statement : partner.mandate) {
        statement.text.versions.resize(1);
    }
    for (corpus::Relationship& relationship : partner.relationships) {
        for (corpus::Statement& statement : relationship.descriptions) {
            statement.text.versions.resize(1);
        }
    }
    const std::string text = outline_of(report(french));
    CHECK(text.find("remark: Pas encore traduit\u202F: texte en anglais.") != std::string::npos);
    CHECK(text.find("{en} ") != std::string::npos);
}

TEST_CASE("what a donor or a member of staff may know is not in the public report") {
    edition::Edition edition = dci("en");
    corpus::Corpus facts = edition.facts;
    corpus::Statement secret = facts.partners.front().relationships.front().descriptions.front();
    secret.text.versions.front().spans = {{corpus::SpanKind::plain, "SECRET WORDS", {}}};
    secret.provenance.audience = corpus::Audience::internal;
    facts.partners.front().mandate.push_back(secret);
    facts.introduction.push_back(secret);
    const edition::Edition open = edition::make(facts, {"en", corpus::Audience::everyone, {}});
    CHECK(outline_of(report(open)).find("WORDS") == std::string::npos);
    const edition::Edition internal = edition::make(facts, {"en", corpus::Audience::internal, {}});
    CHECK(outline_of(report(internal)).find("WORDS") != std::string::npos);
}

TEST_CASE("a corpus that has no introduction, or none for these readers, has no heading for one") {
    corpus::Corpus facts = dci("en").facts;
    for (corpus::Statement& statement : facts.introduction) {
        statement.provenance.audience = corpus::Audience::internal;
    }
    const edition::Edition open = edition::make(facts, {"en", corpus::Audience::everyone, {}});
    const std::vector<std::string> ids = ids_of(report(open));
    CHECK(std::find(ids.begin(), ids.end(), "introduction") == ids.end());
    CHECK(std::find(ids.begin(), ids.end(), "at-a-glance") != ids.end());
}
