// A table of any shape is set on pages: every cell's text, and none beyond the paper.

#include "arbitrary.hpp"
#include "target.hpp"

#include "typeset/typeset.hpp"

using namespace rapporteur;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    document::Document report;
    report.metadata.title = "Tables";
    report.metadata.holder = "Holder";
    report.metadata.date = "2026-11-24";
    report.metadata.language = fuzz::language(input);
    report.labels.continued = "continued";
    document::Part part;
    part.id = "part";
    document::Heading heading;
    heading.id = "part";
    heading.text = {document::Text{"Heading", {}, {}, {}}};
    part.blocks = {heading, fuzz::table(input)};
    report.parts.push_back(std::move(part));
    static fonts::FontBook book;
    std::size_t pages = 0;
    const Result<typeset::Layout> layout =
        typeset::typeset(report, fuzz::house_style(), book, {[&](typeset::Page&& page) {
                             fuzz::require(page.sequence == pages, "pages come in order");
                             ++pages;
                             return Result<void>();
                         }});
    if (layout) {
        fuzz::require(layout->order.size() == pages, "every page stands in the file");
    } else {
        fuzz::print({layout.error()}); // no installed font has a character
    }
    return 0;
}
