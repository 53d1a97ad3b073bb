#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"

namespace rapporteur::pandoc {

namespace {

// A note's number hangs before its text: a tab in place of the space after it.
void hang_number(const pugi::xml_node& reference) {
    pugi::xml_node after = reference.parent().next_sibling("w:r");
    if (after && words_of(after) == " ") {
        after.remove_child("w:t");
        after.append_child("w:tab");
    }
}

} // namespace

void finish_notes(const pugi::xml_node& notes) {
    for (const pugi::xml_node& reference : all_below(notes, "w:footnoteRef")) {
        hang_number(reference);
    }
}

} // namespace rapporteur::pandoc
