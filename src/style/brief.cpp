#include "style/reading.hpp"

#include <fmt/format.h>

namespace rapporteur::style {

namespace {

constexpr TextStyleName texts_of_a_brief[] = {
    TextStyleName::body,         TextStyleName::lead,           TextStyleName::list,
    TextStyleName::remark,       TextStyleName::heading_1,      TextStyleName::heading_2,
    TextStyleName::table,        TextStyleName::table_header,   TextStyleName::caption,
    TextStyleName::note,         TextStyleName::imprint,        TextStyleName::folio,
    TextStyleName::figure_label, TextStyleName::cover_subtitle, TextStyleName::cover_holder,
};

} // namespace

Diagnostics read_brief(const pugi::xml_node& node, const Places& places, Style& style) {
    Diagnostics faults;
    Brief brief;
    const double margin = node.attribute("margin").as_double();
    brief.margins = {style.page.width,
                     style.page.height,
                     margin,
                     margin,
                     node.attribute("top").as_double(),
                     node.attribute("bottom").as_double()};
    brief.side = node.attribute("side").as_double();
    brief.gutter = node.attribute("gutter").as_double();
    brief.least_type = node.attribute("least-type").as_double();
    for (const pugi::xml_node& entry : node.children("gives-way")) {
        GivesWay gives_way{entry.attribute("what").value(), entry.attribute("least").as_double(1)};
        const bool twice = std::any_of(brief.gives_way.begin(), brief.gives_way.end(),
                                       [&](const GivesWay& before) { return before.what == gives_way.what; });
        if (twice) {
            faults.push_back(fault(places.of(entry), fmt::format("“{}” gives way twice", gives_way.what)));
        }
        if ((gives_way.what == "spacing") != !entry.attribute("least").empty()) {
            faults.push_back(fault(places.of(entry), "spacing gives way down to what least says; other things go"));
        }
        if (gives_way.what == "spacing" && !brief.gives_way.empty()) {
            faults.push_back(fault(places.of(entry), "spacing gives way first or not at all"));
        }
        brief.gives_way.push_back(std::move(gives_way));
    }
    brief.texts = style.texts;
    for (const pugi::xml_node& entry : node.children("text")) {
        const std::size_t which = position_of(text_names, std::string_view(entry.attribute("name").value()));
        brief.texts.at(which) = text_style_of(entry);
    }
    for (const TextStyleName used : texts_of_a_brief) {
        const auto which = static_cast<std::size_t>(used);
        if (brief.texts.at(which).size < brief.least_type) {
            faults.push_back(fault(places.of(node),
                                   fmt::format("text “{}” of {} points is smaller than least-type, {}",
                                               text_names.at(which), brief.texts.at(which).size, brief.least_type)));
        }
    }
    const double measure = style.page.width - 2 * margin - brief.side - brief.gutter;
    if (measure < 20 * brief.texts[static_cast<std::size_t>(TextStyleName::body)].size) {
        faults.push_back(fault(places.of(node), fmt::format("leaves {:.0f} points for a line: too few", measure)));
    }
    style.brief = std::move(brief);
    return faults;
}

Style brief_style(const Style& style, double spacing) {
    Style sheet = style;
    const Brief& brief = *style.brief;
    sheet.page = brief.margins;
    sheet.page.crop_marks = style.page.crop_marks;
    sheet.page.width = style.page.width;
    sheet.page.height = style.page.height;
    sheet.texts = brief.texts;
    for (TextStyle& text : sheet.texts) {
        text.before *= spacing;
        text.after *= spacing;
    }
    sheet.grid = 0;
    return sheet;
}

} // namespace rapporteur::style
