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

edition::Edition edition_of(const fs::path& file, Audience audience, const std::vector<std::string>& partners = {}) {
    return edition::for_publication(load(file), {"en", audience, partners}).value();
}

// The files written where they would lie, and read as a corpus again.
corpus::Corpus reloaded(const edition::Edition& edition, const fs::path& folder) {
    for (const corpus::File& file : edition.facts.files) {
        const fs::path to = folder / file.path.lexically_relative(lantern.parent_path());
        fs::create_directories(to.parent_path());
        REQUIRE(write_file(to, *file.bytes));
    }
    return load(folder / "corpus.xml");
}

// A corpus of one partner, its file and what stands around it as they are given.
class TwoFiles {
public:
    TwoFiles(const std::string& prologue, const std::string& in_sources, const std::string& partner) {
        fs::create_directories(folder.path() / "partners");
        REQUIRE(write_file(corpus_file(), prologue + R"(<corpus xmlns="urn:rapporteur:corpus:1" )" +
                                              R"(xmlns:xi="http://www.w3.org/2001/XInclude" id="sample" year="2026" )" +
                                              R"(date="2026-11-24" xml:lang="en" languages="en fr">
  <title><text xml:lang="en">Title</text></title>
  <holder id="holder"><name><text xml:lang="en">Holder</text></name></holder>
  <sources><source id="board" language="en"><title><text xml:lang="en">Minutes</text></title>)" +
                                              in_sources + R"(</source></sources>
  <partners><xi:include href="partners/one.xml"/></partners>
</corpus>
)"));
        REQUIRE(write_file(folder.path() / "partners/one.xml",
                           R"(<partner xmlns="urn:rapporteur:corpus:1" id="one" kind="ngo">
  <name><text xml:lang="en">One</text></name>)" +
                               partner + "</partner>"));
    }
    fs::path corpus_file() const { return folder.path() / "corpus.xml"; }

private:
    TemporaryFolder folder = TemporaryFolder::create().value();
};

std::vector<std::string> bytes_of(const edition::Edition& edition) {
    std::vector<std::string> all;
    for (const corpus::File& file : edition.facts.files) {
        all.push_back(*file.bytes);
    }
    return all;
}

} // namespace

TEST_CASE("the files that a reader may have are a corpus that says what the edition says, and nothing else") {
    const std::vector<std::vector<std::string>> selections = {{}, {"weavers"}, {"harbour"}};
    const auto& selection = GENERATE_COPY(from_range(selections));
    const Audience audience = GENERATE(Audience::everyone, Audience::donor, Audience::internal);
    const edition::Edition edition = edition_of(lantern, audience, selection);
    const TemporaryFolder folder = TemporaryFolder::create().value();
    const corpus::Corpus again = reloaded(edition, folder.path());
    CHECK(words_of(again) == words_of(edition.facts));
    CHECK(again.partners.size() == edition.facts.partners.size());
    CHECK(again.sources.size() == edition.facts.sources.size());
}

TEST_CASE("for the organisation itself files stay as they are, byte for byte, where nothing waits for consent") {
    const fs::path dci = house / "sources/dci/corpus.xml";
    const edition::Edition edition = edition_of(dci, Audience::internal);
    CHECK(edition.facts.files.size() == 12);
    for (const corpus::File& file : edition.facts.files) {
        INFO(file.path.string());
        CHECK(*file.bytes == read_file(file.path).value());
    }
    CHECK(edition.facts.digest == load(dci).digest);
}

TEST_CASE("neither the form of a file nor the digest shows whether something was taken out of it") {
    const std::string summary = R"(<summary source="board"><text xml:lang="en">They  work with us.</text></summary>)";
    const std::string secret = R"(<nextStep source="board" locator="p. 9" audience="internal">
        <text xml:lang="en">They leave.</text></nextStep>)";
    const TwoFiles plain("", "", "\n  " + summary + "\n");
    const TwoFiles withholding("<?xml-model href=\"C:/Users/somebody/corpus.xsd\"?><!-- ask the board -->",
                               "<locator><text xml:lang=\"en\">p. 9</text></locator>",
                               "\n\n    <!-- he leaves -->" + summary + "\n\n  " + secret + "\n<!-- in June -->\n");
    const Audience audience = GENERATE(Audience::everyone, Audience::donor);
    const edition::Edition one = edition_of(plain.corpus_file(), audience);
    const edition::Edition other = edition_of(withholding.corpus_file(), audience);
    CHECK(bytes_of(one) == bytes_of(other));
    CHECK(one.facts.digest == other.facts.digest);
    CHECK_FALSE(one.withholds);
    CHECK(other.withholds);
    CHECK(one.facts.partners.front().summary->text.place.line == other.facts.partners.front().summary->text.place.line);
    CHECK(edition_of(withholding.corpus_file(), Audience::internal).facts.digest ==
          load(withholding.corpus_file()).digest);
}

TEST_CASE("what is written anew says what the author wrote") {
    const TwoFiles corpus("", "", R"(<summary source="board"><text xml:lang="en">
      A &lt;b&gt; &amp; "c"<!-- x --><![CDATA[ <d>]]> <em>e</em> <em></em>
      <foreign xml:lang="fr">f</foreign>.  </text></summary>)");
    const edition::Edition edition = edition_of(corpus.corpus_file(), Audience::everyone);
    CHECK(words_of(edition.facts.partners.front().summary->text) == "A <b> & \"c\" <d> e f.");
    CHECK(edition.facts.files.back().bytes->find("<text xml:lang=\"en\">A &lt;b&gt; &amp; \"c\" &lt;d&gt; <em>e</em> "
                                                 "<em></em>\n<foreign xml:lang=\"fr\">f</foreign>.</text>") !=
          std::string::npos);
}

TEST_CASE("a place in a source that only what is withheld rests on is withheld with it") {
    const auto places = [](Audience audience) {
        const edition::Edition edition = edition_of(lantern, audience);
        const std::string& bytes = *edition.facts.files.front().bytes;
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
        return edition_of(lantern, audience).facts.files.front().bytes->find("<!--") != std::string::npos;
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
    const edition::Edition edition = edition_of(folder.path() / "corpus.xml", Audience::everyone);
    const std::string& bytes = *edition.facts.files.front().bytes;
    CHECK((bytes.find("dismissal") == std::string::npos) == is_withheld);
    CHECK(edition.facts.sources.front().locators.size() == (is_withheld ? 1 : 2));
}
