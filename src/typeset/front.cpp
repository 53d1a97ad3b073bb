#include "typeset/front.hpp"

#include <fmt/format.h>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr double panel_depth = 0.62; // of the cover's height, in the house's colour

// The document's title stands on the cover and on the title page.
ElementType element_of(TextStyleName name) {
    const bool is_title = name == TextStyleName::cover_title || name == TextStyleName::heading_1;
    return is_title ? ElementType::title : ElementType::paragraph;
}

// Text set downwards on a sheet.
class SheetText {
public:
    SheetText(Compositor& with, ElementId within, double at_left, double at_width, double from_top)
        : compositor(with), section(within), left(at_left), width(at_width), y(from_top) {}

    double bottom() const { return y; }
    void skip(double points) { y += points; }

    Result<void> add(const document::Inlines& text, TextStyleName name, const std::string& language,
                     std::optional<style::Ink> ink = std::nullopt) {
        const ElementId element = compositor.structure.make(element_of(name), section);
        const Passage passage = compositor.passages.make(text, {name, element, language});
        Result<std::vector<Slab>> slabs =
            compositor.set_text(passage, {name, 0, true, false}, {element, language, left, width});
        if (!slabs) {
            return tl::unexpected(slabs.error());
        }
        for (Slab& slab : *slabs) {
            for (GalleyItem& item : slab.items) {
                if (auto* run = std::get_if<GlyphRun>(&item.item); run != nullptr && ink) {
                    run->colour = colour_of(compositor.style[*ink]);
                }
                move_by(item.item, 0, y);
                items.push_back(std::move(item));
            }
            for (LinkArea& area : slab.links) {
                area.origin.y += y;
                links.push_back(std::move(area));
            }
            y += slab.height;
        }
        y += compositor.style[name].after;
        return {};
    }

    Result<void> add(const std::string& text, TextStyleName name, std::optional<style::Ink> ink = std::nullopt) {
        document::Text words;
        words.text = text;
        return add({words}, name, compositor.document.metadata.language, ink);
    }

    std::vector<GalleyItem> items;
    std::vector<LinkArea> links;

private:
    Compositor& compositor;
    ElementId section;
    double left;
    double width;
    double y;
};

GalleyItem panel(const style::Style& style) {
    Fill fill;
    fill.origin = {-style::bleed, -style::bleed};
    fill.width = static_cast<float>(style.page.width + 2 * style::bleed);
    fill.height = static_cast<float>(style.page.height * panel_depth + style::bleed);
    fill.colour = colour_of(style[style::Ink::accent]);
    return {0, ArtifactKind::background, fill};
}

double left_of_next(const Compositor& compositor, const Press& press) {
    const style::Page& page = compositor.style.page;
    const bool bound_at_left = (press.next() % 2 == 1) != is_right_to_left(compositor.document.metadata.language);
    return bound_at_left ? page.inner : page.outer;
}

// At the foot: set once to learn its depth, then where it belongs.
Result<void> add_imprint(Compositor& compositor, SheetText& text, double left) {
    const document::Document& document = compositor.document;
    const style::Style& style = compositor.style;
    const auto add = [&](SheetText& to) {
        Result<void> set;
        for (const document::Paragraph& paragraph : document.imprint) {
            const std::string& language = paragraph.language.empty() ? document.metadata.language : paragraph.language;
            set = set ? to.add(paragraph.text, TextStyleName::imprint, language) : set;
        }
        return set;
    };
    Structure measured;
    Compositor trial(document, style, compositor.type, measured);
    SheetText depth(trial, 0, left, compositor.measure(), 0);
    if (Result<void> set = add(depth); !set) {
        return set;
    }
    text.skip(style.page.height - style.page.bottom - depth.bottom() - text.bottom());
    return add(text);
}

} // namespace

Result<void> print_cover(Compositor& compositor, Press& press, ElementId section) {
    const document::Metadata& about = compositor.document.metadata;
    const style::Style& style = compositor.style;
    const double left = style.page.inner / 1.5;
    const double width = style.page.width - 2 * left;
    SheetText text(compositor, section, left, width, style.page.top);
    text.items.push_back(panel(style));
    Result<void> set = text.add(about.holder, TextStyleName::cover_holder);
    text.skip(style.page.height * panel_depth - text.bottom() - 3.4 * style[TextStyleName::cover_title].leading);
    set = set ? text.add(about.title, TextStyleName::cover_title) : set;
    text.skip(10);
    const std::string line =
        about.subtitle.empty() ? about.shown_year : fmt::format("{} · {}", about.subtitle, about.shown_year);
    set = set ? text.add(line, TextStyleName::cover_subtitle) : set;
    if (!about.notice.empty()) {
        text.skip(style.page.height * panel_depth + 28 - text.bottom());
        set = set ? text.add(about.notice, TextStyleName::cover_holder, style::Ink::accent) : set;
    }
    return set ? press.print_sheet(Leaf::cover, std::move(text.items), text.links, {"cover", section}) : set;
}

Result<void> print_imprint(Compositor& compositor, Press& press, ElementId section) {
    const double left = left_of_next(compositor, press);
    SheetText text(compositor, section, left, compositor.measure(), compositor.style.page.top);
    const Result<void> set = add_imprint(compositor, text, left);
    return set ? press.print_sheet(Leaf::imprint, std::move(text.items), text.links, {"imprint", section}) : set;
}

Result<void> print_title_page(Compositor& compositor, Press& press, ElementId section, Imprint imprint) {
    const document::Document& document = compositor.document;
    const style::Style& style = compositor.style;
    const double left = left_of_next(compositor, press);
    SheetText text(compositor, section, left, compositor.measure(), style.page.top + 90);
    Result<void> set = text.add(document.metadata.title, TextStyleName::heading_1);
    set = set && !document.metadata.subtitle.empty() ? text.add(document.metadata.subtitle, TextStyleName::lead) : set;
    set = set ? text.add(document.metadata.shown_year, TextStyleName::lead) : set;
    text.skip(24);
    set = set ? text.add(document.metadata.holder, TextStyleName::heading_2) : set;
    set = set && imprint == Imprint::at_its_foot ? add_imprint(compositor, text, left) : set;
    return set ? press.print_sheet(Leaf::title_page, std::move(text.items), text.links, {"title-page", section}) : set;
}

} // namespace rapporteur::typeset
