// What a report tells of the time around its year: what changed since the year before, and what is due.

#include "compose/compose.hpp"
#include "golden.hpp"
#include "outline.hpp"

#include <algorithm>
#include <map>
#include <regex>

using namespace rapporteur;

namespace {

const std::string root = SOURCE_DIR;

edition::Edition corpus_of(const std::string& file, const std::string& language, corpus::Audience audience) {
    corpus::Loaded loaded = corpus::load(root + "/" + file, root + "/schema/corpus.xsd");
    REQUIRE(loaded.corpus);
    return edition::make(std::move(*loaded.corpus), {language, audience, {}});
}

edition::Edition year(const std::string& name, const std::string& language,
                      corpus::Audience audience = corpus::Audience::everyone) {
    return corpus_of("tests/corpora/years/" + name + "/corpus.xml", language, audience);
}

// The outline of the part of this id; empty where there is none.
std::string part(const edition::Edition& edition, const changes::Changes* changes, const std::string& id) {
    const Result<wording::Words> words = wording::Words::load(root + "/styles/words", edition.reader.language);
    REQUIRE(words);
    compose::Options options;
    options.changes = changes;
    document::Document report = compose::annual_report(edition, *words, options);
    std::erase_if(report.parts, [&](const document::Part& one) { return one.id != id; });
    return report.parts.empty() ? std::string() : outline_of(report);
}

} // namespace

TEST_CASE("the chapter of changes reads as agreed, in each language") {
    for (const char* language : {"en", "fr"}) {
        const edition::Edition now = year("2027", language);
        const changes::Changes changes = changes::between(year("2026", language).facts, now.facts);
        check_golden(std::string("changes-chapter-") + language + ".txt", part(now, &changes, "changes"));
    }
}

TEST_CASE("dates, sums and numbers that changed are told as the report prints them, in every language") {
    // As the languages' own speakers write them, each with what it was in the corpus.
    const std::map<std::string, std::vector<std::string>> told = {
        {"en", {"(since September 2012)", "2026: JPY 1,200,000, Lamps", "10 November 2026", "target 70%, actual 75%"}},
        {"fr", {"(depuis septembre 2012)", "10 novembre 2026"}},
        {"es", {"10 de noviembre de 2026"}},
        {"ar", {"١٠ نوفمبر ٢٠٢٦"}},
        {"ru", {"10 ноября 2026"}},
        {"zh", {"2026年11月10日"}}};
    for (const auto& [language, forms] : told) {
        INFO(language);
        const edition::Edition now = corpus_of("sources/sample/2026/corpus.xml", language, corpus::Audience::internal);
        const changes::Changes changes = changes::between(
            corpus_of("sources/sample/2025/corpus.xml", language, corpus::Audience::internal).facts, now.facts);
        const std::string chapter = part(now, &changes, "changes");
        INFO(chapter);
        // Without what tells small capitals, and spaces that don't break as plain ones.
        const std::string rows =
            std::regex_replace(std::regex_replace(chapter.substr(0, chapter.find("[^1]:")), std::regex("\\^"), ""),
                               std::regex("\u00A0|\u202F"), " ");
        CHECK_FALSE(std::regex_search(rows, std::regex("\\b[12][0-9]{3}-[01][0-9]\\b(?![^ |]*>)")));
        CHECK_FALSE(std::regex_search(rows, std::regex("\\b[A-Z]{3} [0-9]{4,}")));
        CHECK_FALSE(std::regex_search(rows, std::regex("\\bP[0-9]+[DWMY]\\b|–:")));
        for (const std::string& form : forms) {
            CHECK(rows.find(form) != std::string::npos);
        }
    }
}

TEST_CASE("without a year to compare with there is no such chapter") {
    CHECK(part(year("2027", "en"), nullptr, "changes").empty());
}

TEST_CASE("what is withheld from a reader doesn't show by having changed") {
    const auto chapter = [](corpus::Audience audience) {
        const edition::Edition now = year("2027", "en", audience);
        const changes::Changes changes = changes::between(year("2026", "en", audience).facts, now.facts);
        return part(now, &changes, "changes");
    };
    const std::string withheld = "May propose items for the agenda";
    CHECK(chapter(corpus::Audience::everyone).find(withheld) == std::string::npos);
    CHECK(chapter(corpus::Audience::donor).find(withheld) == std::string::npos);
    CHECK(chapter(corpus::Audience::internal).find(withheld) != std::string::npos);
}

TEST_CASE("what is due is a page of the report, in each language, and none where nothing is due") {
    for (const char* language : {"en", "fr"}) {
        check_golden(std::string("deadlines-page-") + language + ".txt",
                     part(year("2026", language), nullptr, "deadlines"));
    }
    edition::Edition idle = year("2026", "en");
    for (corpus::Partner& partner : idle.facts.partners) {
        partner.relationships.clear();
    }
    CHECK(part(idle, nullptr, "deadlines").empty());
}
