// A report says what its corpus says: it accuses nobody of silence, marks what isn't translated, and a brief for donors
// has what donors are promised.

#include "small.hpp"

using namespace rapporteur;
using corpus::Audience;
using document::PartRole;

namespace {

const std::string source = "source=\"accounts\"";

std::string outcome(const std::string& values) {
    return "<outcome " + values + " " + source + "><indicator><text xml:lang=\"en\">Doors opened</text></indicator>" +
           fact("statement", "", "Doors were opened.") + "</outcome>";
}

std::string risk(const std::string& response) {
    return "<risk " + source + ">" + fact("statement", "", "The lamp may go out.") +
           (response.empty() ? "" : fact("response", "", response)) + "</risk>";
}

Small for_donors() {
    Small small;
    small.partner = fact("summary", source, "One is here.") + outcome("baseline=\"10\" target=\"40\" actual=\"35\"") +
                    "<funding year=\"2026\" amount=\"25000\" " + "currency=\"EUR\" audience=\"donor\" " + source + ">" +
                    fact("purpose", "", "Lamps") + fact("use", "amount=\"18500.50\"", "Oil") + "</funding>" +
                    risk("We keep matches.") +
                    fact("quote", source + " speaker=\"A. Reader\" consent=\"2026\"", "We read at night.");
    small.others = "<partner id=\"two\" kind=\"ngo\"><name><text xml:lang=\"en\">Two</text></name></partner>";
    return small;
}

const char* const untranslated = "remark: Pas encore traduit";

} // namespace

TEST_CASE("nobody is said to have given nothing, and no row is for what doesn't apply") {
    const std::string report = outline_of(for_donors().report(Audience::donor));
    CHECK_FALSE(says(report, "No contribution"));
    CHECK_FALSE(says(report, "| not reported |"));
    CHECK_FALSE(says(report, "not stated"));
    const std::string donors = text_in(for_donors().report(Audience::donor), PartRole::donor);
    CHECK(says(donors, "| <One #one> | 1 |"));
    CHECK_FALSE(says(donors, "#two"));
}

TEST_CASE("a column in which nothing stands is left out") {
    Small small;
    small.partner = outcome("target=\"40\" actual=\"35\"") +
                    "<funding year=\"2026\" amount=\"25000\" currency=\"EUR\" " + source + "/>" + risk("");
    const std::string section = text_in(small.report(), PartRole::partner);
    CHECK(says(section, "| Indicator | Target | Actual |"));
    CHECK(says(section, "Doors opened: target 40, actual 35"));
    CHECK(says(section, "| Risk |\n"));
    CHECK(says(section, "| Year | Amount |\n"));
    CHECK_FALSE(says(section, "not reported"));
    const std::string glance = text_in(small.report(), PartRole::glance);
    CHECK(says(glance, "| Partner |\n"));
    CHECK_FALSE(says(outline_of(small.report()), "not stated"));
}

TEST_CASE("what a target was set for and nothing is known of isn't reported") {
    Small small;
    small.partner = outcome("baseline=\"10\" target=\"40\"");
    CHECK(says(text_in(small.report(), PartRole::partner), "| 10 | 40 | not reported |"));
}

TEST_CASE("what uses don't account for is said of contributions that have uses with amounts alone") {
    const auto section = [](const std::string& uses) {
        Small small;
        small.partner = "<funding year=\"2026\" amount=\"100\" currency=\"EUR\" " + source + ">" + uses + "</funding>";
        return text_in(small.report(), PartRole::partner);
    };
    CHECK(says(section(fact("use", "amount=\"60\"", "Oil")), "Oil: ^EUR^\u00A060 / not reported: ^EUR^\u00A040"));
    CHECK_FALSE(says(section(fact("use", "", "Oil")), "not reported"));
    CHECK_FALSE(says(section(""), "not reported"));
}

TEST_CASE("a brief for donors has results, funding, risks and quotes, and a public one doesn't") {
    const std::string donors = outline_of(for_donors().brief(Audience::donor));
    CHECK(says(donors,
               "## Results #one-results\n- Doors were opened. (Doors opened: baseline 10, target 40, actual 35)"));
    CHECK(says(donors,
               "## Funding #one-funding\n- 2026: ^EUR^\u00A025,000, Lamps (Used for: Oil: ^EUR^\u00A018,500.50)"));
    CHECK(says(donors, "## Risks #one-risks\n- The lamp may go out. (What is done about it: We keep matches.)"));
    CHECK(says(donors, "## In their words #one-quotes\n“We read at night.” (A. Reader)"));
    const std::string open = outline_of(for_donors().brief(Audience::everyone));
    for (const char* word : {"Doors", "25,000", "Risks", "In their words"}) {
        CHECK_FALSE(says(open, word));
    }
}

TEST_CASE("what isn't translated is marked in every part, once") {
    Small small;
    small.frame = "<introduction>" + fact("statement", source, "Lamps matter.") +
                  fact("statement", source, "Oil matters.") + "</introduction><glossary><term>" +
                  fact("acronym", "", "OIL") + fact("meaning", "", "What burns") + "</term></glossary>";
    small.partner = "<relationship kinds=\"member\" from=\"1999\" " + source + ">" + fact("role", "", "Bearer") +
                    fact("obligation", "due=\"2027-01-31\" " + source, "Trim the wick") + "</relationship>" + risk("") +
                    fact("nextStep", source, "Buy oil.") + fact("event", "date=\"1998\" " + source, "Lit");
    const document::Document report = small.report(Audience::donor, "fr");
    for (const PartRole role :
         {PartRole::introduction, PartRole::timeline, PartRole::donor, PartRole::partner, PartRole::glossary}) {
        const std::string part = text_in(report, role);
        INFO(part);
        const std::size_t first = part.find(untranslated);
        CHECK(first != std::string::npos);
        CHECK(part.find(untranslated, first + 1) == std::string::npos);
    }
    std::string glance = text_in(report, PartRole::glance); // the partners, and what is due
    CHECK(std::count(glance.begin(), glance.end(), '#') >= 2);
    const std::size_t of_partners = glance.find(untranslated);
    REQUIRE(of_partners != std::string::npos);
    CHECK(glance.find(untranslated, of_partners + 1) != std::string::npos);
    CHECK(says(outline_of(small.brief(Audience::donor, "fr")), untranslated));
    CHECK_FALSE(says(outline_of(small.report(Audience::donor, "en")), "remark:"));
}

TEST_CASE("lists, tables and captions are marked where nothing else is untranslated") {
    for (const std::string& only :
         {"<relationship kinds=\"member\" " + source + ">" + fact("right", source, "Read") + "</relationship>",
          risk(""), outcome("target=\"4\""), fact("quote", source + " speaker=\"S.\" consent=\"2026\"", "So."),
          std::string("<document uri=\"https://www.example.org/\"><title><text "
                      "xml:lang=\"en\">Rules</text></title></document>"),
          "<composition total=\"3\" " + source + ">" + fact("group", "count=\"3\"", "Readers") + "</composition>"}) {
        Small small;
        small.partner = fact("summary", source, "Here.", "Ici.") + only;
        INFO(only);
        CHECK(says(text_in(small.report(Audience::everyone, "fr"), PartRole::partner), untranslated));
    }
}

TEST_CASE("a quote is printed once its speaker agreed, and in no edition before") {
    const auto with_consent = [](const char* day) {
        Small small;
        small.partner = fact("quote", source + " speaker=\"Amina\" consent=\"" + day + "\"", "They were there.");
        return small;
    };
    for (const Audience audience : {Audience::everyone, Audience::donor, Audience::internal}) {
        CHECK(says(outline_of(with_consent("2026-11-24").report(audience)), "They were there."));
        const Small early = with_consent("2026-11-25");
        CHECK_FALSE(says(outline_of(early.report(audience)), "They were there."));
        CHECK_FALSE(says(outline_of(early.brief(audience)), "They were there."));
        CHECK_FALSE(says(outline_of(early.report(audience)), "Amina"));
    }
}

TEST_CASE("keywords are the corpus's own, in the reader's language") {
    Small small;
    CHECK(small.report().metadata.subjects == std::vector<std::string>{"partnerships"});
    corpus::Corpus facts = small.load();
    corpus::Text subject;
    subject.versions = {{"en", {{corpus::SpanKind::plain, "lamps", {}}}, corpus::TranslationState::original, false, {}},
                        {"fr", {{corpus::SpanKind::plain, "lampes", {}}}, corpus::TranslationState::draft, false, {}}};
    facts.subjects.push_back(subject);
    const edition::Edition edition = edition::make(std::move(facts), {"fr", Audience::everyone, {}});
    CHECK(compose::annual_report(edition, Small::words("fr"), {}).metadata.subjects ==
          std::vector<std::string>{"partenariats", "lampes"});
}
