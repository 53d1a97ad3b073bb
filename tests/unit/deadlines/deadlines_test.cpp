#include "deadlines/deadlines.hpp"
#include "golden.hpp"

#include <algorithm>

using namespace rapporteur;
using namespace rapporteur::deadlines;

namespace {

corpus::Corpus year() {
    const std::string root = SOURCE_DIR;
    corpus::Loaded loaded = corpus::load(root + "/tests/corpora/years/2026/corpus.xml", root + "/schema/corpus.xsd");
    REQUIRE(loaded.corpus);
    return std::move(*loaded.corpus);
}

std::vector<std::string> ids(const corpus::Corpus& corpus, const Period& period) {
    std::vector<std::string> found;
    for (const Deadline& deadline : deadlines_of(corpus, period)) {
        found.push_back(deadline.obligation->statement.id);
    }
    return found;
}

} // namespace

TEST_CASE("deadlines are told as agreed, as text, as JSON and as a calendar") {
    const corpus::Corpus corpus = year();
    const std::vector<Deadline> deadlines = deadlines_of(corpus);
    check_golden("deadlines.txt", to_text(corpus, deadlines));
    check_golden("deadlines.json", to_json(corpus, deadlines));
    std::string calendar = to_calendar(corpus, deadlines);
    calendar.erase(std::remove(calendar.begin(), calendar.end(), '\r'), calendar.end());
    check_golden("deadlines.ics", calendar);
}

TEST_CASE("an obligation without a due date is no deadline, and none is reckoned from its interval") {
    const std::vector<std::string> all = ids(year(), {});
    CHECK(all == std::vector<std::string>{"alder-list", "alder-fee", "alder-report"});
}

TEST_CASE("a date that may lie within the time asked for does") {
    const corpus::Corpus corpus = year();
    using Ids = std::vector<std::string>;
    CHECK(ids(corpus, {"2027", ""}) == Ids{"alder-fee", "alder-report"});
    CHECK(ids(corpus, {"2027-06-01", "2027-06-01"}) == Ids{"alder-fee", "alder-report"});
    CHECK(ids(corpus, {"2027-06-02", ""}) == Ids{"alder-fee"}); // due in 2027, nobody knows on which day
    CHECK(ids(corpus, {"", "2026-12"}) == Ids{"alder-list"});
    CHECK(ids(corpus, {"2026-12-31", "2026-12-31"}) == Ids{"alder-list"});
    CHECK(ids(corpus, {"2028", ""}).empty());
}

TEST_CASE("the lines of a calendar are 75 bytes long at most, and end in CRLF") {
    const corpus::Corpus corpus = year();
    const std::string calendar = to_calendar(corpus, deadlines_of(corpus));
    std::size_t start = 0;
    while (start < calendar.size()) {
        const std::size_t end = calendar.find("\r\n", start);
        REQUIRE(end != std::string::npos);
        CHECK(end - start <= 75);
        CHECK(calendar.substr(start, end - start).find('\n') == std::string::npos);
        start = end + 2;
    }
}
