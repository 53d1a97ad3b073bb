#include "pandoc/ast.hpp"
#include "pandoc/docx_looks.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"
#include "pandoc/names.hpp"

namespace rapporteur::pandoc {

namespace {

// The language that a run's character style carries through pandoc; Word has it on the run itself.
document::Language take_language(const pugi::xml_node& run) {
    constexpr std::string_view prefix = "Language"; // an id is the style's name without its spaces
    pugi::xml_node properties = run.child("w:rPr");
    const std::string style = properties.child("w:rStyle").attribute("w:val").value();
    if (style.compare(0, prefix.size(), prefix) != 0) {
        return {};
    }
    properties.remove_child("w:rStyle");
    if (std::string_view(run.parent().name()) == "w:hyperlink") {
        set_value(properties, "w:rStyle", "Hyperlink");
    }
    return style.substr(prefix.size());
}

void set_direction(pugi::xml_node paragraph, bool right_to_left, bool main_is_right_to_left) {
    pugi::xml_node properties = paragraph.child("w:pPr");
    properties.remove_child("w:bidi");
    if (right_to_left != main_is_right_to_left) { // Normal has the main language's
        set_value(properties_of(paragraph), "w:bidi", right_to_left ? "1" : "0");
    }
}

} // namespace

void set_languages(const pugi::xml_node& text, const document::Language& main) {
    const bool main_is_right_to_left = is_right_to_left(main);
    for (const pugi::xml_node& paragraph : all_below(text, "w:p")) {
        bool any_main = false;
        bool any_other = false;
        for (const pugi::xml_node& run : all_below(paragraph, "w:r")) {
            const document::Language language = take_language(run);
            const bool right_to_left = language.empty() ? main_is_right_to_left : is_right_to_left(language);
            run.child("w:rPr").remove_child("w:rtl");
            if (right_to_left) {
                properties_of(run).append_child("w:rtl");
            }
            if (!language.empty()) {
                set_language(properties_of(run), language);
            }
            if (run.child("w:t")) {
                (right_to_left == main_is_right_to_left ? any_main : any_other) = true;
            }
        }
        set_direction(paragraph, any_other && !any_main ? !main_is_right_to_left : main_is_right_to_left,
                      main_is_right_to_left);
    }
    if (main_is_right_to_left) {
        for (const pugi::xml_node& table : all_below(text, "w:tbl")) {
            switch_on(properties_of(table), "w:bidiVisual");
        }
    }
}

} // namespace rapporteur::pandoc
