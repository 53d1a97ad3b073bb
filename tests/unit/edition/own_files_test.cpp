// The corpus's own files as a reader may have them, held against the facts that the reader gets.

#include "catch.hpp"
#include "edition/edition.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

using namespace rapporteur;
using corpus::Audience;

namespace fs = std::filesystem;

namespace {

const fs::path house = SOURCE_DIR;
const fs::path lantern = house / "tests/corpora/lantern/corpus.xml";

corpus::Corpus load(const fs::path& file) {
    corpus::Loaded loaded = corpus::load(file, house / "schema/corpus.xsd");
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
        UNSCOPED_INFO(to_text(diagnostic));
    }
    REQUIRE(loaded.corpus);
    return std::move(*loaded.corpus);
}

std::vector<std::string> words_of(const corpus::Corpus& facts) {
    std::vector<std::string> words;
    corpus::for_each_version(facts, [&](const corpus::Version& version) {
        words.emplace_back();
        for (const corpus::Span& span : version.spans) {
            words.back() += span.text;
        }
    });
    for (const corpus::Partner& partner : facts.partners) {
        for (const corpus::Contact& contact : partner.contacts) {
            words.push_back(contact.name);
        }
    }
    return words;
}

// The files written where they would lie, and read as a corpus again.
corpus::Corpus reloaded(const edition::OwnFiles& files, const fs::path& folder) {
    for (const fs::path& file : files.paths()) {
        const fs::path to = folder / file.lexically_relative(lantern.parent_path());
        fs::create_directories(to.parent_path());
        const Result<std::string> bytes = files.read(file);
        REQUIRE(bytes);
        REQUIRE(write_file(to, *bytes));
    }
    return load(folder / "corpus.xml");
}

} // namespace

TEST_CASE("the files that a reader may have are a corpus that says what the edition says, and nothing else") {
    const std::vector<std::vector<std::string>> selections = {{}, {"weavers"}, {"harbour"}};
    const auto& selection = GENERATE_COPY(from_range(selections));
    const Audience audience = GENERATE(Audience::everyone, Audience::donor, Audience::internal);
    const edition::Edition edition = edition::make(load(lantern), {"en", audience, selection});
    const TemporaryFolder folder = TemporaryFolder::create().value();
    const corpus::Corpus again = reloaded(edition::OwnFiles(edition), folder.path());
    CHECK(words_of(again) == words_of(edition.facts));
    CHECK(again.partners.size() == edition.facts.partners.size());
    CHECK(again.sources.size() == edition.facts.sources.size());
}

TEST_CASE("a file in which nothing is withheld stays as it is, byte for byte") {
    const fs::path dci = house / "sources/dci/corpus.xml";
    const edition::OwnFiles files(edition::make(load(dci), {"en", Audience::everyone, {}}));
    CHECK(files.paths().size() == 12);
    for (const fs::path& file : files.paths()) {
        INFO(file.string());
        CHECK(files.read(file).value() == read_file(file).value());
    }
}

TEST_CASE("a place in a source that only what is withheld rests on is withheld with it") {
    const auto places = [](Audience audience) {
        const edition::Edition edition = edition::make(load(lantern), {"en", audience, {}});
        const std::string bytes = edition::OwnFiles(edition).read(lantern).value();
        std::vector<std::string> found;
        for (const corpus::Text& locator : edition.facts.sources.front().locators) {
            found.push_back(words_of(locator));
            CHECK(bytes.find(">" + found.back() + "<") != std::string::npos);
        }
        CHECK((bytes.find("lamplight page") == std::string::npos) == (found.size() == 1));
        return found;
    };
    CHECK(places(Audience::everyone) == std::vector<std::string>{"item 4"});
    CHECK(places(Audience::internal) == std::vector<std::string>{"item 4", "lamplight page"});
}

TEST_CASE("comments are for those who keep the corpus") {
    const auto with_comment = [](Audience audience) {
        const edition::OwnFiles files(edition::make(load(lantern), {"en", audience, {}}));
        return files.read(lantern).value().find("<!--") != std::string::npos;
    };
    CHECK_FALSE(with_comment(Audience::everyone));
    CHECK_FALSE(with_comment(Audience::donor));
    CHECK(with_comment(Audience::internal));
}

TEST_CASE("a place in a source is read in one way, however its words are marked up, split, composed or ordered") {
    const std::string locator = GENERATE(
        R"(<text xml:lang="en">p. 3 <em>on the dismissal</em></text><text xml:lang="fr" state="draft" from="000000000000">p. 3 bis</text>)",
        R"(<text xml:lang="en">p. 3<!--x--> on the dismissal</text>)",
        R"(<text xml:lang="en">p. 3<![CDATA[ on the dismissal]]></text>)",
        R"(<text xml:lang="fr" state="draft" from="000000000000">p. 3</text><text xml:lang="en">p. 3 on the dismissal</text>)",
        R"(<text xml:lang="en">p.  3
            on the dismissal</text>)");
    const bool is_withheld = GENERATE(true, false);
    const std::string audience = is_withheld ? "internal" : "public";
    const TemporaryFolder folder = TemporaryFolder::create().value();
    REQUIRE(write_file(folder.path() / "corpus.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" id="sample" year="2026" date="2026-11-24" xml:lang="en" languages="en fr">
  <title><text xml:lang="en">Title</text></title>
  <holder id="holder"><name><text xml:lang="en">Holder</text></name></holder>
  <sources><source id="board" language="en"><title><text xml:lang="en">Minutes</text></title>
    <locator><text xml:lang="en">p. 3</text></locator><locator>)" +
                                                         locator + R"(</locator></source></sources>
  <partners><partner id="one" kind="ngo"><name><text xml:lang="en">One</text></name>
    <summary source="board" locator="p. 3"><text xml:lang="en">One works with us.</text></summary>
    <nextStep source="board" locator=" p. 3  on the dismissal " audience=")" +
                                                         audience +
                                                         R"("><text xml:lang="en">She leaves.</text></nextStep>
  </partner></partners>
</corpus>
)"));
    const edition::Edition edition = edition::make(load(folder.path() / "corpus.xml"), {"en", Audience::everyone, {}});
    const std::string bytes = edition::OwnFiles(edition).read(folder.path() / "corpus.xml").value();
    CHECK((bytes.find("dismissal") == std::string::npos) == is_withheld);
    CHECK(edition.facts.sources.front().locators.size() == (is_withheld ? 1 : 2));
}
