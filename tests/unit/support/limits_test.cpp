#include "support/limits.hpp"

#include "catch.hpp"

#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <vector>

using namespace rapporteur;

namespace {

// The cells of each row of docs/limits.md's table, without the spaces around them.
std::vector<std::vector<std::string>> documented() {
    std::ifstream file(std::string(SOURCE_DIR) + "/docs/limits.md");
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("| `", 0) != 0) {
            continue;
        }
        std::istringstream stream(line.substr(1));
        std::vector<std::string>& cells = rows.emplace_back();
        for (std::string cell; std::getline(stream, cell, '|');) {
            cells.push_back(cell.substr(1, cell.size() - 2));
        }
    }
    return rows;
}

} // namespace

TEST_CASE("docs/limits.md has the limits of the program, with their values, reasons and how to raise them") {
    const std::vector<std::vector<std::string>> rows = documented();
    REQUIRE(rows.size() == limit_table.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const LimitRow& limit = limit_table.at(at);
        REQUIRE(rows[at].size() == 4);
        CHECK(rows[at][0] == fmt::format("`{}`", limit.name));
        CHECK(rows[at][1] == fmt::format("{} {}", limit.value, limit.unit));
        CHECK(rows[at][2].size() > 10);
        CHECK(rows[at][3] ==
              (limit.raising == Raising::by_option ? fmt::format("`--limit {}=VALUE`", limit.name) : "never"));
    }
}

TEST_CASE("a limit is set by its name, to a whole number above nought") {
    Limits limits;
    CHECK(limits[Limit::partners] == 100'000);
    CHECK(limits.set("partners=7"));
    CHECK(limits[Limit::partners] == 7);
    CHECK(limits.set("partner=7").error() == "there is no limit “partner”; docs/limits.md lists them");
    CHECK(limits.set("entries=7").error() == "the limit “entries” can't be changed");
    for (const char* wrong : {"partners", "partners=", "partners=0", "partners=-1", "partners=7x", "partners=1e9",
                              "partners=99999999999999999999", "partners=2000000000000"}) {
        CHECK(limits.set(wrong).error().find("isn't a value for the limit “partners”") != std::string::npos);
    }
    CHECK(limits[Limit::partners] == 7);
}

TEST_CASE("what is beyond a limit is said with the limit's name, what was found, what is allowed and how to raise it") {
    Limits limits;
    limits.set(Limit::marks, 2);
    const Diagnostic beyond = limits.beyond(Limit::marks, place_in("corpus.xml"), "<text>", 3);
    CHECK(to_text(beyond) == "corpus.xml: error: <text>: 3 marks; the limit “marks” allows 2\n"
                             "corpus.xml: hint: if that is meant, raise it with --limit marks=…\n");
}

TEST_CASE("a packed file may unpack to a hundred times its size, 64 MiB in any case, and 4 GiB at most") {
    using limits::mebibyte;
    CHECK(limits::unpacked_from(0) == 64 * mebibyte);
    CHECK(limits::unpacked_from(mebibyte) == 100 * mebibyte);
    CHECK(limits::unpacked_from(41 * mebibyte) == 4096 * mebibyte);
    CHECK(limits::unpacked_from(UINT64_MAX) == 4096 * mebibyte);
}
