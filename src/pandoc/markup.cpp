#include "pandoc/markup.hpp"

#include "pandoc/names.hpp"
#include "pandoc/xml.hpp"
#include "support/utf8.hpp"

#include <algorithm>

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

// Whether the words are one figure, date or amount, whose own spaces don't break.
bool is_whole(const std::string& words) {
    constexpr unsigned char first_of_han = 0xE3; // and of what else is written without spaces in the Far East
    const bool is_without_spaces = std::any_of(
        words.begin(), words.end(), [](char byte) { return static_cast<unsigned char>(byte) >= first_of_han; });
    const std::size_t longest = is_without_spaces ? 12 : 36; // characters
    return count_characters(words) <= longest && words.find_first_of(" /@") == std::string::npos && has_figure(words);
}

// An address, or a word so long that its column would take the room of the others.
bool may_break_anywhere(std::string_view word) {
    constexpr std::size_t longest = 24; // characters
    const bool is_address = word.find("://") != std::string_view::npos || word.substr(0, 4) == "www.";
    const bool is_alphabetic = std::all_of(word.begin(), word.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value < 0xE0 && value != '@'; // no Chinese, which needs no spaces
    });
    return is_address || (count_characters(word) > longest && is_alphabetic && !has_figure(word));
}

void mark_breakable(pugi::xml_node element) {
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element) {
            mark_breakable(child);
            continue;
        }
        const std::string text = child.value();
        std::size_t begin = 0;
        std::size_t end = 0;
        do {
            begin = end;
            end = std::min(text.find(' ', begin), text.size());
            if (may_break_anywhere(std::string_view(text).substr(begin, end - begin))) {
                child.set_value(text.substr(0, begin).c_str());
                pugi::xml_node word = element.insert_child_after("span", child);
                set_attribute(word, "class", "breakable");
                word.append_child(pugi::node_pcdata).set_value(text.substr(begin, end - begin).c_str());
                if (end < text.size()) { // looked through next
                    element.insert_child_after(pugi::node_pcdata, word).set_value(text.substr(end).c_str());
                }
                child = word;
                break;
            }
            end += end < text.size() ? 1 : 0;
        } while (end < text.size());
    }
}

// Cells that head a column or a row say which; a column is aligned by a class, which knows left from right by itself.
void finish_cell(pugi::xml_node cell) {
    if (std::string_view(cell.name()) == "th") {
        const bool in_head = std::string_view(cell.parent().parent().name()) == "thead";
        set_attribute(cell, "scope", in_head ? "col" : "row");
    }
    const std::string_view style = cell.attribute("style").value();
    std::string classes;
    if (style.find("right") != std::string_view::npos) {
        classes = "end";
    } else if (style.find("center") != std::string_view::npos) {
        classes = "centre";
    }
    if (is_whole(text_of(cell))) {
        classes += classes.empty() ? "whole" : " whole";
    }
    if (!classes.empty()) {
        set_attribute(cell, "class", classes);
    }
    cell.remove_attribute("style");
    mark_breakable(cell);
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
    constexpr std::size_t many = 5;
    const std::string classes = heads.size() < many ? " stacks" : " stacks wide";
    set_attribute(table, "class", table.attribute("class").value() + classes);
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
