#include "compose/compose.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include "catch.hpp"
#include "outline.hpp"

#include <fmt/format.h>

using namespace rapporteur;

namespace {

const std::string root = SOURCE_DIR;

constexpr const char* corpus_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" id="tried" year="2026" date="2026-11-24" xml:lang="en" languages="en">
  <title><text xml:lang="en">Re\u00ADports tried</text></title>
  <holder id="holder"><name><text xml:lang="en">Holder of tests</text></name></holder>
  <sources><source id="page" language="en"><title><text xml:lang="en">A page</text></title></source></sources>
  <partners>
    <partner id="first" kind="ngo">
      <name><text xml:lang="en">Har\u00ADbour Saints</text></name><acronym><text xml:lang="en">H\u00ADS</text></acronym>
      <summary source="page"><text xml:lang="en">A summary.</text></summary>
    </partner>
    <partner id="second" kind="ngo">
      <name><text xml:lang="en">Second</text></name>
      <summary source="page"><text xml:lang="en">{}</text></summary>
    </partner>
  </partners>
</corpus>
)";

// The report of a corpus whose second partner's summary is `summary`.
document::Document report_with(const std::string& summary) {
    const TemporaryFolder folder = TemporaryFolder::create().value();
    const std::filesystem::path file = folder.path() / "corpus.xml";
    std::string text = corpus_text;
    for (std::size_t at = text.find("\\u00AD"); at != std::string::npos; at = text.find("\\u00AD")) {
        text.replace(at, 6, "\u00AD");
    }
    text.replace(text.find("{}"), 2, summary);
    REQUIRE(write_file(file, text));
    corpus::Loaded loaded = corpus::load(file, root + "/schema/corpus.xsd");
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
        UNSCOPED_INFO(to_text(diagnostic));
    }
    REQUIRE(loaded.corpus);
    const edition::Edition edition = edition::make(std::move(*loaded.corpus), {"en", corpus::Audience::everyone, {}});
    const Result<wording::Words> words = wording::Words::load(root + "/styles/words", "en");
    REQUIRE(words);
    return compose::annual_report(edition, *words, {});
}

// Whether the index finds Harbour Saints in the summary of the second partner.
bool finds_term_in(const std::string& summary) {
    const document::Document report = report_with(summary);
    const document::Part* index = part_of(report, document::PartRole::index);
    REQUIRE(index != nullptr);
    for (const document::Block& block : index->blocks) {
        if (const auto* entries = std::get_if<document::Index>(&block)) {
            for (const document::IndexEntry& entry : entries->entries) {
                const bool is_first = words_of(entry.term).find("Harbour Saints") != std::string::npos;
                if (is_first &&
                    std::find(entry.targets.begin(), entry.targets.end(), "second") != entry.targets.end()) {
                    return true;
                }
            }
        }
    }
    return false;
}

// The acronyms of the second partner's summary.
std::string acronyms_in(const std::string& summary) {
    std::string found;
    const document::Document report = report_with(summary);
    for (const document::Part& part : report.parts) {
        for (const document::Block& block : part.blocks) {
            const auto* text = std::get_if<document::Paragraph>(&block);
            if (part.id == "second" && text != nullptr && text->role == document::ParagraphRole::lead) {
                for (const document::Inline& item : text->text) {
                    const auto* words = std::get_if<document::Text>(&item);
                    if (words != nullptr && words->role == document::TextRole::acronym) {
                        found += (found.empty() ? "" : " ") + words->text;
                    }
                }
            }
        }
    }
    return found;
}

} // namespace

TEST_CASE("the index finds a term whatever punctuation stands beside it") {
    for (const char* text : {"HS", "of HS.", "“HS” said", "HS—the house", "the house—HS", "HS… and", "HS،", "HS’s",
                             "l’HS", "«HS»", "(HS)", "HS/UN", "HS。", "HSs met", "Harbour Saints", "“Harbour Saints”",
                             "H\u00ADS", "Har\u00ADbour Saints", "Harbour\n   Saints"}) {
        INFO(text);
        CHECK(finds_term_in(text));
    }
    for (const char* text : {"HSE", "OHS", "ÉHS", "HSé", "Harbour Saintship", "hs", "Harbour", "HSss"}) {
        INFO(text);
        CHECK_FALSE(finds_term_in(text));
    }
}

TEST_CASE("an acronym is a whole word of capitals, of any Latin letters") {
    CHECK(acronyms_in("The ÖBB, İHD, DİSK and ŽIK; UNESCO, NGOs and HS’s.") == "ÖBB İHD DİSK ŽIK UNESCO NGO HS");
    CHECK(acronyms_in("“HS”—NGO…UN، (ILO)") == "HS NGO UN ILO");
    CHECK(acronyms_in("وPDF وHTML، 资助NGO网络") == "PDF HTML NGO");
    CHECK(acronyms_in("A, I, McDONALD, ÉCOLEs’ 3D SDG16 iOS Éa ÉA1") == "ÉCOLE");
    CHECK(acronyms_in("www.UNICEF.org, A/RES/44/25 and ABCDEF.pdf") == "");
    CHECK(acronyms_in("OSCE/ODIHR and COVID-19") == "OSCE ODIHR COVID");
}

TEST_CASE("titles, identifiers and what a format prints by itself are without soft hyphens") {
    const document::Document report = report_with("A summary.");
    CHECK(report.metadata.title == "Reports tried");
    for (const document::Organisation& organisation : report.metadata.organisations) {
        CHECK(organisation.name.find("\u00AD") == std::string::npos);
        CHECK(organisation.acronym.find("\u00AD") == std::string::npos);
    }
    bool found = false;
    for (const document::Part& part : report.parts) {
        const auto* heading = part.blocks.empty() ? nullptr : std::get_if<document::Heading>(&part.blocks.front());
        if (part.id == "first" && heading != nullptr) {
            found = true;
            CHECK(heading->running == "HS");
            CHECK(words_of(heading->text) == "Harbour Saints (HS)");
            CHECK(outline_of(heading->text).find("Har\u00ADbour") != std::string::npos); // a line may break there
        }
    }
    CHECK(found);
}
