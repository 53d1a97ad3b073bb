#include "scratch.hpp"

using namespace rapporteur;
using namespace rapporteur::corpus;

namespace {

std::string plain(const Text& text, std::size_t version = 0) {
    std::string words;
    for (const Span& span : text.versions.at(version).spans) {
        words += span.text;
    }
    return words;
}

} // namespace

TEST_CASE("what the files say arrives in the corpus") {
    const Scratch scratch;
    scratch.write();
    const Loaded loaded = scratch.load();
    REQUIRE(loaded.corpus);
    const Corpus& corpus = *loaded.corpus;
    CHECK(corpus.id == "sample");
    CHECK(corpus.year == 2026);
    CHECK(corpus.date == Date{2026, 11, 24});
    CHECK(corpus.languages == std::vector<std::string>{"en", "fr"});
    CHECK(plain(corpus.title) == "Partnerships");
    CHECK(corpus.files.size() == 2);
    const Partner& partner = corpus.partners.at(0);
    CHECK(partner.kind == PartnerKind::ngo);
    CHECK(plain(partner.summary->text, 1) == "Un travaille avec nous.");
    CHECK(partner.summary->text.versions[1].state == TranslationState::reviewed);
    CHECK_FALSE(partner.summary->text.versions[1].stale);
    const Relationship& relationship = partner.relationships.at(0);
    CHECK(relationship.from == Date{1993, 0, 0});
    CHECK(relationship.to == Date{2012, 5, 0});
    CHECK(relationship.provenance.source == "page");
    CHECK(relationship.place.line == 8);
}

TEST_CASE("contacts and talking points are internal unless they say otherwise") {
    Scratch scratch;
    replace(scratch.partner_text, "</name>\n", R"(</name>
  <contact><name>A desk</name></contact>
  <contact audience="public"><name>Another desk</name></contact>
)");
    replace(scratch.partner_text, "</relationship>\n", R"(</relationship>
  <talkingPoint id="thanks"><text xml:lang="en">Thank them.</text></talkingPoint>
  <talkingPoint audience="public"><text xml:lang="en">Ask for a date.</text></talkingPoint>
)");
    scratch.write();
    const Loaded loaded = scratch.load();
    REQUIRE(loaded.corpus);
    const Partner& partner = loaded.corpus->partners.at(0);
    REQUIRE(partner.talking_points.size() == 2);
    CHECK(plain(partner.talking_points[0].text) == "Thank them.");
    CHECK(partner.talking_points[0].provenance.audience == Audience::internal);
    CHECK(partner.talking_points[1].provenance.audience == Audience::everyone);
    CHECK(partner.contacts[0].audience == Audience::internal);
    CHECK(partner.contacts[1].audience == Audience::everyone);
}

TEST_CASE("white space between words is one space, also around inline elements") {
    Scratch scratch;
    replace(scratch.partner_text, "One works with us.",
            "\n    One  <em>works\n</em> with\t<foreign xml:lang=\"fr\">nous</foreign>  . ");
    scratch.write();
    const Loaded loaded = scratch.load();
    REQUIRE(loaded.corpus);
    CHECK(plain(loaded.corpus->partners.at(0).summary->text) == "One works with nous .");
}

TEST_CASE("texts are composed: a letter and its accent become one character") {
    Scratch scratch;
    replace(scratch.partner_text, "Un travaille avec nous.", "Cre\xCC\x81\x65");
    scratch.write();
    REQUIRE(plain(scratch.load().corpus->partners.at(0).summary->text, 1) == "Cr\xC3\xA9\x65");
}

TEST_CASE("the corpus of Defence for Children International has no faults and is kept in three languages") {
    const std::string root = SOURCE_DIR;
    const Loaded loaded = corpus::load(root + "/sources/dci/corpus.xml", root + "/schema/corpus.xsd");
    for (const Diagnostic& found : loaded.diagnostics) {
        UNSCOPED_INFO(to_text(found));
    }
    REQUIRE(loaded.diagnostics.empty());
    REQUIRE(loaded.corpus->partners.size() == 11);
    REQUIRE(loaded.corpus->languages == std::vector<std::string>{"en", "fr", "es"});
}
