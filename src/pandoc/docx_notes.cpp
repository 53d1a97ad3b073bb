#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"

#include <fmt/format.h>
#include <unordered_set>

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

void add_call(pugi::xml_node paragraph, const pugi::xml_node& before, const std::string& bookmark,
              const std::string& number) {
    pugi::xml_node field = paragraph.insert_child_before("w:field", before); // holds the runs until they are all there
    add_field(field, fmt::format("NOTEREF {} \\f \\h", bookmark), number);
    for (const pugi::xml_node& run : all_below(field, "w:r")) {
        set_value(properties_of(run), "w:rStyle", "FootnoteReference");
    }
    unwrap(field);
}

} // namespace

void finish_notes(const pugi::xml_node& notes) {
    for (const pugi::xml_node& reference : all_below(notes, "w:footnoteRef")) {
        hang_number(reference);
    }
}

void refer_to_notes(const pugi::xml_node& body, const document::Document& document) {
    std::unordered_set<std::string> notes;
    for (const document::Note& note : document.notes) {
        notes.insert(bookmark_of(note.id));
    }
    for (const pugi::xml_node& link : all_below(body, "w:hyperlink")) {
        const std::string bookmark = link.attribute("w:anchor").value();
        if (notes.count(bookmark) > 0) {
            pugi::xml_node parent = link.parent();
            add_call(parent, link, bookmark, words_of(link));
            parent.remove_child(link);
        }
    }
}

} // namespace rapporteur::pandoc
