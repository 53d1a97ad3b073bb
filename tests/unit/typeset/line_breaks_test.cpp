#include "catch.hpp"
#include "typeset/line_breaks.hpp"

using namespace rapporteur::typeset;

namespace {

std::string broken(const std::string& text, const std::string& language = "en") {
    LineBreaks breaks(language);
    breaks.set(text);
    std::string out;
    for (std::uint32_t at = 0; at < text.size();) {
        const std::uint32_t next = breaks.after(at).at;
        REQUIRE(next > at);
        out += text.substr(at, next - at) + (next < text.size() ? "|" : "");
        at = next;
    }
    return out;
}

} // namespace

TEST_CASE("an address breaks at its own marks, and the words around it where they always did") {
    CHECK(broken("Write to info@international-example.org, or not.") ==
          "Write |to |info@|international|-example|.org, |or |not.");
    CHECK(broken("See https://example.org/reports/2026 – now") == "See |https://|example|.org/|reports/|2026 |– |now");
    CHECK(broken("写信给info@example.org。谢谢", "zh") == "写|信|给|info@|example|.org。|谢|谢");
}

TEST_CASE("short pieces and numbers aren't divided, longer compounds are") {
    CHECK(broken("an e-mail in C++ and C#") == "an |e-mail |in |C++ |and |C#");
    CHECK(broken("A/B vis-à-vis and/or 24/7") == "A/B |vis-à-vis |and/|or |24/7");
    CHECK(broken("mother-in-law") == "mother-|in-|law");
    CHECK(broken("see § 5, No. 6 and +41 22 734") == "see |§ 5, |No. 6 |and |+41 22 734");
    CHECK(broken(".NET F# 1/2 N.B. #tag @name") == ".NET |F# |1/2 |N.B. |#tag |@name");
}
