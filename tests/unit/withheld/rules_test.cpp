// What is a secret though no audience says so: what somebody agreed to later, and a total that would give a part away.

#include "planted.hpp"

using namespace rapporteur;
using corpus::Audience;

namespace {

// Whether a page with these words passes for these readers of a corpus that has these elements in its one partner.
bool passes(const std::string& words, Audience readers, const std::string& total, const std::string& partner) {
    const TemporaryFolder folder = TemporaryFolder::create().value();
    const std::filesystem::path corpus = folder.path() / "corpus.xml";
    const std::filesystem::path page = folder.path() / "page.html";
    REQUIRE(write_file(corpus, R"(<corpus xmlns="urn:rapporteur:corpus:1" id="sample" year="2026" date="2026-11-24"
  xml:lang="en" languages="en"><title><text xml:lang="en">Partnerships</text></title>)" +
                                   total +
                                   R"(<partners><partner id="one"><name><text xml:lang="en">One</text></name>)" +
                                   partner + "</partner></partners></corpus>"));
    REQUIRE(
        write_file(page, "<!DOCTYPE html><html><head><title>x</title></head><body><p>" + words + "</p></body></html>"));
    const Result<withheld::Secrets> secrets = withheld::Secrets::of({files_at({corpus}), {}}, readers, {});
    REQUIRE(secrets);
    return secrets->check(page).has_value();
}

std::string quote(const std::string& consent) {
    return R"(<quote speaker="Amina Quincetree" consent=")" + consent +
           R"("><text xml:lang="en">They came at night.</text></quote>)";
}

std::string funding(const std::string& amount, const std::string& audience) {
    return R"(<funding year="2026" currency="EUR" amount=")" + amount + R"(" audience=")" + audience + R"("/>)";
}

constexpr const char* total = R"(<fundingTotal year="2026" currency="EUR" amount="73250"/>)";

} // namespace

TEST_CASE("what was agreed to after the corpus's day is a secret, for the house too") {
    const Audience readers = GENERATE(Audience::everyone, Audience::donor, Audience::internal);
    CHECK(passes("They came at night.", readers, "", quote("2026-11-24")));
    CHECK(passes("They came at night.", readers, "", quote("2026")));
    CHECK_FALSE(passes("They came at night.", readers, "", quote("2026-11-25")));
    CHECK_FALSE(passes("by Amina Quincetree", readers, "", quote("2026-12")));
    CHECK_FALSE(passes("by Amina Quincetree", readers, "", quote("2031")));
}

TEST_CASE("a total of which a contribution is a secret is one too") {
    const std::string open = funding("25000", "public") + funding("48250", "public");
    const std::string partly = funding("25000", "public") + funding("48250", "internal");
    CHECK(passes("73,250", Audience::everyone, total, open));
    CHECK_FALSE(passes("73,250", Audience::everyone, total, partly));
    CHECK_FALSE(passes("73,250", Audience::donor, total, partly));
    CHECK(passes("73,250", Audience::internal, total, partly));
    CHECK(passes("25,000", Audience::everyone, total, partly));
}

TEST_CASE("what anybody can add up from what is shown is no secret, though it is written down in secret too") {
    const std::string open = funding("25000", "public") + funding("48250", "public");
    const std::string secret_total = R"(<fundingTotal year="2026" currency="EUR" amount="73250" audience="internal"/>)";
    CHECK(passes("73,250.00", Audience::everyone, secret_total, open));
    CHECK(passes("73,250", Audience::everyone, "", open + funding("73250", "internal")));
    CHECK(passes("73,250.00", Audience::everyone, "", open + funding("73250.00", "internal")));
    CHECK_FALSE(passes("98,250", Audience::everyone, "", open + funding("98250", "internal")));
    const std::string used = R"(<funding year="2025" currency="EUR" amount="60000"><use amount="10750.50"/></funding>)";
    CHECK(passes("49,249.50", Audience::everyone, "", used + funding("49249.5", "internal")));
    CHECK_FALSE(passes("49,250", Audience::everyone, "", used + funding("49250", "internal")));
}
