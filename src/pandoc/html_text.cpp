#include "pandoc/html_text.hpp"

#include "images/images.hpp"
#include "pandoc/markup.hpp"
#include "pandoc/names.hpp"
#include "pandoc/shown.hpp"
#include "pandoc/svg.hpp"
#include "pandoc/xml.hpp"
#include "support/base64.hpp"

#include <fmt/format.h>
#include <sstream>

namespace rapporteur::pandoc {

namespace {

Result<void> show(const document::Figure& figure, std::size_t number, pugi::xml_node image) {
    pugi::xml_document drawn;
    const std::string id = figure.id.empty() ? fmt::format("drawing-{}", number + 1) : figure.id;
    drawn.load_string(
        inline_svg(drawing_for(figure, Format::html), id, words_of(figure.caption), figure.alternative).c_str());
    image.parent().insert_copy_before(drawn.document_element(), image);
    image.parent().remove_child(image);
    return {};
}

Result<void> show(const document::Picture& picture, std::size_t, pugi::xml_node image) {
    const Result<std::string> bytes = images::for_screens(picture.raster);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const bool is_jpeg = picture.raster.coding == document::Raster::Coding::jpeg;
    set_attribute(image, "src", fmt::format("data:image/{};base64,{}", is_jpeg ? "jpeg" : "png", base64(*bytes)));
    set_attribute(image, "width", std::to_string(picture.raster.width));
    set_attribute(image, "height", std::to_string(picture.raster.height));
    return {};
}

// Each picture that is referred to becomes the drawing or the dots themselves.
Result<void> show_pictures(const pugi::xml_node& body, const document::Document& document) {
    const std::vector<Shown> all = shown_in(document);
    std::size_t number = 0;
    for (const pugi::xpath_node& found : body.select_nodes(".//figure/img")) {
        const pugi::xml_node image = found.node();
        const std::string src = image.attribute("src").value();
        const auto is_it = [&](const auto* one) { return file_name(*one, number) == src; };
        if (number == all.size() || !std::visit(is_it, all[number])) {
            return surroundings_failed("pandoc", "the HTML that it made has other pictures than the report");
        }
        if (Result<void> shown = std::visit([&](const auto* one) { return show(*one, number, image); }, all[number]);
            !shown) {
            return shown;
        }
        ++number;
    }
    return {};
}

std::vector<ContentsEntry> mark_parts(const pugi::xml_node& body) {
    std::vector<ContentsEntry> contents;
    for (pugi::xml_node section : body.children("section")) {
        set_attribute(section, "class", "part");
        contents.push_back({section.attribute("id").value(), html_within(section.child("h2"))});
    }
    return contents;
}

std::string take_imprint(pugi::xml_node body) {
    const pugi::xml_node imprint = body.find_child_by_attribute("div", "id", "imprint");
    std::string html = html_within(imprint);
    body.remove_child(imprint);
    return html;
}

// An image has no end tag in HTML. (No other element without one occurs in what we print so.)
std::string without_ends_of_images(std::string html) {
    constexpr std::string_view end = "</img>";
    for (std::size_t at = html.find(end); at != std::string::npos; at = html.find(end, at)) {
        html.erase(at, end.size());
    }
    return html;
}

} // namespace

std::string html_of(const pugi::xml_node& node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw | pugi::format_no_empty_element_tags, pugi::encoding_utf8);
    return without_ends_of_images(out.str());
}

std::string html_within(const pugi::xml_node& node) {
    std::string html;
    for (const pugi::xml_node& child : node.children()) {
        html += html_of(child);
    }
    return html;
}

Result<HtmlText> html_text(const std::string& body, const document::Document& document) {
    HtmlText text;
    if (!parse(text.tree, "<main id=\"text\" tabindex=\"-1\">" + body + "</main>")) {
        return surroundings_failed("pandoc", "the HTML that it made isn't well-formed");
    }
    finish_markup(text.main(), "h2");
    if (Result<void> drawn = show_pictures(text.main(), document); !drawn) {
        return tl::unexpected(drawn.error());
    }
    text.contents = mark_parts(text.main());
    text.imprint = take_imprint(text.main());
    return text;
}

} // namespace rapporteur::pandoc
