// The rule of sums: no number that an edition prints, less others that it prints, is one that it withholds. A total
// goes with the first of its parts that isn't shown; every other sum, count and share is made of what is shown alone.

#include "small.hpp"

#include <cctype>
#include <set>

using namespace rapporteur;
using corpus::Audience;

namespace {

std::string funding(const std::string& amount, const std::string& audience) {
    return R"(<funding year="2026" currency="EUR" source="accounts" amount=")" + amount + R"(" audience=")" + audience +
           R"("/>)";
}

std::string group(const std::string& count, const std::string& name) {
    return R"(<group count=")" + count + R"(">)" + text(name) + "</group>";
}

// Every part and every difference of parts is another number.
Small with_sums() {
    Small corpus;
    corpus.frame = R"(<fundingTotal year="2026" currency="EUR" source="accounts" amount="172147"/>)";
    corpus.partner = R"(<composition source="letter" total="901" audience="internal">)" + group("401", "Judges") +
                     group("500", "Clerks") + "</composition>" + funding("10007", "public") +
                     funding("40031", "donor") + funding("80089", "internal");
    corpus.others = R"(<partner id="two" kind="ngo"><name>)" + text("Two") + "</name>" + funding("20011", "public") +
                    funding("22009", "internal") + "</partner>";
    return corpus;
}

void collect(const document::Drawing& drawing, std::string& text) {
    for (const document::Shape& shape : drawing.shapes) {
        if (const auto* label = std::get_if<document::Label>(&shape)) {
            text += " " + label->text + " ";
        }
    }
}

// All numbers of three digits and more that stand anywhere in the document; digits in groups are one number.
std::set<long long> numbers_in(const document::Document& document) {
    std::string text;
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            text += outline_of(block) + "\n";
            if (const auto* figure = std::get_if<document::Figure>(&block)) {
                collect(figure->drawing, text);
            }
        }
    }
    std::set<long long> numbers;
    std::string digits;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool is_digit = at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
        const bool is_comma = !digits.empty() && at + 1 < text.size() && text[at] == ',' &&
                              std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0;
        if (is_digit) {
            digits += text[at];
        } else if (!is_comma) {
            if (digits.size() >= 3) {
                numbers.insert(std::stoll(digits));
            }
            digits.clear();
        }
    }
    return numbers;
}

// Whether an amount is one of these, or one of them less some of the others.
bool is_deducible(long long number, std::set<long long> printed) {
    constexpr long long least_amount = 10000;
    printed.erase(printed.begin(), printed.lower_bound(least_amount));
    std::set<long long> sums = {0};
    for (const long long part : printed) {
        std::set<long long> more = sums;
        for (const long long sum : sums) {
            more.insert(sum + part);
        }
        sums = std::move(more);
    }
    return std::any_of(printed.begin(), printed.end(),
                       [&](long long whole) { return sums.count(whole - number) > 0 && whole >= number; });
}

} // namespace

TEST_CASE("no number that is printed, less others that are, is one that is withheld") {
    const Small corpus = with_sums();
    const std::set<long long> everyones = numbers_in(corpus.report(Audience::everyone));
    const std::set<long long> donors = numbers_in(corpus.report(Audience::donor));
    const std::set<long long> houses = numbers_in(corpus.report(Audience::internal));
    for (const long long count : {901, 401, 500}) {
        CAPTURE(count);
        CHECK(everyones.count(count) == 0);
        CHECK(donors.count(count) == 0);
        CHECK(houses.count(count) == 1);
    }
    for (const long long withheld : {80089, 22009, 172147}) {
        CAPTURE(withheld);
        CHECK_FALSE(is_deducible(withheld, everyones));
        CHECK_FALSE(is_deducible(withheld, donors));
        CHECK(is_deducible(withheld, houses));
    }
    CHECK_FALSE(is_deducible(40031, everyones));
    CHECK(is_deducible(40031, donors));
}
