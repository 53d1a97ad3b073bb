#include "catch.hpp"
#include "typeset/hyphenator.hpp"
#include "typeset/typeset.hpp"

#include <filesystem>

using namespace rapporteur::typeset;

namespace {

std::string divided(Hyphenator& hyphenator, std::string word, const std::string& language) {
    const std::vector<std::uint16_t> divisions = hyphenator.divisions(word, language);
    for (auto at = divisions.rbegin(); at != divisions.rend(); ++at) {
        word.insert(*at, "-");
    }
    return word;
}

} // namespace

TEST_CASE("words are divided by the patterns of their own language") {
    Hyphenator hyphenator;
    REQUIRE(divided(hyphenator, "consultative", "en") == "con-sultat-ive");
    REQUIRE(divided(hyphenator, "consultatif", "fr") == "consul-ta-tif");
    REQUIRE(divided(hyphenator, "consultivo", "es") == "con-sul-tivo");
    REQUIRE(divided(hyphenator, "организация", "ru") == "орга-ни-за-ция");
}

TEST_CASE("a language whose patterns aren't installed has a package to install, where Debian has one") {
    CHECK(missing_hyphenation("fr").empty());
    CHECK(missing_hyphenation("en-GB").empty());
    CHECK(missing_hyphenation("ar").empty()); // its words aren't divided
    const bool is_there = std::filesystem::exists("/usr/share/hyphen/hyph_pt_PT.dic");
    CHECK(missing_hyphenation("pt") == (is_there ? "" : "hyphen-pt-pt"));
}

TEST_CASE("accented letters keep their bytes together") {
    Hyphenator hyphenator;
    REQUIRE(divided(hyphenator, "développement", "fr") == "dé-ve-lop-pe-ment");
    REQUIRE(divided(hyphenator, "organización", "es") == "or-ga-ni-za-ción");
}

TEST_CASE("a word keeps two letters before a division and three after") {
    Hyphenator hyphenator;
    for (const char* word : {"about", "ideas", "every", "only", "article", "negotiation"}) {
        const std::string text = word;
        for (const std::uint16_t division : hyphenator.divisions(text, "en")) {
            REQUIRE(division >= 2);
            REQUIRE(text.size() - division >= 3);
        }
    }
}

TEST_CASE("a language without patterns divides nothing") {
    Hyphenator hyphenator;
    REQUIRE(hyphenator.divisions("palabra", "qaa").empty());
}
