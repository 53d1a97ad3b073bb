#include "catch.hpp"
#include "fonts/fonts.hpp"

using namespace rapporteur;

TEST_CASE("a family is found by name, weight and slope") {
    fonts::FontBook book;
    const Result<fonts::FaceId> italic = book.open({"EB Garamond 12", 400, true});
    REQUIRE(italic);
    REQUIRE(book.face(*italic).italic);
    REQUIRE(book.face(*italic).path.find("Italic") != std::string::npos);
    const Result<fonts::FaceId> bold = book.open({"Inter", 700, false});
    REQUIRE(bold);
    REQUIRE(book.face(*bold).weight == 700);
}

TEST_CASE("a face opened twice is one face") {
    fonts::FontBook book;
    REQUIRE(book.open({"Inter", 400, false}).value() == book.open({"Inter", 400, false}).value());
    REQUIRE(book.size() == 1);
}

TEST_CASE("a family that isn't installed is an error that names the package") {
    fonts::FontBook book;
    const Result<fonts::FaceId> missing = book.open({"Noto Serif Tibetan Nowhere", 400, false});
    REQUIRE_FALSE(missing);
    REQUIRE(missing.error().cause == Cause::surroundings);
    REQUIRE(missing.error().hint.find("fonts-noto-core") != std::string::npos);
}

TEST_CASE("characters of many scripts have a face, and one of nobody's has none") {
    fonts::FontBook book;
    const fonts::FaceId like = book.open({"EB Garamond 12", 400, false}).value();
    for (const char32_t character : {U'ж', U'ع', U'儿', U'ก', U'א', U'अ'}) {
        const std::optional<fonts::FaceId> face = book.covering(character, "en", like).value();
        REQUIRE(face);
        REQUIRE(book.face(*face).glyph_of(character));
    }
    REQUIRE_FALSE(book.covering(U'\U0010FFFD', "en", like).value());
}

TEST_CASE("Han characters are drawn as readers of the language write them") {
    fonts::FontBook book;
    const fonts::FaceId like = book.open({"EB Garamond 12", 400, false}).value();
    const auto family = [&](const std::string& language) {
        return book.face(book.covering(U'骨', language, like).value().value()).family;
    };
    REQUIRE(family("ja").find("JP") != std::string::npos);
    REQUIRE(family("zh").find("SC") != std::string::npos);
    REQUIRE(family("ko").find("KR") != std::string::npos);
}
