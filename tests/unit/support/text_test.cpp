#include "catch.hpp"
#include "support/diagnostic.hpp"
#include "support/digest.hpp"
#include "support/utf8.hpp"

using namespace rapporteur;

TEST_CASE("digests are those of FIPS 180-4's examples") {
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("ill-formed UTF-8 is found where it begins") {
    CHECK(first_ill_formed("déjà vu 儿 \U0001F600") == std::string("déjà vu 儿 \U0001F600").size());
    CHECK(first_ill_formed("ab\xE9") == 2);
    CHECK(first_ill_formed("a\xC0\xAF") == 1);         // overlong
    CHECK(first_ill_formed("a\xED\xA0\x80") == 1);     // a surrogate
    CHECK(first_ill_formed("a\xF4\x90\x80\x80") == 1); // beyond U+10FFFF
    CHECK(first_ill_formed("a\xE2\x82") == 1);         // cut short
}

TEST_CASE("what would command a terminal is written out") {
    CHECK(printable("déjà 儿") == "déjà 儿");
    CHECK(printable("\x1B[31mred\nand\xFF\xC2\x9B") == "\\u{1b}[31mred\\u{a}and\\xFF\\u{9b}");
    CHECK(printable("a\u202Eb\u2066c") == "a\\u{202e}b\\u{2066}c");
    CHECK(printable_lines("a\n\tb\r\u009B") == "a\n\tb\\u{d}\\u{9b}");
    CHECK(printable_json("{\n\"a\": \"\u202E\u009B\"}") == "{\n\"a\": \"\\u202e\\u009b\"}");
}

TEST_CASE("a diagnostic prints as editors understand it") {
    Diagnostic diagnostic;
    diagnostic.place = place_in("partners/one.xml");
    diagnostic.place.line = 8;
    diagnostic.place.column = 3;
    diagnostic.message = "no such source";
    diagnostic.hint = "did you mean “page”?";
    CHECK(to_text(diagnostic) ==
          "partners/one.xml:8:3: error: no such source\npartners/one.xml:8:3: hint: did you mean “page”?\n");
    diagnostic.place = {};
    diagnostic.severity = Severity::warning;
    diagnostic.hint.clear();
    CHECK(to_text(diagnostic) == "rapporteur: warning: no such source\n");
}
