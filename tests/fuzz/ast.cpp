// A Document becomes pandoc's JSON in every format: JSON that a reader of others reads, with every note once.

#include "arbitrary.hpp"
#include "target.hpp"

#include "pandoc/pandoc.hpp"

#include <nlohmann/json.hpp>

using namespace rapporteur;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const document::Document report = fuzz::report(input);
    pandoc::Companions companions;
    companions.pdf = "report.pdf";
    companions.pages = {{"1", pandoc::Leaf::cover}, {"2", pandoc::Leaf::text, input.below(4), input.below(9), 0}};
    for (const pandoc::Format format : {pandoc::Format::epub, pandoc::Format::docx, pandoc::Format::html}) {
        const nlohmann::json tree = nlohmann::json::parse(pandoc::ast(report, format, companions, {1, 22}));
        fuzz::require(tree.at("blocks").is_array() && !tree.at("blocks").empty(), "a report has blocks");
    }
    return 0;
}
