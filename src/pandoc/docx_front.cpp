#include "pandoc/docx_sections.hpp"
#include "pandoc/docx_styles.hpp"
#include "pandoc/docx_text.hpp"
#include "pandoc/docx_xml.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace rapporteur::pandoc {

namespace {

using style::TextStyleName;

constexpr double panel_depth = 0.62; // of the cover's height, in the house's colour, as in the PDF
constexpr double room_below_title = 40;

// A rectangle behind the text, over the whole width of the sheet, that screen readers pass over. It takes its colour
// from the theme.
constexpr const char* panel_markup =
    R"(<w:r xmlns:w="{w}"><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">)"
    R"(<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing>)"
    R"(<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" )"
    R"(distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">)"
    R"(<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>)"
    R"(<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="{height}"/>)"
    R"(<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="{name}">)"
    R"(<a:extLst xmlns:a="{a}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative )"
    R"(xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>)"
    R"(<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{a}">)"
    R"(<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>)"
    R"(<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>)"
    R"(</a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr>)"
    R"(<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>)";

std::string panel(const style::Style& style, const std::string& name, double height) {
    return fmt::format(fmt::runtime(panel_markup), fmt::arg("w", word_namespace),
                       fmt::arg("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
                       fmt::arg("width", emus(style.page.width)), fmt::arg("height", emus(height)),
                       fmt::arg("name", name));
}

// Paragraphs put one after the other before a place in the body.
class Sheet {
public:
    Sheet(pugi::xml_node within, const pugi::xml_node& before) : body(within), place(before) {}

    pugi::xml_node add(const char* style, const std::string& words) {
        last = place ? body.insert_child_before("w:p", place) : body.append_child("w:p");
        set_style(last, style);
        if (!words.empty()) {
            add_words(last, words);
        }
        return last;
    }
    pugi::xml_node add(pugi::xml_node paragraph) {
        last = place ? body.insert_move_before(paragraph, place) : body.append_move(paragraph);
        return last;
    }
    // What follows stands in a section of its own.
    pugi::xml_node end_section() { return properties_of(last).append_child("w:sectPr"); }

private:
    pugi::xml_node body;
    pugi::xml_node place;
    pugi::xml_node last;
};

// How many lines words take, reckoned rather too many than too few: the type may be another where Word prints it.
double lines_of(const std::string& words, const style::TextStyle& text, double width) {
    constexpr double letter = 0.58; // of the size
    const auto letters = static_cast<double>(count_characters(words));
    return std::max(1.0, std::ceil(letters * letter * text.size / width));
}

// Long titles are set in smaller type, as in the PDF: by how much, and never below the size of running text.
constexpr std::array<double, 6> steps = {1, 0.9, 0.8, 0.7, 0.6, 0.5};

style::TextStyle stepped(const style::Style& style, TextStyleName name, double step) {
    style::TextStyle text = style[name];
    const double factor = std::max(step, std::min(1.0, style[TextStyleName::body].size / text.size));
    text.size *= factor;
    text.leading *= factor;
    return text;
}

// From the holder's line at the head of the cover to the title, so that title and subtitle end above the panel's edge.
// Below 0 where they don't.
double space_above_title(const document::Metadata& about, const std::string& subtitle, const style::Style& style,
                         double step) {
    const double width = style.page.width - 2 * cover_margin(style);
    const auto depth = [&](const std::string& words, TextStyleName name) {
        const style::TextStyle text = stepped(style, name, step);
        return lines_of(words, text, width) * text.leading;
    };
    const double below = depth(about.title, TextStyleName::cover_title) +
                         depth(subtitle, TextStyleName::cover_subtitle) + room_below_title;
    const double above = style.page.top + depth(about.holder, TextStyleName::cover_holder);
    return style.page.height * panel_depth - above - below;
}

double step_of(const document::Metadata& about, const std::string& subtitle, const style::Style& style) {
    const auto fits = [&](double step) { return space_above_title(about, subtitle, style, step) >= 0; };
    const auto* const found = std::find_if(steps.begin(), steps.end(), fits);
    return found == steps.end() ? steps.back() : *found;
}

void set_type(pugi::xml_node paragraph, const style::TextStyle& text) {
    for (const pugi::xml_node& run : all_below(paragraph, "w:r")) {
        for (const char* size : {"w:sz", "w:szCs"}) {
            set_value(properties_of(run), size, fmt::format("{:.0f}", 2 * text.size));
        }
    }
    pugi::xml_node spacing = properties_of(paragraph).child("w:spacing");
    set_attribute(spacing, "w:line", twentieths(text.leading));
    set_attribute(spacing, "w:lineRule", "atLeast");
}

void set_space_before(pugi::xml_node paragraph, double points) {
    set_attribute(properties_of(paragraph).append_child("w:spacing"), "w:before", twentieths(points));
}

std::string subtitle_of(const document::Metadata& about) {
    return about.subtitle.empty() ? about.shown_year : fmt::format("{} · {}", about.subtitle, about.shown_year);
}

void write_cover(Sheet& sheet, const document::Document& document, const style::Style& style) {
    const document::Metadata& about = document.metadata;
    pugi::xml_node holder = sheet.add("CoverHolder", about.holder);
    const double step = step_of(about, subtitle_of(about), style);
    const double space = space_above_title(about, subtitle_of(about), style, step);
    const double grown = std::max(0.0, -space); // where no step is small enough: white words need its ground
    const std::string shape = panel(style, document.labels.cover, style.page.height * panel_depth + grown);
    holder.append_buffer(shape.data(), shape.size());
    const pugi::xml_node title = sheet.add("Title", about.title);
    set_space_before(title, std::max(0.0, space));
    const pugi::xml_node subtitle = sheet.add("Subtitle", subtitle_of(about));
    if (step < 1) {
        set_type(title, stepped(style, TextStyleName::cover_title, step));
        properties_of(subtitle).append_child("w:spacing");
        set_type(subtitle, stepped(style, TextStyleName::cover_subtitle, step));
    }
    if (!about.notice.empty()) {
        constexpr double from_edge = 28;
        set_space_before(sheet.add("CoverNotice", about.notice), room_below_title + from_edge);
    }
    set_cover_section(sheet.end_section(), style);
}

// Frames of the same shape that follow each other are one (ECMA-376 part 1, 17.3.1.11).
void put_at_foot(pugi::xml_node paragraph, const style::Style& style) {
    pugi::xml_node frame = properties_of(paragraph).append_child("w:framePr");
    set_attribute(frame, "w:w", twentieths(docx_measure(style)));
    set_attribute(frame, "w:wrap", "around");
    set_attribute(frame, "w:vAnchor", "margin");
    set_attribute(frame, "w:hAnchor", "margin");
    set_attribute(frame, "w:xAlign", "left");
    set_attribute(frame, "w:yAlign", "bottom");
}

void write_title_page(Sheet& sheet, const document::Document& document, const style::Style& style,
                      const std::vector<pugi::xml_node>& imprint) {
    const document::Metadata& about = document.metadata;
    sheet.add("InnerTitle", about.title);
    if (!about.subtitle.empty()) {
        sheet.add("InnerLine", about.subtitle);
    }
    sheet.add("InnerLine", about.shown_year);
    for (const pugi::xml_node& paragraph : imprint) {
        put_at_foot(sheet.add(paragraph), style);
    }
    sheet.add("InnerHolder", about.holder); // a frame stands on the page of the paragraph that follows it
    set_plain_section(sheet.end_section(), style);
}

// A brief is no book: a line on what it is and whose, and its imprint after its text.
void write_brief_head(Sheet& sheet, pugi::xml_node body, const document::Metadata& about,
                      const std::vector<pugi::xml_node>& imprint) {
    sheet.add("InnerHolder", fmt::format("{} · {}", about.subtitle, about.holder));
    if (!about.notice.empty()) {
        sheet.add("InnerLine", about.notice);
    }
    for (const pugi::xml_node& paragraph : imprint) {
        body.append_move(paragraph);
    }
}

// Of the text as pandoc made it: what stands before the first heading.
std::vector<pugi::xml_node> take_imprint(pugi::xml_node body) {
    std::vector<pugi::xml_node> imprint;
    for (pugi::xml_node node = body.first_child(); node;) {
        const pugi::xml_node next = node.next_sibling();
        const std::string_view style = style_of(node);
        if (style == "Heading1") {
            break;
        }
        if (style == "Imprint") {
            imprint.push_back(node);
        } else if (style == "Title" || style == "Subtitle" || style == "Author" || style == "Date") {
            body.remove_child(node); // pandoc's cover
        }
        node = next;
    }
    return imprint;
}

} // namespace

void write_front(pugi::xml_node body, const document::Document& document, const style::Style& style) {
    const std::vector<pugi::xml_node> imprint = take_imprint(body);
    pugi::xml_node first = body.first_child();
    while (std::find(imprint.begin(), imprint.end(), first) != imprint.end()) {
        first = first.next_sibling();
    }
    Sheet sheet(body, first);
    if (document.metadata.form == document::Form::brief) {
        write_brief_head(sheet, body, document.metadata, imprint);
        return;
    }
    write_cover(sheet, document, style);
    write_title_page(sheet, document, style, imprint);
}

} // namespace rapporteur::pandoc
