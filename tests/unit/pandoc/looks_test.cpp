// Every choice of ink, size and family that a style makes for a text, and every colour of its palette, shows in the
// style sheet of a page, in that of an EPUB and in the styles of a DOCX, wherever those have such a text.

#include "pandoc/docx_styles.hpp"
#include "pandoc/docx_theme.hpp"
#include "pandoc/style_sheet.hpp"
#include "samples.hpp"

#include <array>
#include <functional>
#include <set>

using namespace rapporteur;
using style::TextStyleName;

namespace {

struct Output {
    const char* name;
    std::function<std::string(const style::Style&)> written;
    std::set<TextStyleName> without; // texts that it doesn't have
};

const std::vector<Output>& outputs() {
    static const std::vector<Output> all = {
        {"a page of HTML",
         pandoc::page_style_sheet,
         {TextStyleName::running_head, TextStyleName::folio, TextStyleName::contents_2}},
        {"an EPUB", // whose drawings bear their own lettering
         pandoc::epub_style_sheet,
         {TextStyleName::running_head, TextStyleName::folio, TextStyleName::contents_2, TextStyleName::figure_label}},
        {"a DOCX", // the same
         [](const style::Style& style) {
             return pandoc::docx_styles(style, "en", document::Form::report) + pandoc::docx_theme(style);
         },
         {TextStyleName::figure_label}},
    };
    return all;
}

TextStyleName name_of(std::size_t text) {
    return static_cast<TextStyleName>(text);
}

// A drawing's letters are as large and as dark as the drawing says, on any screen.
bool is_of_a_drawing(std::size_t text) {
    return name_of(text) == TextStyleName::figure_label;
}

// The entries of the contents on a page stand beside the text, in the size of its tools.
bool has_own_size(const Output& output, std::size_t text) {
    return std::string(output.name) == "a page of HTML" && name_of(text) == TextStyleName::contents_1;
}

} // namespace

TEST_CASE("each text's family, size and ink shows in every format that has the text") {
    const style::Style plain = samples::house_style();
    for (const Output& output : outputs()) {
        const std::string before = output.written(plain);
        for (std::size_t text = 0; text < style::text_style_count; ++text) {
            if (output.without.count(name_of(text)) > 0) {
                continue;
            }
            INFO(output.name << ", text style number " << text);
            style::Style changed = plain;
            changed.texts.at(text).family = "Sought Face";
            CHECK(output.written(changed).find("Sought Face") != std::string::npos);
            if (!is_of_a_drawing(text) && !has_own_size(output, text)) {
                changed = plain;
                changed.texts.at(text).size *= 1.5;
                CHECK(output.written(changed) != before);
            }
            if (!is_of_a_drawing(text)) {
                changed = plain;
                changed.texts.at(text).ink = style::Ink::second;
                CHECK(output.written(changed) != before);
            }
            changed = plain;
            changed.texts.at(text).italic = !changed.texts.at(text).italic;
            CHECK((is_of_a_drawing(text) || output.written(changed) != before));
        }
    }
}

TEST_CASE("each colour of the palette shows in a page and in a DOCX") {
    const style::Style plain = samples::house_style();
    for (const Output& output : {outputs().front(), outputs().back()}) {
        for (std::size_t ink = 0; ink < style::ink_count; ++ink) {
            INFO(output.name << ", ink number " << ink);
            style::Style changed = plain;
            changed.palette.at(ink) = {1, 2, 3};
            CHECK(output.written(changed).find("010203") != std::string::npos);
        }
    }
}

TEST_CASE("hyphenation, alignment, figures and small capitals are the style's in EPUB and HTML too") {
    const style::Style plain = samples::house_style();
    style::Style changed = plain;
    style::TextStyle& body = changed.texts.at(static_cast<std::size_t>(TextStyleName::body));
    body.hyphenate = false;
    body.features = {"lnum", "-liga"};
    changed.acronym_features.clear();
    for (const auto& written : {pandoc::page_style_sheet, pandoc::epub_style_sheet}) {
        const std::string css = written(changed);
        CHECK(css.find("hyphens: manual") != std::string::npos);
        CHECK(css.find("font-feature-settings: \"lnum\", \"liga\" 0") != std::string::npos);
        CHECK(css.find("all-small-caps") == std::string::npos);
        CHECK(css.find('$') == std::string::npos);
    }
}
