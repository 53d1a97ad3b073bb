#include "catch.hpp"
#include "support/plain_text.hpp"
#include "support/unbroken.hpp"
#include "support/utf8.hpp"

#include <string>
#include <vector>

using namespace rapporteur;

namespace {

// The text with | where its first address may be broken.
std::string broken(const std::string& text) {
    const std::optional<TextRange> address = address_from(text, 0);
    if (!address) {
        return "none";
    }
    std::string out = text.substr(0, address->begin);
    for (std::size_t at = address->begin; at < address->end;) {
        const std::size_t next = joint_after(text, *address, at);
        out += text.substr(at, next - at) + (next < address->end ? "|" : "");
        at = next;
    }
    return out + text.substr(address->end);
}

} // namespace

TEST_CASE("addresses and file names are known and break at their own marks alone") {
    CHECK(broken("partnerships.secretariat@international-example.org,") ==
          "partnerships|.secretariat@|international|-example|.org,");
    CHECK(broken("(https://www.example.org/a_b?page=12&lang=en).") ==
          "(https://|www|.example|.org/a_b?page=|12&|lang=|en).");
    CHECK(broken("AnnualReport_2026.pdf") == "AnnualReport|_2026|.pdf");
    CHECK(broken("“www.example.org”") == "“www|.example|.org”");
    CHECK(broken("types.ABCDEF") == "types|.ABCDEF");
    CHECK(broken("urn:uuid:53942463-fed3-875d") == "urn:|uuid:|53942463|-fed3|-875d");
    CHECK(broken("#ChildRights") == "#ChildRights");
    CHECK(broken("@name") == "@name");
    CHECK(broken("info@example.org今天") == "info@|example|.org今天");
    for (const char* word : {"word", "e.g.", "N.B.", "U.S.-based", "1,250.50", "10.5", "and/or", "24/7", "A/RES/44/25",
                             "e-mail", "C++", "#37", "l’homme", "end.", "12.30.", ".NET", "No.", "Mr."}) {
        CHECK(broken(word) == "none");
    }
}

TEST_CASE("short pieces stay together where the rules for all texts would break them") {
    const auto holds = [](const std::string& left, const std::string& right) {
        return holds_together(left + right, left.size());
    };
    CHECK(holds("e-", "mail"));
    CHECK(holds("C+", "+"));
    CHECK(holds("A/", "B"));
    CHECK(holds("vis-", "à-vis"));
    CHECK(holds("vis-à-", "vis"));
    CHECK(holds("A/", "RES/44/25"));
    CHECK(holds("e\u2010", "mail"));
    CHECK(holds("2015–", "2023"));
    CHECK(holds("٢٠١٥–", "٢٠٢٣"));
    CHECK_FALSE(holds("north–", "south"));
    CHECK_FALSE(holds("and/", "or"));
    CHECK_FALSE(holds("self-", "determination"));
    CHECK_FALSE(holds("mother-in-", "law"));
    CHECK_FALSE(holds("élève-", "été"));
    CHECK_FALSE(holds("one ", "two"));
}

TEST_CASE("a number stays with its sign") {
    const auto holds = [](const std::string& left, const std::string& right) {
        return holds_together(left + right, left.size());
    };
    CHECK(holds("see § ", "5"));
    CHECK(holds("No ", "5"));
    CHECK(holds("(No. ", "5)"));
    CHECK(holds("p. ", "14"));
    CHECK(holds("n° ", "5"));
    CHECK(holds("10 ", "%"));
    CHECK(holds("+41 ", "22 734 05 58"));
    CHECK(holds("call +41 22 734 05 ", "58"));
    CHECK_FALSE(holds("41 ", "22"));
    CHECK_FALSE(holds("No ", "one"));
    CHECK_FALSE(holds("in 2026 ", "12"));
    CHECK_FALSE(holds("casino ", "5"));
}

TEST_CASE("a text is cut in stretches for those who break lines by other rules") {
    const std::string text = "Write an e-mail to info@example.org, see § 5 and C++ or and/or.";
    std::vector<std::string> kept;
    for (std::size_t at = 0; at < text.size();) {
        const Stretch stretch = stretch_from(text, at);
        if (stretch.breaking != Breaking::as_usual) {
            kept.push_back(text.substr(at, stretch.end - at));
        }
        at = std::max(stretch.end, at + 1);
    }
    CHECK(kept == std::vector<std::string>{"e-mail", "info@example.org,", "§ 5", "C++"});
}

TEST_CASE("plain text is without marks for breaking lines, and otherwise as it was") {
    CHECK(plain_text("Part\u00ADner\u200Bships\u2060 \uFEFFdéjà «儿» ·") == "Partnerships déjà «儿» ·");
    CHECK(break_mark_at("a\u00ADb", 1)->kind == BreakMarkKind::hyphen);
    CHECK(break_mark_at("\u200B", 0)->kind == BreakMarkKind::space);
    CHECK(break_mark_at("\u2060", 0)->kind == BreakMarkKind::joiner);
    CHECK_FALSE(break_mark_at("\u200D", 0));
    CHECK_FALSE(break_mark_at("\u00AC", 0));
}

TEST_CASE("figures and characters are counted in any script") {
    CHECK(has_figure("١١ فبراير"));
    CHECK(has_figure("第３页"));
    CHECK_FALSE(has_figure("فبراير"));
    CHECK(count_characters("١١ فبراير") == 9);
}

TEST_CASE("browsers learn that a range of figures stays whole") {
    CHECK(stretch_from("2015–2023", 0).breaking == Breaking::never);
    CHECK(stretch_from("north–south", 0).breaking == Breaking::as_usual);
    CHECK(stretch_from("EUR\u00A02015–2023", 0).breaking == Breaking::never);
    CHECK(stretch_from("1\u00A0April\u00A02024–31\u00A0March\u00A02028", 0).breaking == Breaking::as_usual);
}
