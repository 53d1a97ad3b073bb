#include "compose/compose.hpp"
#include "golden.hpp"
#include "outline.hpp"

#include <algorithm>
#include <cmath>

using namespace rapporteur;

namespace {

const std::string root = SOURCE_DIR;

document::Document sample(const std::string& language, corpus::Audience audience) {
    corpus::Loaded loaded = corpus::load(root + "/sources/sample/2026/corpus.xml", root + "/schema/corpus.xsd");
    REQUIRE(loaded.corpus);
    const edition::Edition edition = edition::make(std::move(*loaded.corpus), {language, audience, {}});
    const Result<wording::Words> words = wording::Words::load(root + "/styles/words", language);
    REQUIRE(words);
    return compose::annual_report(edition, *words, {});
}

const document::Part& donor_part(const document::Document& document) {
    const auto found = std::find_if(document.parts.begin(), document.parts.end(),
                                    [](const document::Part& part) { return part.role == document::PartRole::donor; });
    REQUIRE(found != document.parts.end());
    return *found;
}

std::string words_of(const document::Cell& cell) {
    std::string text;
    for (const document::Inlines& line : cell.lines) {
        for (const document::Inline& item : line) {
            if (const auto* words = std::get_if<document::Text>(&item)) {
                text += words->text;
            }
        }
    }
    return text;
}

// An English amount in cents; nothing for words.
long long cents_of(const std::string& amount) {
    std::string digits;
    std::copy_if(amount.begin(), amount.end(), std::back_inserter(digits),
                 [](char byte) { return byte >= '0' && byte <= '9'; });
    return digits.empty() ? 0 : std::stoll(digits);
}

std::string without_spaces(std::string text) {
    for (const std::string space : {" ", "\u00A0"}) {
        for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
            text.erase(at, space.size());
        }
    }
    return text;
}

// All labels, in their order: one that is long stands on several lines, each a label.
std::string labels_of(const document::Drawing& drawing) {
    std::string labels;
    for (const document::Shape& shape : drawing.shapes) {
        if (const auto* label = std::get_if<document::Label>(&shape)) {
            labels += label->text;
        }
    }
    return labels;
}

} // namespace

TEST_CASE("the donor edition of the sample reads as agreed") {
    check_golden("sample-en-donor.txt", outline_of(sample("en", corpus::Audience::donor)));
}

TEST_CASE("the public Arabic edition of the sample reads as agreed") {
    check_golden("sample-ar.txt", outline_of(sample("ar", corpus::Audience::everyone)));
}

TEST_CASE("the public edition has no donor part and no money that donors alone may see") {
    const document::Document open = sample("en", corpus::Audience::everyone);
    CHECK(std::none_of(open.parts.begin(), open.parts.end(),
                       [](const document::Part& part) { return part.role == document::PartRole::donor; }));
    CHECK(outline_of(open).find("76,750") == std::string::npos);
}

TEST_CASE("every column of money adds up to its total, and every row to its own") {
    const document::Document document = sample("en", corpus::Audience::donor);
    int tables = 0;
    for (const document::Block& block : donor_part(document).blocks) {
        const auto* table = std::get_if<document::Table>(&block);
        if (table == nullptr || table->id.find("EUR") == std::string::npos) {
            continue;
        }
        ++tables;
        const bool by_year = table->id.find("contributions") != std::string::npos;
        std::vector<long long> sums(table->columns.size());
        for (std::size_t row = 0; row + 1 < table->rows.size(); ++row) {
            const document::Row& cells = table->rows[row];
            long long across = 0;
            for (std::size_t column = 1; column < cells.size(); ++column) {
                sums[column] += cents_of(words_of(cells[column]));
                across += column + 1 < cells.size() ? cents_of(words_of(cells[column])) : 0;
            }
            if (by_year) {
                CHECK(across == cents_of(words_of(cells.back())));
            } else { // partner, year, received, accounted for, the rest
                CHECK(cents_of(words_of(cells[2])) == cents_of(words_of(cells[3])) + cents_of(words_of(cells[4])));
            }
        }
        for (std::size_t column = by_year ? 1 : 2; column < sums.size(); ++column) {
            CHECK(sums[column] == cents_of(words_of(table->rows.back()[column])));
        }
    }
    CHECK(tables == 2);
}

TEST_CASE("results have a chart, its words and its table from the same numbers") {
    const document::Document document = sample("en", corpus::Audience::donor);
    int charts = 0;
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            const auto* figure = std::get_if<document::Figure>(&block);
            if (figure == nullptr || figure->id.find("-results-figure") == std::string::npos) {
                continue;
            }
            ++charts;
            REQUIRE(figure->data);
            for (const document::Row& row : figure->data->rows) {
                const std::string actual = words_of(row.back());
                if (actual == "not reported") {
                    continue;
                }
                CHECK(figure->alternative.find("actual " + actual) != std::string::npos);
                const std::string drawn = without_spaces(labels_of(figure->drawing));
                CHECK(drawn.find(without_spaces(actual)) != std::string::npos);
            }
        }
    }
    CHECK(charts == 3);
}

TEST_CASE("a corpus without results and funding says so plainly in its donor edition") {
    corpus::Loaded loaded = corpus::load(root + "/sources/dci/corpus.xml", root + "/schema/corpus.xsd");
    REQUIRE(loaded.corpus);
    const edition::Edition edition = edition::make(std::move(*loaded.corpus), {"en", corpus::Audience::donor, {}});
    const wording::Words words = wording::Words::load(root + "/styles/words", "en").value();
    const document::Document report = compose::annual_report(edition, words, {});
    std::string text;
    for (const document::Block& block : donor_part(report).blocks) {
        text += outline_of(block);
    }
    CHECK(text.find("## Results #results-and-funding-results\nNothing is reported.") != std::string::npos);
    CHECK(text.find("## Funding #results-and-funding-funding\nNothing is reported.") != std::string::npos);
    CHECK(text.find("EUR") == std::string::npos);
}
