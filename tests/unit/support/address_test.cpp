#include "catch.hpp"
#include "support/address.hpp"

using namespace rapporteur;

TEST_CASE("what a URI may not hold is percent-encoded, what is a URI already stays") {
    const auto uri = [](const char* address) { return uri_of(address).value(); };
    CHECK(uri("https://www.example.org/a[b]?q=[1]") == "https://www.example.org/a%5Bb%5D?q=%5B1%5D");
    CHECK(uri("https://www.example.org/a|b{c}^d`e\\f") == "https://www.example.org/a%7Cb%7Bc%7D%5Ed%60e%5Cf");
    CHECK(uri("https://www.example.org/100%?q=%zz") == "https://www.example.org/100%25?q=%25zz");
    CHECK(uri("https://www.example.org/a%20b%C3%A9") == "https://www.example.org/a%20b%C3%A9");
    CHECK(uri("https://www.example.org/a#b#c?d") == "https://www.example.org/a#b%23c?d");
    CHECK(uri("https://www.example.org/é/中?q=é") == "https://www.example.org/%C3%A9/%E4%B8%AD?q=%C3%A9");
    CHECK(uri("https://example.org") == "https://example.org");
    CHECK(uri("http://me:pass@example.org:8080/~a/(b)'c*!$&+,;=:@") ==
          "http://me:pass@example.org:8080/~a/(b)'c*!$&+,;=:@");
    CHECK(uri("http://[2001:db8::1]:8080/a") == "http://[2001:db8::1]:8080/a");
    CHECK(uri("urn:isbn:9780000000002") == "urn:isbn:9780000000002");
    CHECK(uri("https://www.example.org/a b") == "https://www.example.org/a%20b");
}

TEST_CASE("a host in other letters becomes the name that is looked up") {
    CHECK(uri_of("https://bücher.example/").value() == "https://xn--bcher-kva.example/");
    CHECK(uri_of("https://права.example").has_value() == true);
    CHECK(uri_of("https://例え.jp/").value() == "https://xn--r8jz45g.jp/");
}

TEST_CASE("an address that leads nowhere is refused with what is wrong") {
    CHECK(uri_of("www.example.org").error() == "has no scheme, such as https:");
    CHECK(uri_of("https:///path").error() == "has no host, such as www.example.org");
    CHECK(uri_of("https://a..b/").error() == "has no host, such as www.example.org");
    CHECK(uri_of("https://a|b/").error() == "has “a|b” where a host's name is expected");
    CHECK(uri_of("https://example.org:80x/").error() == "has “80x” where a port's number is expected");
    CHECK(uri_of("https://example.org/a\u200Bb").error() == "has a character that nobody sees (U+200B)");
    CHECK(uri_of("https://example.org/a\u202Eb").error() == "has a character that nobody sees (U+202E)");
}

TEST_CASE("a mailbox keeps its own signs from meaning anything in an address") {
    CHECK(mailto_of("a.b+c@example.org").value() == "mailto:a.b+c@example.org");
    CHECK(mailto_of("a?b&c%d@example.org").value() == "mailto:a%3Fb%26c%25d@example.org");
    CHECK(mailto_of("élodie@bücher.example").value() == "mailto:%C3%A9lodie@xn--bcher-kva.example");
    CHECK_FALSE(mailto_of("@example.org"));
}
