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

TEST_CASE("a line break between characters of Chinese or Japanese is no space") {
    CHECK(collapsed("虚构的\n    灯笼基金", "zh") == "虚构的灯笼基金");
    CHECK(collapsed("虚构的 \r\n 灯笼", "zh") == "虚构的灯笼");
    CHECK(collapsed("网络（NGO）\n 共2026年", "zh") == "网络（NGO）共2026年");
    CHECK(collapsed("听取其意见、\n资助", "zh") == "听取其意见、资助");
    CHECK(collapsed("他说：\n“你好”\n他", "zh") == "他说：“你好”他");
    CHECK(collapsed("ひらがな\nｶﾀｶﾅ", "ja") == "ひらがなｶﾀｶﾅ");
    CHECK(collapsed("a\u200B\nb", "en") == "a\u200Bb");
    // Spaces that somebody wrote stay, and so do those of scripts that have them.
    CHECK(collapsed("虚构 灯笼", "zh") == "虚构 灯笼");
    CHECK(collapsed("资助\nNGO\n网络", "zh") == "资助 NGO 网络");
    CHECK(collapsed("국제\n아동", "ko") == "국제 아동");
    CHECK(collapsed("one\ntwo", "en") == "one two");
    CHECK(collapsed("the word 中文\n“Zhongwen”", "en") == "the word 中文 “Zhongwen”");
}

TEST_CASE("a line break beside an inline element of Chinese text is no space either") {
    Scratch scratch;
    replace(scratch.partner_text, "One works with us.",
            "我们支持\n  <em>儿童权利公约</em>\n  的落实，<em>\n 也 </em>\n<foreign xml:lang=\"en\">NGO</foreign>。");
    scratch.write();
    const Loaded loaded = scratch.load();
    REQUIRE(loaded.corpus);
    // The text is English by its own account: characters, not languages, decide.
    CHECK(plain(loaded.corpus->partners.at(0).summary->text) == "我们支持儿童权利公约的落实，也 NGO。");
}

TEST_CASE("words are without marks for breaking lines, and so is the digest of a text") {
    Scratch scratch;
    replace(scratch.partner_text, "One works with us.", "One wor\u00ADks with\u200B us.\uFEFF");
    scratch.write();
    const Loaded loaded = scratch.load();
    REQUIRE(loaded.corpus);
    const Text& text = loaded.corpus->partners.at(0).summary->text;
    CHECK(words_of(text) == "One works with us.");
    CHECK(plain(text) == "One wor\u00ADks with\u200B us.\uFEFF");
    CHECK(digest_of(text.versions[0]) == "1a87bcd43a07");
    CHECK_FALSE(text.versions[1].stale);
}

TEST_CASE("a text of marks for breaking lines alone has no words") {
    Scratch scratch;
    replace(scratch.partner_text, "One works with us.", "\u00AD\u200B");
    scratch.write();
    CHECK(scratch.found().find("a text without words") != std::string::npos);
}

TEST_CASE("white space within a value is one space") {
    Scratch scratch;
    replace(scratch.corpus_text, "</title>\n    </source>",
            "</title>\n      <publisher>A \t house\n  of\u00AD books</publisher>\n    </source>");
    scratch.write();
    const Loaded loaded = scratch.load();
    REQUIRE(loaded.corpus);
    CHECK(loaded.corpus->sources.at(0).publisher == "A house of books");
}
