#include "catch.hpp"
#include "support/files.hpp"
#include "support/process.hpp"
#include "wording/wording.hpp"

using namespace rapporteur;
using namespace rapporteur::wording;

namespace {

const std::string folder = std::string(SOURCE_DIR) + "/styles/words";

Words words_in(const std::string& language) {
    Result<Words> words = Words::load(folder, language);
    if (!words) {
        FAIL(to_text(words.error()));
    }
    return std::move(*words);
}

std::string refusal_of(const std::string& what, const std::string& with) {
    const TemporaryFolder scratch = std::move(TemporaryFolder::create().value());
    std::string text = read_file(folder + "/en.xml").value();
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    REQUIRE(write_file(scratch.path() / "en.xml", text.replace(at, what.size(), with)));
    const Result<Words> words = Words::load(scratch.path(), "en");
    REQUIRE_FALSE(words);
    return words.error().message;
}

} // namespace

TEST_CASE("dates are as exact as they are known and written as the language writes them") {
    CHECK(words_in("en").date({2026, 11, 24}) == "24\u00A0November\u00A02026");
    CHECK(words_in("fr").date({2026, 11, 24}) == "24\u00A0novembre\u00A02026");
    CHECK(words_in("es").date({2026, 11, 24}) == "24\u00A0de\u00A0noviembre\u00A0de\u00A02026");
    CHECK(words_in("en").date({2012, 5, 0}) == "May 2012");
    CHECK(words_in("fr").date({1993, 0, 0}) == "1993");
}

TEST_CASE("lists and plurals follow the language") {
    CHECK(words_in("en").list({"host", "member", "founder"}) == "host, member and founder");
    CHECK(words_in("es").list({"padre", "hijo"}) == "padre e hijo");
    const Words french = words_in("fr");
    CHECK(french.fill("sources-facts", {"count", 1}, {{"date", "x"}}).find("Un énoncé s’y appuie") == 0);
    CHECK(french.fill("sources-facts", {"count", 7}, {{"date", "x"}}).find("7 énoncés s’y appuient") == 0);
}

TEST_CASE("terms sort as the language sorts them, accents after letters") {
    const Words spanish = words_in("es");
    CHECK(spanish.collation_key("nube") < spanish.collation_key("ñame"));
    CHECK(spanish.collation_key("ñame") < spanish.collation_key("oca"));
    const Words french = words_in("fr");
    CHECK(french.collation_key("état") < french.collation_key("étude"));
    CHECK(french.collation_key("eau") < french.collation_key("état"));
}

TEST_CASE("each language has every word, with the same places to fill") {
    for (const char* language : {"en", "fr", "es"}) {
        const Words words = words_in(language);
        CHECK(words.fill("role", {{"holder", "DCI"}}).find("DCI") != std::string::npos);
        CHECK(words.fill("checked-on", {{"date", "24/11"}}).find("24/11") != std::string::npos);
    }
}

TEST_CASE("a file of words that lacks one, has one too many, or a broken one is refused by name") {
    CHECK(refusal_of("<word id=\"index\">Index</word>", "") == "the word “index” is missing");
    CHECK(refusal_of("id=\"index\"", "id=\"indecks\"") == "the word “indecks” is one that the program doesn't use");
    CHECK(refusal_of(">Index<", ">{Index<") == "the word “index” is no message pattern");
}

TEST_CASE("a language without words is a matter of the command line") {
    const Result<Words> words = Words::load(folder, "tlh");
    REQUIRE_FALSE(words);
    CHECK(words.error().cause == Cause::command_line);
}
