#include "deadlines/deadlines.hpp"
#include "golden.hpp"

#include <algorithm>
#include <set>

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

TEST_CASE("every deadline has a UID of its own, whatever else is asked for") {
    corpus::Corpus corpus = year();
    corpus::Partner& partner = *std::find_if(corpus.partners.begin(), corpus.partners.end(),
                                             [](const corpus::Partner& one) { return one.id == "alder"; });
    corpus::Relationship& relationship =
        *std::find_if(partner.relationships.begin(), partner.relationships.end(),
                      [](const corpus::Relationship& one) { return !one.obligations.empty(); });
    corpus::Obligation again = relationship.obligations.front();
    again.statement.id.clear();
    again.due = corpus::Date{2027, 3, 1};
    relationship.obligations.push_back(again);
    again.due = corpus::Date{2028, 3, 1};
    relationship.obligations.push_back(again);
    relationship.obligations.push_back(again);
    const auto uids = [&](const Period& period) {
        std::vector<std::string> found;
        const std::string calendar = to_calendar(corpus, deadlines_of(corpus, period));
        for (std::size_t at = calendar.find("\nUID:"); at != std::string::npos; at = calendar.find("\nUID:", at + 1)) {
            found.push_back(calendar.substr(at, calendar.find('\r', at) - at));
        }
        return found;
    };
    const std::vector<std::string> all = uids({});
    CHECK(all.size() == 6);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
    for (const std::string& late : uids({"2028", ""})) { // the same as among all
        CHECK(std::find(all.begin(), all.end(), late) != all.end());
    }
}
