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

// Which of the no-break spaces stands in a number has changed between versions of the Unicode locale data.
std::string with_plain_spaces(std::string text) {
    for (const std::string space : {"\u00A0", "\u202F"}) {
        for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space)) {
            text.replace(at, space.size(), " ");
        }
    }
    return text;
}

constexpr const char* languages[] = {"en", "fr", "es", "ar", "ru", "zh"};

// What is said of a language's file in which one text is written for another.
Diagnostic refusal_in(const std::string& language, const std::string& what, const std::string& with) {
    const TemporaryFolder scratch = std::move(TemporaryFolder::create().value());
    REQUIRE(write_file(scratch.path() / "en.xml", read_file(folder + "/en.xml").value()));
    std::string text = read_file(folder + "/" + language + ".xml").value();
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    REQUIRE(write_file(scratch.path() / (language + ".xml"), text.replace(at, what.size(), with)));
    const Result<Words> words = Words::load(scratch.path(), language);
    REQUIRE_FALSE(words);
    CHECK_FALSE(check(scratch.path(), language).empty());
    return words.error();
}

std::string refusal_of(const std::string& what, const std::string& with) {
    return refusal_in("en", what, with).message;
}

} // namespace

TEST_CASE("a file's words are in the language of its name") {
    const Diagnostic copied = refusal_in("fr", "xml:lang=\"fr\"", "xml:lang=\"es\"");
    CHECK(copied.message == "the file's name says that its words are in “fr”, but its xml:lang is “es”");
    CHECK(copied.place.line == 4);
    CHECK(refusal_of(" xml:lang=\"en\"", "").find("its xml:lang is “”") != std::string::npos);
}

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
    CHECK(french.fill("sources-facts", {"count", 1}, {}) == "Un énoncé s’y appuie");
    CHECK(french.fill("sources-facts", {"count", 7}, {}) == "7 énoncés s’y appuient");
}

TEST_CASE("plurals take every form that a language has") {
    const Words arabic = words_in("ar");
    const auto statements = [&](const Words& words, int count) {
        return words.fill("sources-facts", {"count", count}, {});
    };
    CHECK(statements(arabic, 0) == "لا يستند إليه أي بيان");
    CHECK(statements(arabic, 1) == "يستند إليه بيان واحد");
    CHECK(statements(arabic, 2) == "يستند إليه بيانان");
    CHECK(statements(arabic, 5) == "تستند إليه ٥ بيانات");
    CHECK(statements(arabic, 11) == "يستند إليه ١١ بيانًا");
    CHECK(statements(arabic, 100) == "يستند إليه ١٠٠ بيان");
    const Words russian = words_in("ru");
    CHECK(statements(russian, 1) == "На нём основано 1 утверждение");
    CHECK(statements(russian, 3) == "На нём основаны 3 утверждения");
    CHECK(statements(russian, 5) == "На нём основано 5 утверждений");
    CHECK(statements(russian, 21) == "На нём основано 21 утверждение");
    CHECK(statements(words_in("zh"), 7) == "有7项陈述以此为据");
}

TEST_CASE("numbers, money and dates are written as the language writes them") {
    CHECK(with_plain_spaces(words_in("en").number(12500)) == "12,500");
    CHECK(with_plain_spaces(words_in("fr").number(12500)) == "12 500");
    CHECK(with_plain_spaces(words_in("es").decimal("91750.25")) == "91.750,25");
    CHECK(with_plain_spaces(words_in("ru").decimal("91750.25")) == "91 750,25");
    CHECK(with_plain_spaces(words_in("ar").decimal("91750.25")) == "٩١٬٧٥٠٫٢٥");
    CHECK(with_plain_spaces(words_in("zh").decimal("800.00")) == "800.00");
    CHECK(with_plain_spaces(words_in("fr").percent("12.5")) == "12,5 %");
    CHECK(with_plain_spaces(words_in("en").money("1250.50", "EUR")) == "EUR 1,250.50");
    CHECK(with_plain_spaces(words_in("fr").money("1250", "CHF")) == "1 250 CHF");
    CHECK(words_in("ar").year(2026) == "٢٠٢٦");
    CHECK(with_plain_spaces(words_in("ar").date({2026, 11, 24})) == "٢٤ نوفمبر ٢٠٢٦");
    CHECK(with_plain_spaces(words_in("ru").date({2026, 11, 24})) == "24 ноября 2026 г.");
    CHECK(with_plain_spaces(words_in("zh").date({2026, 11, 24})) == "2026年11月24日");
    CHECK(words_in("ar").digits() == "٠١٢٣٤٥٦٧٨٩");
    CHECK(words_in("ar").runs_right_to_left());
    CHECK_FALSE(words_in("zh").runs_right_to_left());
}

TEST_CASE("lists, rows and sentences are joined and closed as the language does") {
    CHECK(words_in("ar").row({"أ", "ب"}) == "أ، ب");
    CHECK(words_in("ar").strong_row({"أ", "ب"}) == "أ؛ ب");
    CHECK(words_in("zh").row({"甲", "乙"}) == "甲，乙");
    CHECK(words_in("zh").list({"甲", "乙", "丙"}) == "甲、乙和丙");
    CHECK(words_in("ru").closed("24 ноября 2026 г.") == "24 ноября 2026 г.");
    CHECK(words_in("zh").closed("已核对") == "已核对。");
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
    for (const char* language : languages) {
        INFO(language);
        CHECK(check(folder, language).empty());
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

TEST_CASE("a translation that lacks a plural form or a place is refused, with its line") {
    const Diagnostic form = refusal_in("ar", "few {كل # سنوات} ", "");
    CHECK(form.message == "the word “every-years” lacks the plural form “few”, which this language has");
    CHECK(form.place.line > 1);
    CHECK(refusal_in("ru", "few {каждые # года} ", "").message.find("lacks the plural form “few”") !=
          std::string::npos);
    CHECK(refusal_in("fr", "Rôle de {holder}", "Rôle de {titulaire}").message ==
          "the word “role” has a place “titulaire” that nothing fills");
    CHECK(refusal_in("zh", "截至{date}。", "截至今日。").message == "the word “state-of” lacks the place “date”");
}

TEST_CASE("a language without words is a matter of the command line") {
    const Result<Words> words = Words::load(folder, "tlh");
    REQUIRE_FALSE(words);
    CHECK(words.error().cause == Cause::command_line);
}
