// Not run by itself: samples in files, for validators of other people (tests/standards/docx_validity.py).

#include "samples.hpp"

#include <cstdlib>

using namespace rapporteur;

namespace {

// With what everything() lacks: a list with numerals, a note called twice, a passage with an origin, a paragraph that
// runs from right to left.
document::Document everything_in_word() {
    using namespace document;
    Document made = samples::everything();
    made.labels.figure = "Figure";
    made.labels.table = "Table";
    std::vector<Block>& blocks = made.parts[1].blocks;
    for (const char* first : {"One", "Uno"}) {
        List numerals;
        numerals.kind = ListKind::ordered;
        numerals.items = {{"", {samples::words(first)}, "", {}}, {"", {samples::words("Two")}, "", {}}};
        blocks.emplace_back(numerals);
        blocks.emplace_back(samples::heading(3, std::string("heading-") + first, "Between"));
    }
    Paragraph again;
    again.text = {samples::words("Said once more."), NoteReference{0}};
    again.origin = "partners/one.xml:7";
    blocks.emplace_back(again);
    Paragraph arabic;
    arabic.text = {samples::words("حقوق الطفل")};
    arabic.language = "ar";
    blocks.emplace_back(arabic);
    return made;
}

} // namespace

TEST_CASE("samples of DOCX for validators", "[.docx-samples]") {
    const char* folder = std::getenv("RAPPORTEUR_SAMPLES");
    REQUIRE(folder != nullptr);
    document::Document document = everything_in_word();
    const auto write = [&](const char* name) {
        REQUIRE(write_file(std::filesystem::path(folder) / name, samples::published(document, pandoc::Format::docx)));
    };
    write("everything.docx");
    document.metadata.language = "ar";
    document.metadata.notice = "A notice";
    write("right-to-left.docx");
}
