#include "catch.hpp"
#include "typeset/break_opportunities.hpp"

#include <random>
#include <unicode/ubrk.h>
#include <vector>

using namespace rapporteur::typeset;

namespace {

std::vector<std::uint32_t> found(const std::string& text, const std::string& language) {
    BreakOpportunities opportunities(language);
    opportunities.set(text);
    std::vector<std::uint32_t> all;
    for (std::uint32_t at = 0; at < text.size();) {
        at = opportunities.after(at);
        all.push_back(at);
    }
    return all;
}

// One after the other, by ICU alone.
std::vector<std::uint32_t> expected(const std::string& text, const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    UText opened = UTEXT_INITIALIZER;
    utext_openUTF8(&opened, text.data(), static_cast<int64_t>(text.size()), &status);
    UBreakIterator* breaks = ubrk_open(UBRK_LINE, language.c_str(), nullptr, 0, &status);
    ubrk_setUText(breaks, &opened, &status);
    std::vector<std::uint32_t> all;
    for (int32_t next = ubrk_next(breaks); next != UBRK_DONE; next = ubrk_next(breaks)) {
        all.push_back(static_cast<std::uint32_t>(next));
    }
    ubrk_close(breaks);
    utext_close(&opened);
    return all;
}

// Of pieces that make the rules of UAX #14 meet.
std::string text_of(std::mt19937& chance) {
    static const std::vector<std::string> pieces = {
        "a", "be", "Z", "é", "ß", "ł", "7",      "12",     " ",      " ", " ",  " ",      "  ",
        ".", ",",  ";", ":", "!", "?", "’",      "'",      "\"",     "«", "»",  "(",      ")",
        "-", "–",  "—", "/", "%", "$", "×",      "÷",      "…",      "א", "中", "\u00A0", "\u0301",
        "й", "ا",  "&", "@", "_", "“", "\u00AD", "\u2060", "\u200B", "°", "№",  "+"};
    std::string text;
    const std::size_t length = 1 + chance() % 24;
    for (std::size_t at = 0; at < length; ++at) {
        const bool is_common = chance() % 2 == 0;
        text += pieces[chance() % (is_common ? 12 : pieces.size())];
    }
    return text;
}

} // namespace

TEST_CASE("a line may break after the spaces between words, and before none of the marks that follow one") {
    REQUIRE(found("Children’s rights, in 11 words.", "en") == std::vector<std::uint32_t>{13, 21, 24, 27, 33});
    REQUIRE(found("où ? (là)", "fr") == std::vector<std::uint32_t>{6, 11});
}

TEST_CASE("asking ICU only where it isn't plain finds what asking it everywhere does") {
    std::mt19937 chance(14);
    for (const char* language : {"en", "fr", "ru", "zh", "ar"}) {
        for (int trial = 0; trial < 4000; ++trial) {
            const std::string text = text_of(chance);
            INFO(language << ": “" << text << "”");
            REQUIRE(found(text, language) == expected(text, language));
        }
    }
}
