#include "catch.hpp"
#include "typeset/column_widths.hpp"

#include <numeric>

using namespace rapporteur::typeset;

TEST_CASE("columns fill the measure and none is narrower than its widest word") {
    const std::vector<ColumnWant> wants = {{40, 60}, {30, 400}, {25, 90}};
    const std::vector<double> widths = column_widths(wants, 300);
    REQUIRE(std::accumulate(widths.begin(), widths.end(), 0.0) == Approx(300));
    for (std::size_t at = 0; at < wants.size(); ++at) {
        REQUIRE(widths[at] >= wants[at].least - 1e-9);
        REQUIRE(widths[at] <= wants[at].most + 1e-9);
    }
}

TEST_CASE("columns that want less than the measure share it in proportion") {
    const std::vector<double> widths = column_widths({{10, 50}, {10, 100}}, 300);
    REQUIRE(widths[0] == Approx(100));
    REQUIRE(widths[1] == Approx(200));
}

TEST_CASE("where words are wider than the measure, columns shrink alike") {
    const std::vector<double> widths = column_widths({{200, 300}, {200, 300}}, 300);
    REQUIRE(widths[0] == Approx(150));
    REQUIRE(widths[1] == Approx(150));
}
