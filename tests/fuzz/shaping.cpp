// Arbitrary Unicode is shaped and set in lines, in six languages.

#include "arbitrary.hpp"
#include "target.hpp"

#include "typeset/paragraph.hpp"

#include <cmath>

using namespace rapporteur;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fonts::FontBook book;
    static const typeset::Looks looks = typeset::Looks::open(fuzz::house_style(), book).value();
    static typeset::ParagraphSetter setter(book, looks);
    setter.forget_when_large();
    fuzz::Input input(data, size);
    typeset::Surroundings around;
    around.language = fuzz::language(input);
    typeset::Measure measure;
    measure.width = 40 + input.real() / 8;
    const std::string text = fuzz::text(input);
    const typeset::Passage passage = typeset::PassageMaker::plain(text, around);
    const Result<std::vector<typeset::SetLine>> lines = setter.set(passage, measure);
    if (!lines) {
        fuzz::print({lines.error()}); // no installed font has a character
        return 0;
    }
    for (const typeset::SetLine& line : *lines) {
        fuzz::require(std::isfinite(line.width), "a line has a width");
    }
    return 0;
}
