#include "typeset/sheets.hpp"

#include "catch.hpp"

namespace document = rapporteur::document;
namespace style = rapporteur::style;
namespace typeset = rapporteur::typeset;

using document::PartRole;
using rapporteur::Result;

namespace {

document::Document report() {
    document::Document document;
    for (const PartRole role : {PartRole::contents, PartRole::introduction, PartRole::glance, PartRole::timeline,
                                PartRole::partner, PartRole::colophon}) {
        document.parts.emplace_back();
        document.parts.back().role = role;
    }
    return document;
}

// Parts of given depths, in pages; together, glance and timeline take `overview` pages where nothing parts them.
struct Depths {
    std::uint32_t contents = 1;
    std::uint32_t introduction = 1;
    std::uint32_t glance = 1;
    std::uint32_t timeline = 1;
    std::uint32_t overview = 2;

    Result<std::uint32_t> operator()(const typeset::Parts& parts, const typeset::Spread& spread) const {
        switch (parts.front()->role) {
        case PartRole::contents:
            return contents;
        case PartRole::glance:
            return spread.cut == typeset::Spread::Cut::between_parts ? glance + timeline : overview;
        default:
            return introduction;
        }
    }
};

typeset::Sheets planned(const document::Document& document, const Depths& depths, const style::Style& look = {}) {
    const Result<typeset::Sheets> sheets = typeset::plan_sheets(document, look, depths);
    REQUIRE(sheets);
    return *sheets;
}

} // namespace

TEST_CASE("A spread begins on a left-hand page, whatever stands before it") {
    const document::Document document = report();
    for (const std::uint32_t contents : {1U, 2U, 3U}) {
        for (const std::uint32_t introduction : {1U, 2U, 3U}) {
            const typeset::Sheets sheets = planned(document, {contents, introduction});
            REQUIRE(sheets.spread.glance == &document.parts[2]);
            CHECK((sheets.before_text() + introduction + 1) % 2 == 0);
        }
    }
}

TEST_CASE("Parts that each take a page are cut between, others that take two together where it falls") {
    const document::Document document = report();
    CHECK(planned(document, {}).spread.cut == typeset::Spread::Cut::between_parts);
    CHECK(planned(document, {1, 1, 2, 1, 2}).spread.cut == typeset::Spread::Cut::where_it_falls);
}

TEST_CASE("There is no spread where the overview takes more pages, and none where the style wants none") {
    const document::Document document = report();
    const typeset::Sheets longer = planned(document, {1, 1, 2, 1, 3});
    CHECK(longer.spread.glance == nullptr);
    CHECK_FALSE(longer.own_imprint);
    style::Style look;
    look.page.overview = style::Overview::run_on;
    CHECK(planned(document, {}, look).spread.glance == nullptr);
}

TEST_CASE("A part begins a page before and after a spread") {
    const document::Document document = report();
    const typeset::Spread spread = planned(document, {}).spread;
    const std::vector<document::Part>& parts = document.parts;
    CHECK(typeset::begins_page(parts[1], parts[2], spread));
    CHECK(typeset::begins_page(parts[2], parts[3], spread));
    CHECK(typeset::begins_page(parts[3], parts[5], spread));
    CHECK_FALSE(typeset::begins_page(parts[1], parts[2], {}));
    CHECK_FALSE(typeset::begins_page(parts[4], parts[5], {}));
}
