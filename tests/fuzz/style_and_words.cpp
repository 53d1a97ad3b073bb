// A style, or a language's file of words.

#include "target.hpp"

#include "style/style.hpp"
#include "wording/wording.hpp"

using namespace rapporteur;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.find("<words") != std::string_view::npos) {
        static const bool has_english =
            std::filesystem::copy_file(fuzz::root + "/styles/words/en.xml", fuzz::folder() / "en.xml");
        fuzz::require(has_english, "the English words are there to compare with");
        fuzz::file_of("fr.xml", bytes);
        const Diagnostics faults = wording::check(fuzz::folder(), "fr");
        fuzz::print(faults);
        const Result<wording::Words> words = wording::Words::load(fuzz::folder(), "fr");
        fuzz::require(words.has_value() || has_errors(faults), "words that can't be loaded have a fault");
        return 0;
    }
    const std::filesystem::path file = fuzz::file_of("style.xml", bytes);
    const style::Loaded loaded = style::load(file, fuzz::root + "/schema/style.xsd");
    fuzz::print(loaded.diagnostics);
    fuzz::require(loaded.style.has_value() != has_errors(loaded.diagnostics), "a style without errors is there");
    if (loaded.style) {
        for (const style::Paper paper : {style::Paper::a4, style::Paper::letter}) {
            fuzz::require(style::on(*loaded.style, paper).grid > 0, "a grid has lines");
        }
    }
    return 0;
}
