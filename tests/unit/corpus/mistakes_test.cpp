#include "golden.hpp"
#include "scratch.hpp"

#include <fmt/format.h>

using namespace rapporteur;
using namespace rapporteur::corpus;

namespace {

enum class In { corpus, partner };

// A mistake that a person may make: in one of the good files, one text written for another.
struct Mistake {
    const char* name;
    In file;
    const char* what;
    const char* with;
};

constexpr Mistake mistakes[] = {
    {"an attribute is misspelt", In::corpus, "year=\"2026\"", "yeer=\"2026\""},
    {"a required attribute is left out", In::partner, " id=\"one\"", ""},
    {"an element is misspelt", In::partner, "<summary", "<sumary"},
    {"an element stands in the wrong place", In::partner, "  <name>",
     "  <mandate source=\"page\"><text xml:lang=\"en\">Early</text></mandate>\n  <name>"},
    {"an element is left out that must be there", In::corpus, "<holder id=\"holder\">",
     "<holder id=\"holder\"><page>https://example.org</page></holder><holder id=\"holder2\">"},
    {"a kind of partner is unknown", In::partner, "kind=\"ngo\"", "kind=\"club\""},
    {"a kind of relationship is unknown", In::partner, "kinds=\"member\"", "kinds=\"friend\""},
    {"words stand outside a text", In::partner,
     "<summary source=\"page\" checked=\"2026-11-24\" confidence=\"stated\">",
     "<summary source=\"page\" checked=\"2026-11-24\" confidence=\"stated\">Words"},
    {"a tag isn't closed", In::partner, "</summary>", ""},
    {"an ampersand stands alone", In::partner, "One works with us.", "One & us."},
    {"an entity is used", In::partner, "One works with us.", "One &amp; &eacute; us."},
    {"a DOCTYPE is there", In::corpus, "<corpus xmlns", "<!DOCTYPE corpus [<!ENTITY a \"b\">]>\n<corpus xmlns"},
    {"a byte isn't UTF-8", In::partner, "One works", "On\xE9 works"},
    {"another encoding is declared", In::partner, "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""},
    {"the root is another", In::corpus, "<corpus xmlns=\"urn:rapporteur:corpus:1\"", "<corpus xmlns=\"urn:other\""},
    {"an id is given twice", In::partner, "id=\"membership\"", "id=\"page\""},
    {"an id has capitals", In::partner, "id=\"membership\"", "id=\"Membership\""},
    {"a source is unknown", In::partner, "<summary source=\"page\"", "<summary source=\"pgae\""},
    {"a partner is named as a source", In::partner, "<summary source=\"page\"", "<summary source=\"one\""},
    {"a reference leads to no partner", In::partner, "One works with us.",
     "One works with <see partner=\"two\">Two</see>."},
    {"no source is named", In::partner, "<summary source=\"page\"", "<summary"},
    {"a day is none of the calendar", In::partner, "from=\"1993\"", "from=\"1993-02-30\""},
    {"a date is written in another way", In::partner, "from=\"1993\"", "from=\"5/1993\""},
    {"a relationship ends before it begins", In::partner, "to=\"2012-05\"", "to=\"1990\""},
    {"a relationship begins in the future", In::partner, "from=\"1993\" to=\"2012-05\"", "from=\"2030\""},
    {"something was checked in the future", In::partner, "checked=\"2026-11-24\" confidence",
     "checked=\"2027-01-01\" confidence"},
    {"a source is dated in the future", In::corpus, "date=\"2026-01-05\"", "date=\"2027-01-05\""},
    {"a translation is missing", In::partner, "<text xml:lang=\"fr\" state=\"reviewed\" from",
     "<text xml:lang=\"en\" state=\"reviewed\" from"},
    {"the main language is missing", In::partner, "<text xml:lang=\"en\">One works with us.</text>", ""},
    {"a translation is stale", In::partner, "One works with us.", "One works closely with us."},
    {"a translation has no state", In::partner, " state=\"reviewed\"", ""},
    {"a translation doesn't say what it was made from", In::corpus, "state=\"draft\" from=\"82c0e8c1d1d5\"",
     "state=\"draft\""},
    {"the main text claims to be a translation", In::partner, "<text xml:lang=\"en\">One works",
     "<text xml:lang=\"en\" state=\"draft\">One works"},
    {"a language isn't the corpus's", In::partner, "xml:lang=\"fr\" state=\"reviewed\"",
     "xml:lang=\"de\" state=\"reviewed\""},
    {"a language tag means nothing", In::partner, "One works with us.",
     "One works with <foreign xml:lang=\"xx-nowhere-at-all\">us</foreign>."},
    {"a text is empty", In::partner, "One works with us.", "  "},
    {"a control character is in a text", In::partner, "One works", "One\xC2\x85works"},
    {"a private-use character is in a text", In::partner, "One works", "One \xEE\x80\x80 works"},
    {"a letter was lost", In::partner, "One works", "On\xEF\xBF\xBD works"},
    {"a direction is opened and not closed", In::partner, "One works", "\xE2\x80\xABOne works"},
    {"groups don't add up", In::partner, "  <relationship",
     "  <composition total=\"18\" source=\"page\"><group count=\"9\"><text xml:lang=\"en\">A</text><text "
     "xml:lang=\"fr\" state=\"draft\" from=\"559aead08264\">A</text></group><group count=\"8\"><text "
     "xml:lang=\"en\">A</text><text xml:lang=\"fr\" state=\"draft\" "
     "from=\"559aead08264\">A</text></group></composition>\n  <relationship"},
    {"a photo has no alternative text", In::partner, "</partner>",
     "  <photo file=\"corpus.xml\" credit=\"C\" consent=\"2026-01-01\"/>\n</partner>"},
    {"a photo's alternative text is its file's name", In::partner, "</partner>",
     "  <photo file=\"x.jpg\" credit=\"C\" consent=\"2026-01-01\"><alternative><text xml:lang=\"en\">x.jpg</text><text "
     "xml:lang=\"fr\" state=\"draft\" from=\"8f3c0b8403ec\">x</text></alternative></photo>\n</partner>"},
    {"a summary is too long", In::partner, "One works with us.",
     "One works with us on one thing and another and a third and a fourth and a fifth and a sixth and a seventh and an "
     "eighth and a ninth and a tenth and an eleventh and a twelfth and a last."},
    {"an acronym repeats the name", In::partner, "</name>\n  <summary",
     "</name>\n  <acronym><text xml:lang=\"en\">One</text><text xml:lang=\"fr\" state=\"draft\" "
     "from=\"8b12507783d5\">Un</text></acronym>\n  <summary"},
    {"an e-mail address isn't one", In::partner, "  <summary",
     "  <contact><name>A</name><email>nobody</email></contact>\n  <summary"},
    {"an event lies in the future", In::partner, "</partner>",
     "  <event date=\"2031\" source=\"page\"><text xml:lang=\"en\">One</text><text xml:lang=\"fr\" state=\"draft\" "
     "from=\"8b12507783d5\">Un</text></event>\n</partner>"},
    {"a due date has no source", In::partner, "</relationship>",
     "  <obligation due=\"2027-06-01\"><text xml:lang=\"en\">One</text><text xml:lang=\"fr\" state=\"draft\" "
     "from=\"8b12507783d5\">Un</text></obligation>\n  </relationship>"},
    {"funding is of a year to come", In::partner, "</relationship>",
     "</relationship>\n  <funding year=\"2040\" amount=\"10.00\" currency=\"CHF\" source=\"page\"/>"},
    {"a currency isn't one", In::partner, "</relationship>",
     "</relationship>\n  <funding year=\"2020\" amount=\"10.00\" currency=\"francs\" source=\"page\"/>"},
    {"a currency is none of the world's", In::partner, "</relationship>",
     "</relationship>\n  <funding year=\"2020\" amount=\"10.00\" currency=\"QQQ\" source=\"page\"/>"},
    {"an amount is finer than its currency", In::partner, "</relationship>",
     "</relationship>\n  <funding year=\"2020\" amount=\"10.50\" currency=\"JPY\" source=\"page\"/>"},
    {"more was spent than was given", In::partner, "</relationship>",
     "</relationship>\n  <funding year=\"2020\" amount=\"10.00\" currency=\"CHF\" source=\"page\">"
     "<use amount=\"10.01\"><text xml:lang=\"en\">One</text><text xml:lang=\"fr\" state=\"draft\" "
     "from=\"8b12507783d5\">Un</text></use></funding>"},
    {"a total doesn't add up", In::corpus, "  <partners>",
     "  <fundingTotal year=\"2026\" amount=\"100\" currency=\"EUR\" source=\"page\"/>\n  <partners>"},
    {"a result is measured in two units", In::partner, "</relationship>",
     "</relationship>\n  <outcome baseline=\"4 %\" target=\"10 %\" actual=\"7\" source=\"page\"><statement><text "
     "xml:lang=\"en\">One</text><text xml:lang=\"fr\" state=\"draft\" from=\"8b12507783d5\">Un</text></statement>"
     "</outcome>"},
    {"a result is no number", In::partner, "</relationship>",
     "</relationship>\n  <outcome target=\"1 250\" source=\"page\"><statement><text xml:lang=\"en\">One</text><text "
     "xml:lang=\"fr\" state=\"draft\" from=\"8b12507783d5\">Un</text></statement></outcome>"},
    {"nothing names a source", In::corpus, "</sources>",
     "  <source id=\"other\" language=\"en\"><title><text xml:lang=\"en\">A page</text><text xml:lang=\"fr\" "
     "state=\"draft\" from=\"fbddd8a01bfd\">Une page</text></title></source>\n  </sources>"},
    {"the corpus doesn't say its main language", In::corpus, " xml:lang=\"en\" languages", " languages"},
    {"the corpus doesn't say its languages", In::corpus, " languages=\"en fr\"", ""},
    {"a partner has another namespace", In::partner, "urn:rapporteur:corpus:1", "urn:rapporteur:corpus:2"},
    {"a file ends too early", In::corpus, "</corpus>", ""},
    {"a control character is in an attribute", In::partner, "<relationship", "<relationship locator=\"a&#x9B;b\""},
    {"a direction is opened in plain words", In::corpus, "</title>\n    </source>",
     "</title>\n      <publisher>a\u202Eb</publisher>\n    </source>"},
    {"a direction is closed that isn't open", In::partner, "One works", "One\u2069 works"},
    {"an unknown source is named often", In::partner, "  <relationship id",
     "  <mandate source=\"none\"><text xml:lang=\"en\">One</text><text xml:lang=\"fr\" state=\"draft\" "
     "from=\"8b12507783d5\">Un</text></mandate>\n  <mandate source=\"none\"><text xml:lang=\"en\">One</text><text "
     "xml:lang=\"fr\" state=\"draft\" from=\"8b12507783d5\">Un</text></mandate>\n  <relationship id"},
    {"an amount has a comma", In::corpus, "  <partners>",
     "  <fundingTotal year=\"2026\" amount=\"1,250\" currency=\"EUR\" source=\"page\"/>\n  <partners>"},
    {"an amount that is used has a comma", In::partner, "</relationship>",
     "</relationship>\n  <funding year=\"2020\" amount=\"1,000\" currency=\"CHF\" source=\"page\">"
     "<use amount=\"10.01\"><text xml:lang=\"en\">One</text><text xml:lang=\"fr\" state=\"draft\" "
     "from=\"8b12507783d5\">Un</text></use></funding>"},
    {"an acceptance matches nothing", In::corpus, "  <partners>",
     "  <accepted warning=\"unsourced\" partner=\"one\">Known.</accepted>\n  <partners>"},
    {"an acceptance is of a kind that there isn't", In::corpus, "  <partners>",
     "  <accepted warning=\"typing\">Known.</accepted>\n  <partners>"},
    {"a photo's name has other capitals", In::partner, "</partner>",
     "  <photo file=\"Partners/ÉTÉ.JPG\" credit=\"C\" consent=\"2026-01-01\"><alternative><text xml:lang=\"en\">X"
     "</text><text xml:lang=\"fr\" state=\"draft\" from=\"4b68ab3847fe\">X</text></alternative></photo>\n</partner>"},
    {"the edition's year runs ahead", In::corpus, "year=\"2026\"", "year=\"2031\""},
};

} // namespace

TEST_CASE("a good corpus has no faults") {
    const Scratch scratch;
    scratch.write();
    REQUIRE(scratch.found().empty());
}

TEST_CASE("each mistake is told with its place, in plain words") {
    std::string told;
    for (const Mistake& mistake : mistakes) {
        Scratch scratch;
        replace(mistake.file == In::corpus ? scratch.corpus_text : scratch.partner_text, mistake.what, mistake.with);
        scratch.write();
        const std::string found = scratch.found();
        INFO(mistake.name);
        CHECK_FALSE(found.empty());
        told += fmt::format("## {}\n{}\n", mistake.name, found);
    }
    check_golden("mistakes.txt", told);
}

TEST_CASE("every fault of the corpus has a line and a column") {
    for (const Mistake& mistake : mistakes) {
        Scratch scratch;
        replace(mistake.file == In::corpus ? scratch.corpus_text : scratch.partner_text, mistake.what, mistake.with);
        scratch.write();
        for (const Diagnostic& diagnostic : scratch.load().diagnostics) {
            INFO(mistake.name << ": " << to_text(diagnostic));
            CHECK(diagnostic.place.line > 0);
            CHECK(diagnostic.place.column > 0);
        }
    }
}

TEST_CASE("many mistakes are told in one run") {
    Scratch scratch;
    replace(scratch.corpus_text, "year=\"2026\"", "yeer=\"2026\"");
    replace(scratch.partner_text, "kind=\"ngo\"", "kind=\"club\"");
    replace(scratch.partner_text, "from=\"1993\"", "from=\"1993-02-30\"");
    replace(scratch.partner_text, "<summary source=\"page\"", "<summary source=\"pgae\"");
    scratch.write();
    const std::string found = scratch.found();
    for (const char* part : {"yeer", "club", "1993-02-30", "did you mean “page”?"}) {
        REQUIRE(found.find(part) != std::string::npos);
    }
}
