#include "pandoc/markup.hpp"

#include "pandoc/names.hpp"
#include "pandoc/xml.hpp"

namespace rapporteur::pandoc {

namespace {

// The AST has it after the heading that it belongs above.
void put_above_heading(pugi::xml_node mark, const char* chapter_heading) {
    const pugi::xml_node heading = mark.parent().child(chapter_heading);
    mark.parent().insert_move_before(mark, heading);
    set_attribute(mark, "class", page_mark_class);
}

// A picture and its caption: HTML's figure, in which no paragraph stands.
void make_figure(pugi::xml_node division) {
    division.set_name("figure");
    division.remove_attribute("class");
    if (pugi::xml_node paragraph = division.child("p")) {
        unwrap(paragraph);
    }
}

void make_caption(pugi::xml_node division) {
    division.set_name("figcaption");
    division.remove_attribute("class");
    if (pugi::xml_node paragraph = division.child("p")) {
        unwrap(paragraph);
    }
}

// A part's notes come after its last section, not in it.
void put_after_sections(pugi::xml_node notes, const char* chapter_heading) {
    pugi::xml_node section = notes.parent();
    while (std::string_view(section.name()) == "section" && !section.child(chapter_heading)) {
        section = section.parent();
    }
    section.append_move(notes);
}

// Cells that head a column or a row say which; a column is aligned by a class, which knows left from right by itself.
void finish_cell(pugi::xml_node cell) {
    if (std::string_view(cell.name()) == "th") {
        const bool in_head = std::string_view(cell.parent().parent().name()) == "thead";
        set_attribute(cell, "scope", in_head ? "col" : "row");
    }
    const std::string_view style = cell.attribute("style").value();
    if (style.find("right") != std::string_view::npos) {
        set_attribute(cell, "class", "end");
    } else if (style.find("center") != std::string_view::npos) {
        set_attribute(cell, "class", "centre");
    }
    cell.remove_attribute("style");
}

// On a narrow screen a table of more than two columns falls into a stack of cells, each of which then tells its column.
void prepare_stacking(pugi::xml_node table) {
    std::vector<std::string> heads;
    for (const pugi::xml_node& head : table.child("thead").child("tr").children("th")) {
        heads.push_back(text_of(head));
    }
    if (heads.size() <= 2) {
        return;
    }
    set_attribute(table, "class", table.attribute("class").value() + std::string(" stacks"));
    for (const pugi::xml_node& row : table.child("tbody").children("tr")) {
        std::size_t column = 0;
        for (pugi::xml_node cell : row.children()) {
            if (std::string_view(cell.name()) == "td" && column < heads.size()) {
                set_attribute(cell, "data-head", heads[column]);
            }
            column += cell.type() == pugi::node_element ? 1 : 0;
        }
    }
}

} // namespace

void finish_markup(const pugi::xml_node& body, const char* chapter_heading) {
    const std::vector<pugi::xml_node> elements = elements_below(body);
    // From the last, so that what stands in an element is done when the element is.
    for (auto at = elements.rbegin(); at != elements.rend(); ++at) {
        pugi::xml_node element = *at;
        const std::string_view name = element.name();
        element.remove_attribute("data-number");
        if (name == "th" || name == "td") {
            finish_cell(element);
        } else if (name == "tr" || name == "section" || name[0] == 'h') {
            element.remove_attribute("class"); // odd, even, level1
        } else if (name == "table") {
            element.remove_attribute("style");
            prepare_stacking(element);
        } else if (name != "div") {
            continue;
        } else if (has_class(element, page_mark_class)) {
            element.remove_children(); // white space
            if (has_class(element, opening_mark_class)) {
                put_above_heading(element, chapter_heading);
            }
        } else if (has_class(element, "figure")) {
            make_figure(element);
        } else if (has_class(element, "figure-caption")) {
            make_caption(element);
        } else if (has_class(element, "note")) {
            element.set_name("aside"); // which reading systems show in a small window where the note is called
        } else if (has_class(element, "notes")) {
            put_after_sections(element, chapter_heading);
        }
    }
}

} // namespace rapporteur::pandoc
