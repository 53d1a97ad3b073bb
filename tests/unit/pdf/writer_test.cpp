#include "specimen.hpp"

#include "catch.hpp"
#include "support/files.hpp"
#include "support/process.hpp"

#include <filesystem>

using namespace rapporteur;

namespace {

namespace fs = std::filesystem;

// What another program says of a file; it must succeed.
std::string said(const TemporaryFolder& folder, const std::string& program, const std::vector<std::string>& arguments) {
    Command command;
    command.program = find_on_path(program);
    command.arguments = arguments;
    command.folder = folder.path();
    command.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
    const Result<Outcome> outcome = run(command);
    if (!outcome) {
        FAIL(to_text(outcome.error()));
    }
    INFO(outcome->errors);
    REQUIRE(outcome->status == 0);
    return outcome->output;
}

struct Printed {
    TemporaryFolder folder = std::move(TemporaryFolder::create().value());
    fonts::FontBook book;
    std::string file = (folder.path() / "specimen.pdf").string();

    void print(const specimen::Sheets& sheets) const { specimen::print(sheets, specimen::description(), file); }
};

// The widths of a word wherever it stands, in points.
std::vector<double> widths_of(const std::string& boxes, const std::string& word) {
    std::vector<double> widths;
    for (std::size_t end = boxes.find(">" + word + "<"); end != std::string::npos;
         end = boxes.find(">" + word + "<", end + 1)) {
        const std::size_t begin = boxes.rfind("<word", end);
        const auto edge = [&](const std::string& name) {
            return std::stod(boxes.substr(boxes.find(name, begin) + name.size()));
        };
        widths.push_back(edge("xMax=\"") - edge("xMin=\""));
    }
    return widths;
}

} // namespace

TEST_CASE("qpdf finds no fault and other readers find every word, in every script") {
    Printed printed;
    printed.print(specimen::all_there_is(printed.book));
    CHECK(said(printed.folder, "qpdf", {"--check", printed.file}).find("No syntax or stream encoding errors") !=
          std::string::npos);
    const std::string poppler = said(printed.folder, "pdftotext", {printed.file, "-"});
    const std::string mupdf = said(printed.folder, "mutool", {"draw", "-q", "-F", "txt", printed.file});
    for (const char* words : {"Международное движение в защиту детей", "Υπεράσπιση των παιδιών", "保护儿童国际",
                              "special consultative", "second of the list"}) {
        CHECK(poppler.find(words) != std::string::npos);
        CHECK(mupdf.find(words) != std::string::npos);
    }
}

TEST_CASE("the same pages give the same bytes") {
    Printed one;
    one.print(specimen::all_there_is(one.book));
    Printed other;
    other.print(specimen::all_there_is(other.book));
    CHECK(read_file(one.file).value() == read_file(other.file).value());
}

TEST_CASE("letters that widen take the room that they were given") {
    Printed printed;
    specimen::Setting setting;
    setting.face = printed.book.open({"EB Garamond 12", 400, false}).value();
    specimen::Sheets sheets(printed.book);
    sheets.new_page();
    const typeset::ElementId paragraph = sheets.element(typeset::ElementType::paragraph, 0);
    const float expansion = 1.05F;
    const typeset::GlyphRun plain = specimen::shape(printed.book, setting, {72, 100}, "organisations");
    typeset::GlyphRun wide = specimen::shape(printed.book, setting, {72, 130}, "organisations");
    wide.expansion = expansion;
    for (typeset::Glyph& glyph : wide.glyphs) {
        glyph.x *= expansion;
    }
    const typeset::GlyphRun after = specimen::shape(printed.book, setting, {72, 160}, "organisations");
    sheets.items(paragraph, {plain, wide, after});
    printed.print(sheets);
    const std::vector<double> widths =
        widths_of(said(printed.folder, "pdftotext", {"-bbox", printed.file, "-"}), "organisations");
    REQUIRE(widths.size() == 3);
    CHECK(widths[1] / widths[0] == Approx(1.05).epsilon(0.001));
    CHECK(widths[2] == Approx(widths[0]).epsilon(0.0001)); // and no more than one run of them
}

TEST_CASE("a file that can't be made is an error of the surroundings that names it, and leaves nothing") {
    fonts::FontBook book;
    const Result<pdf::Writer> writer = pdf::Writer::open("/proc/report.pdf", book);
    REQUIRE_FALSE(writer);
    CHECK(writer.error().cause == Cause::surroundings);
    CHECK(to_text(writer.error()).find("/proc") != std::string::npos);
}
