// What a reader's edition keeps of a corpus is a good corpus itself: `check` finds nothing in it that it didn't find in
// the whole one. It travels in every PDF, and verify, explain and diff read it.

#include "catch.hpp"
#include "edition/edition.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <regex>

using namespace rapporteur;
using corpus::Audience;

namespace fs = std::filesystem;

namespace {

const fs::path house = SOURCE_DIR;
const std::vector<fs::path> samples = {
    house / "sources/dci",           house / "sources/sample/2025",      house / "sources/sample/2026",
    house / "tests/corpora/lantern", house / "tests/corpora/years/2026", house / "tests/corpora/years/2027"};

using Change = std::function<std::string(const std::string& xml)>;

std::string as_it_is(const std::string& xml) {
    return xml;
}

// Gives every element of this name an audience of its own.
Change all_withheld(const std::string& name, const std::string& audience) {
    return [=](const std::string& xml) {
        const std::regex said("(<" + name + "\\b[^>]*?) audience=\"[a-z]+\"");
        const std::regex element("<" + name + "(?=[ >])");
        return std::regex_replace(std::regex_replace(xml, said, "$1"), element,
                                  "<" + name + " audience=\"" + audience + "\"");
    };
}

// The same of one alone: the `at`-th of a file.
Change one_withheld(const std::string& name, std::size_t at) {
    return [=](const std::string& xml) {
        const std::regex element("<" + name + "(?=[ >])[^>]*>");
        auto found = std::sregex_iterator(xml.begin(), xml.end(), element);
        for (std::size_t skipped = 0; skipped < at && found != std::sregex_iterator(); ++skipped) {
            ++found;
        }
        if (found == std::sregex_iterator()) {
            return xml;
        }
        const auto start = static_cast<std::size_t>(found->position());
        const std::string only = all_withheld(name, "internal")(found->str());
        return xml.substr(0, start) + only + xml.substr(start + static_cast<std::size_t>(found->length()));
    };
}

std::string agreed_later(const std::string& xml) {
    return std::regex_replace(xml, std::regex("consent=\"[0-9-]+\""), "consent=\"2999-01-01\"");
}

void copy_pictures(const fs::path& from, const fs::path& to) {
    if (fs::exists(from / "photos")) {
        fs::copy(from / "photos", to / "photos", fs::copy_options::recursive);
    }
}

void copy(const fs::path& from, const fs::path& to, const Change& change) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(from)) {
        if (entry.is_regular_file() && entry.path().extension() == ".xml") {
            const fs::path file = to / entry.path().lexically_relative(from);
            fs::create_directories(file.parent_path());
            REQUIRE(write_file(file, change(read_file(entry.path()).value())));
        }
    }
    copy_pictures(from, to);
}

corpus::Loaded load(const fs::path& folder) {
    corpus::Loaded loaded = corpus::load(folder / "corpus.xml", house / "schema/corpus.xsd");
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
        UNSCOPED_INFO(to_text(diagnostic));
    }
    REQUIRE(loaded.corpus);
    return loaded;
}

// Every word and who may read it, in the order of reading.
std::vector<std::string> said_in(const edition::Edition& edition) {
    std::vector<std::string> said;
    corpus::for_each_version(edition.facts, [&](const corpus::Version& version) {
        said.push_back(version.language + ": " + words_of(version));
    });
    for (const corpus::Source& source : edition.facts.sources) {
        said.push_back(source.id);
    }
    for (const corpus::FundingTotal& total : edition.facts.funding_totals) {
        said.push_back(fmt::format("{} {}", total.year, total.amount.thousandths));
    }
    return said;
}

std::size_t is_good_again(const fs::path& folder, const edition::Reader& reader) {
    corpus::Loaded whole = load(folder);
    const std::size_t warnings = whole.found.warnings;
    const edition::Edition decided = edition::make(*whole.corpus, reader);
    const edition::Edition edition = edition::for_publication(std::move(*whole.corpus), reader).value();
    CHECK(said_in(edition) == said_in(decided));
    const TemporaryFolder kept = TemporaryFolder::create().value();
    for (const corpus::File& file : edition.facts.files) {
        const fs::path to = kept.path() / file.path.lexically_relative(folder);
        fs::create_directories(to.parent_path());
        REQUIRE(write_file(to, *file.bytes));
    }
    copy_pictures(folder, kept.path());
    const corpus::Loaded again = load(kept.path());
    CHECK(again.found.errors == 0);
    CHECK(again.found.warnings <= warnings);
    CHECK(again.corpus->funding_totals.size() == edition.facts.funding_totals.size());
    CHECK(again.corpus->sources.size() == edition.facts.sources.size());
    CHECK(again.corpus->partners.size() == edition.facts.partners.size());
    const edition::Edition of_it = edition::for_publication(*again.corpus, reader).value();
    CHECK_FALSE(of_it.withholds); // nothing is left in it to withhold
    CHECK(of_it.facts.digest == edition.facts.digest);
    for (const corpus::File& file : of_it.facts.files) {
        CHECK(*file.bytes == read_file(file.path).value());
    }
    return edition.facts.funding_totals.size();
}

std::size_t is_good_again(const fs::path& folder, const Change& change, Audience audience) {
    const TemporaryFolder changed = TemporaryFolder::create().value();
    copy(folder, changed.path(), change);
    return is_good_again(changed.path(), {"en", audience, {}});
}

constexpr const char* with_total = R"(<corpus xmlns="urn:rapporteur:corpus:1" id="sample" year="2026" date="2026-11-24"
    xml:lang="en" languages="en">
  <title><text xml:lang="en">Title</text></title>
  <holder id="holder"><name><text xml:lang="en">Holder</text></name></holder>
  <sources><source id="page" language="en"><title><text xml:lang="en">A page</text></title></source></sources>
  <fundingTotal year="2026" amount="73250" currency="EUR" source="page" audience="{}"/>
  <partners>
    <partner id="one"><name><text xml:lang="en">One</text></name>
      <funding year="2026" amount="25000" currency="EUR" source="page" audience="{}"/></partner>
    <partner id="two"><name><text xml:lang="en">Two</text></name>
      <funding year="2026" amount="48250" currency="EUR" source="page" audience="{}"/></partner>
  </partners>
</corpus>
)";

std::size_t totals_shown(const char* total, const char* one, const char* two, Audience reader) {
    const TemporaryFolder folder = TemporaryFolder::create().value();
    REQUIRE(write_file(folder.path() / "corpus.xml", fmt::format(with_total, total, one, two)));
    return is_good_again(folder.path(), {"en", reader, {}});
}

} // namespace

TEST_CASE("every edition of every sample is a good corpus, for each audience in each language") {
    const fs::path& folder = GENERATE(from_range(samples));
    const Audience audience = GENERATE(Audience::everyone, Audience::donor, Audience::internal);
    INFO(folder.string());
    const corpus::Loaded whole = load(folder); // kept while its languages are walked
    for (const std::string& language : whole.corpus->languages) {
        is_good_again(folder, {language, audience, {}});
    }
}

TEST_CASE("an edition of some partners alone is a good corpus") {
    const fs::path& folder = GENERATE(from_range(samples));
    const corpus::Loaded all = load(folder);
    for (const corpus::Partner& partner : all.corpus->partners) {
        INFO(partner.id);
        is_good_again(folder, {"en", Audience::donor, {partner.id}});
    }
}

TEST_CASE("an edition is a good corpus whatever kind of fact is withheld") {
    const fs::path& folder = GENERATE(from_range(samples));
    INFO(folder.string());
    for (const char* name : {"summary", "mandate", "composition", "relationship", "description", "right", "obligation",
                             "engagement", "outcome", "funding", "fundingTotal", "risk", "nextStep", "talkingPoint",
                             "quote", "event", "contact", "term"}) {
        INFO(name);
        for (const char* audience : {"donor", "internal"}) {
            is_good_again(folder, all_withheld(name, audience), Audience::everyone);
        }
    }
    is_good_again(folder, agreed_later, Audience::internal);
    is_good_again(folder, agreed_later, Audience::everyone);
}

TEST_CASE("one contribution withheld takes the total of its year with it, and no other") {
    const fs::path folder = house / "sources/sample/2026";
    const std::size_t all = is_good_again(folder, as_it_is, Audience::donor);
    CHECK(all > 0);
    CHECK(is_good_again(folder, one_withheld("funding", 0), Audience::donor) < all);
    CHECK(is_good_again(folder, as_it_is, Audience::internal) == all);
}

TEST_CASE("who may not see all of its parts isn't shown a total") {
    CHECK(totals_shown("public", "public", "public", Audience::everyone) == 1);
    CHECK(totals_shown("public", "public", "internal", Audience::everyone) == 0);
    CHECK(totals_shown("public", "donor", "donor", Audience::everyone) == 0);
    CHECK(totals_shown("public", "donor", "donor", Audience::donor) == 1);
    CHECK(totals_shown("donor", "donor", "internal", Audience::donor) == 0);
    CHECK(totals_shown("donor", "donor", "internal", Audience::internal) == 1);
    CHECK(totals_shown("donor", "public", "public", Audience::everyone) == 0);
}

TEST_CASE("a list of which only remarks are left goes with them") {
    const TemporaryFolder folder = TemporaryFolder::create().value();
    std::string text = fmt::format(with_total, "public", "public", "public");
    const std::string total = "  <fundingTotal";
    text.insert(text.find(total), "  <glossary>\n    <!-- before --><term audience=\"internal\" source=\"page\">"
                                  "<acronym><text xml:lang=\"en\">A</text></acronym><meaning><text xml:lang=\"en\">"
                                  "B</text></meaning></term><!-- after -->\n  </glossary>\n");
    REQUIRE(write_file(folder.path() / "corpus.xml", text));
    is_good_again(folder.path(), {"en", Audience::everyone, {}});
}

TEST_CASE("where a schema lies on somebody's machine is for those who keep the corpus") {
    const TemporaryFolder folder = TemporaryFolder::create().value();
    std::string text = fmt::format(with_total, "public", "public", "public");
    text.insert(text.find(" id="),
                " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                "xsi:schemaLocation=\"urn:rapporteur:corpus:1 file:///C:/Users/somebody/corpus.xsd\"");
    const fs::path file = folder.path() / "corpus.xml";
    REQUIRE(write_file(file, text));
    const auto is_said = [&](Audience audience) {
        const edition::Edition edition =
            edition::for_publication(*load(folder.path()).corpus, {"en", audience, {}}).value();
        return edition.facts.files.front().bytes->find("somebody") != std::string::npos;
    };
    CHECK_FALSE(is_said(Audience::everyone));
    CHECK_FALSE(is_said(Audience::donor));
    CHECK(is_said(Audience::internal));
    is_good_again(folder.path(), {"en", Audience::everyone, {}});
}
