// No note names a source for what it doesn't come from.

#include "small.hpp"

using namespace rapporteur;
using document::PartRole;

namespace {

std::string notes_of(const document::Document& document) {
    std::string notes;
    for (const document::Note& note : document.notes) {
        notes += outline_of(note.text) + "\n";
    }
    return notes;
}

const std::string accounts = "source=\"accounts\"";
const std::string letter = "source=\"letter\"";

} // namespace

TEST_CASE("a section whose facts share a source has one note, and those from elsewhere have their own") {
    Small small;
    small.partner = fact("summary", accounts, "One is here.") + fact("mandate", accounts, "It acts.") +
                    fact("mandate", letter, "It writes.");
    const document::Document report = small.report();
    CHECK(notes_of(report) == "Source of this section: *The accounts*.\nSource: *A letter*.\n");
    const std::string section = text_in(report, PartRole::partner);
    CHECK(says(section, "One is here.[^1]"));
    CHECK(says(section, "It acts.\n"));
    CHECK(says(section, "It writes.[^2]"));
}

TEST_CASE("the note of a section stands at the first fact that comes from its source") {
    Small small;
    small.partner = fact("summary", letter, "One is here.") + fact("mandate", accounts, "It acts.") +
                    fact("mandate", accounts, "It thinks.");
    const std::string section = text_in(small.report(), PartRole::partner);
    CHECK(says(section, "One is here.[^1]\n"));
    CHECK(says(section, "It acts.[^2]\n"));
    CHECK(says(section, "It thinks.\n"));
}

TEST_CASE("where a fact names no source, no note speaks for the section, and the fact says so") {
    Small small;
    small.partner = fact("summary", "", "One is here.") + fact("mandate", "", "It acts.") +
                    fact("nextStep", accounts, "It will pay.") + fact("nextStep", accounts, "It will count.");
    for (const document::Document& document : {small.report(), small.brief()}) {
        CHECK(notes_of(document) == "No source is named.\nSource: *The accounts*.\n");
        const std::string all = outline_of(document);
        CHECK(says(all, "One is here.[^1]"));
        CHECK(says(all, "It acts.[^1]"));
        CHECK(says(all, "It will pay.[^2]"));
        CHECK(says(all, "It will count.[^2]"));
    }
    CHECK(says(outline_of(small.report()),
               "2 statements of this report name no source; the others come from the sources"));
}

TEST_CASE("a section in which nothing names a source has no notes") {
    Small small;
    small.partner = fact("summary", "", "One is here.");
    CHECK(small.report().notes.empty());
    CHECK(small.brief().notes.empty());
    CHECK(says(outline_of(small.report()), "One statement of this report names no source"));
}

TEST_CASE("a relationship, a membership by groups and a quote have their own sources named") {
    Small small;
    small.partner = fact("summary", accounts, "One is here.") + fact("mandate", accounts, "It acts.") +
                    fact("mandate", accounts, "It thinks.") + fact("mandate", accounts, "It counts.") +
                    "<composition total=\"3\" " + letter + ">" + fact("group", "count=\"3\"", "Members") +
                    "</composition><relationship kinds=\"member\" " + letter + "/>" +
                    fact("quote", letter + " speaker=\"Somebody\" consent=\"2026\"", "So it was.");
    const document::Document report = small.report();
    CHECK(notes_of(report) == "Source of this section: *The accounts*.\nSource: *A letter*.\n");
    const std::string section = text_in(report, PartRole::partner);
    CHECK(says(section, "| Relationship | member[^2] |"));
    CHECK(says(section, "| Members[^2] | 3 |"));
    CHECK(says(section, "“So it was.” (Somebody)[^2]"));
}

TEST_CASE("a brief names sources of what it prints, and of nothing else") {
    Small small;
    small.partner = fact("summary", accounts, "One is here.") + fact("mandate", letter, "It writes.") +
                    fact("event", "date=\"1999\" " + letter, "Written to");
    const edition::Edition edition = small.edition("en", corpus::Audience::everyone);
    compose::BriefOptions options; // keeps nothing that may go
    const document::Document least =
        compose::brief(edition, edition.facts.partners.front(), Small::words("en"), options);
    CHECK(notes_of(least) == "Source, where no other is named: *The accounts*.\n");
    CHECK(says(text_in(small.brief(), PartRole::brief_card), "| Written to"));
    CHECK(notes_of(small.brief()).find("A letter") != std::string::npos);
}

TEST_CASE("what to say at a meeting needs no source") {
    Small small;
    small.partner = fact("summary", accounts, "One is here.") + fact("talkingPoint", "", "Thank them.");
    const document::Document brief = small.brief(corpus::Audience::internal);
    CHECK(notes_of(brief) == "Source, where no other is named: *The accounts*.\n");
    CHECK(says(outline_of(brief), "- Thank them.\n"));
}

TEST_CASE("a report without sources promises none") {
    corpus::Corpus facts = Small().load();
    facts.sources.clear();
    const edition::Edition edition = edition::make(std::move(facts), {"en", corpus::Audience::everyone, {}});
    const std::string report = outline_of(compose::annual_report(edition, Small::words("en"), {}));
    CHECK(says(report, "The statements of this report name no source."));
    CHECK_FALSE(says(report, "listed at its end"));
}
