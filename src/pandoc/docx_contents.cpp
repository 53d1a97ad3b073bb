#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"

#include <fmt/format.h>
#include <optional>

namespace rapporteur::pandoc {

namespace {

std::optional<document::Contents> contents_of(const document::Document& document) {
    for (const document::Part& part : document.parts) {
        for (const document::Block& block : part.blocks) {
            if (const auto* contents = std::get_if<document::Contents>(&block)) {
                return *contents;
            }
        }
    }
    return std::nullopt;
}

// 1 for "Heading1"; 0 for what isn't a heading.
int level_of(const pugi::xml_node& paragraph) {
    const std::string_view style = style_of(paragraph);
    const bool is_heading = style.size() == 8 && style.substr(0, 7) == "Heading";
    return is_heading ? style[7] - '0' : 0;
}

// A link with the heading's own runs, each in its language.
void add_entry(pugi::xml_node entry, const pugi::xml_node& heading) {
    pugi::xml_node link = entry.append_child("w:hyperlink");
    set_attribute(link, "w:anchor", first_bookmark_in(heading));
    set_attribute(link, "w:history", "1");
    for (const pugi::xml_node& run : all_below(heading, "w:r")) {
        if (run.child("w:t")) {
            link.append_copy(run);
        }
    }
}

} // namespace

void write_contents(pugi::xml_node body, const document::Document& document) {
    const std::optional<document::Contents> contents = contents_of(document);
    pugi::xml_node first;
    std::vector<pugi::xml_node> headings;
    for (const pugi::xml_node& paragraph : body.children("w:p")) {
        const int level = level_of(paragraph);
        if (contents && level >= 1 && level <= contents->levels) {
            first = first ? first : paragraph;
            headings.push_back(paragraph);
        }
    }
    if (headings.empty()) {
        return;
    }
    // A block that Word knows for its contents, and offers to update.
    pugi::xml_node block = body.insert_child_before("w:sdt", first);
    pugi::xml_node gallery = block.append_child("w:sdtPr").append_child("w:docPartObj");
    set_value(gallery, "w:docPartGallery", "Table of Contents");
    gallery.append_child("w:docPartUnique");
    pugi::xml_node inside = block.append_child("w:sdtContent");
    pugi::xml_node title = inside.append_child("w:p");
    set_style(title, "TOCHeading");
    add_words(title, document.labels.contents);
    for (const pugi::xml_node& heading : headings) {
        pugi::xml_node entry = inside.append_child("w:p");
        set_style(entry, fmt::format("TOC{}", level_of(heading)).c_str());
        if (heading == headings.front()) {
            open_field(entry, fmt::format("TOC \\o \"1-{}\" \\h \\z \\u", contents->levels));
        }
        add_entry(entry, heading);
        if (heading == headings.back()) {
            add_field_mark(entry, "end");
        }
    }
}

} // namespace rapporteur::pandoc
