#include "scratch.hpp"

#include <random>

using namespace rapporteur;
using namespace rapporteur::corpus;

namespace {

corpus::Outcome measured(const std::string& baseline, const std::string& target, const std::string& actual) {
    corpus::Outcome outcome;
    outcome.baseline = value_of(baseline);
    outcome.target = value_of(target);
    outcome.actual = value_of(actual);
    return outcome;
}

constexpr const char* partner_with_funding = R"(</relationship>
  <funding year="2025" amount="19250.50" currency="EUR" source="page"/>
  <funding year="2025" amount="0.10" currency="EUR" source="page"/>
  <funding year="2025" amount="0.20" currency="EUR" source="page"/>
  <funding year="2025" amount="7" currency="CHF" source="page"/>
  <funding year="2024" amount="1" currency="EUR" source="page"/>
)";

// What is found where the corpus states these totals.
std::string found_with(const std::string& totals) {
    Scratch scratch;
    replace(scratch.partner_text, "</relationship>\n", partner_with_funding);
    replace(scratch.corpus_text, "  <partners>", totals + "  <partners>");
    scratch.write();
    return scratch.found();
}

} // namespace

TEST_CASE("amounts are whole thousandths, and written back as they were") {
    CHECK(thousandths_of("1250.50") == 1250500);
    CHECK(thousandths_of("0") == 0);
    CHECK(thousandths_of("999999999999999.999") == 999999999999999999);
    for (const char* wrong : {"", "1,5", "1.", ".5", "-1", "1.2345", "1 000", "1e3", "1000000000000000"}) {
        CHECK_FALSE(thousandths_of(wrong));
    }
    CHECK(number_of({1250500, "EUR"}, decimals_of(Money{1250500, "EUR"})) == "1250.50");
    CHECK(number_of({1250000, "EUR"}, decimals_of(Money{1250000, "EUR"})) == "1250");
    CHECK(number_of({1250000, "EUR"}, 2) == "1250.00");
    CHECK(number_of({5, "EUR"}, decimals_of(Money{5, "EUR"})) == "0.005");
    CHECK(number_of({1500, "BHD"}, decimals_of(Money{1500, "BHD"})) == "1.500");
}

TEST_CASE("a currency has the decimals of ISO 4217, also where its coins are gone") {
    for (const char* two : {"EUR", "RSD", "ALL", "AFN", "HUF", "LBP", "MMK", "SOS", "YER", "TWD"}) {
        INFO(two);
        CHECK(decimals_of(std::string(two)) == 2);
    }
    for (const char* none : {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
                             "VUV", "XAF", "XOF", "XPF"}) {
        INFO(none);
        CHECK(decimals_of(std::string(none)) == 0);
    }
    for (const char* three : {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}) {
        INFO(three);
        CHECK(decimals_of(std::string(three)) == 3);
    }
    const auto printed = [](std::int64_t thousandths, const char* currency) {
        const Money money{thousandths, currency};
        return number_of(money, decimals_of(money));
    };
    CHECK(printed(1250500, "RSD") == "1250.50");
    CHECK(printed(1250000, "RSD") == "1250");
    CHECK(printed(1250500, "IQD") == "1250.50");
    CHECK(printed(1250505, "IQD") == "1250.505");
    CHECK(printed(1250500, "KWD") == "1250.500");
}

TEST_CASE("an amount is refused where it is finer than its currency, and not before") {
    const auto found = [](const char* amount, const char* currency) {
        return found_with(std::string("<fundingTotal year=\"2020\" amount=\"") + amount + "\" currency=\"" + currency +
                          "\" source=\"page\"/>\n");
    };
    CHECK(found("1250.50", "RSD").find("finer") == std::string::npos);
    CHECK(found("1250.5", "JPY").find("finer than JPY can be paid") != std::string::npos);
    CHECK(found("1250.505", "RSD").find("finer than RSD can be paid") != std::string::npos);
    CHECK(found("1250.505", "IQD").find("finer") == std::string::npos);
}

TEST_CASE("a total is warned of where its readers could work out a contribution that they may not see") {
    const auto found = [](const std::string& of_total, const std::string& of_one) {
        Scratch scratch;
        replace(scratch.partner_text, "</relationship>\n",
                "</relationship>\n<funding year=\"2025\" amount=\"10\" currency=\"EUR\" source=\"page\"/>\n"
                "<funding year=\"2025\" amount=\"5\" currency=\"EUR\" source=\"page\"" +
                    of_one + "/>\n");
        replace(scratch.corpus_text, "  <partners>",
                "<fundingTotal year=\"2025\" amount=\"15\" currency=\"EUR\" source=\"page\"" + of_total +
                    "/>\n  <partners>");
        scratch.write();
        return scratch.found();
    };
    const std::string donor = " audience=\"donor\"";
    const std::string internal = " audience=\"internal\"";
    CHECK(found("", "").empty());
    CHECK(found(internal, internal).empty());
    CHECK(found("", donor).find("corpus.xml:16:1: warning: the total of 2025 in EUR counts a contribution that is for "
                                "donors alone (at ") == 0);
    CHECK(found(donor, internal).find("is for the organisation alone") != std::string::npos);
    CHECK(found(internal, donor).empty());
}

TEST_CASE("sums are exact where binary fractions are not") {
    std::mt19937 random(1);
    Money sum{0, "EUR"};
    std::int64_t cents = 0;
    for (int at = 0; at < 10000; ++at) {
        const auto part = static_cast<std::int64_t>(random() % 100000);
        cents += part;
        char written[32];
        std::snprintf(written, sizeof written, "%lld.%02lld", static_cast<long long>(part / 100),
                      static_cast<long long>(part % 100));
        sum = sum_of(sum, {thousandths_of(written).value(), "EUR"}).value();
    }
    CHECK(sum.thousandths == 10 * cents);
    CHECK(sum_of({INT64_MAX, "EUR"}, {1, "EUR"}) == std::nullopt);
}

TEST_CASE("totals are held against the partners' contributions, year by year and currency by currency") {
    CHECK(found_with("<fundingTotal year=\"2025\" amount=\"19250.80\" currency=\"EUR\" source=\"page\"/>\n"
                     "<fundingTotal year=\"2025\" amount=\"7\" currency=\"CHF\" source=\"page\"/>\n"
                     "<fundingTotal year=\"2024\" amount=\"1.00\" currency=\"EUR\" source=\"page\"/>\n")
              .empty());
    const std::string off =
        found_with("<fundingTotal year=\"2025\" amount=\"19257.80\" currency=\"EUR\" source=\"page\"/>\n");
    CHECK(off.find("corpus.xml:16:1: error: the partners’ contributions of 2025 add up to EUR 19250.80, not to the "
                   "total of EUR 19257.80") == 0);
    const std::string none =
        found_with("<fundingTotal year=\"2025\" amount=\"1\" currency=\"JPY\" source=\"page\"/>\n");
    CHECK(none.find("add up to JPY 0, not to the total of JPY 1") != std::string::npos);
    const std::string twice =
        found_with("<fundingTotal year=\"2024\" amount=\"1\" currency=\"EUR\" source=\"page\"/>\n"
                   "<fundingTotal year=\"2024\" amount=\"1\" currency=\"EUR\" source=\"page\"/>\n");
    CHECK(twice.find("the total of 2024 in EUR is given twice") != std::string::npos);
}

TEST_CASE("a value is a number and a unit, or words") {
    CHECK(value_of("40 %").number == "40");
    CHECK(value_of("40\u202F%").unit == "%");
    CHECK(value_of("12.5 days").unit == "days");
    CHECK(value_of("-3").number == "-3");
    for (const char* words : {"", "several", "1 250", "1,250", "40/60", "3 of 8x 9", "40–60 %"}) {
        INFO(words);
        CHECK((value_of(words).number.empty() || value_of(words).unit == "of 8x 9"));
        CHECK(value_of(words).written == words);
    }
}

TEST_CASE("a target is reached from either side, and nothing is made up") {
    CHECK(is_reached(measured("31 %", "70 %", "75 %")) == true);
    CHECK(is_reached(measured("31 %", "70 %", "69.9 %")) == false);
    CHECK(is_reached(measured("34 %", "10 %", "12.5 %")) == false);
    CHECK(is_reached(measured("34 %", "10 %", "10 %")) == true);
    CHECK(is_reached(measured("", "10", "12")) == std::nullopt);
    CHECK(is_reached(measured("3", "10", "")) == std::nullopt);
    CHECK(is_reached(measured("3", "", "10")) == std::nullopt);
    CHECK(is_reached(measured("3", "10 %", "10")) == std::nullopt);
    CHECK(is_reached(measured("few", "10", "10")) == std::nullopt);
}
