#include "typeset/front.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr double panel_depth = 0.62; // of the cover's height, in the house's colour

// The document's title stands on the cover and on the title page.
ElementType element_of(TextStyleName name) {
    const bool is_title = name == TextStyleName::cover_title || name == TextStyleName::heading_1;
    return is_title ? ElementType::title : ElementType::paragraph;
}

// Type of a cover or of a title page is set smaller where its words are too many for it.
constexpr std::array<double, 6> steps = {1, 0.9, 0.8, 0.7, 0.6, 0.5};
constexpr double least_gap = 24; // points, between what stands apart on a sheet

// What a style's size is multiplied with at a step: no text becomes smaller than running text by it.
double factor_of(const style::Style& style, TextStyleName name, double step) {
    return std::max(step, std::min(1.0, style[TextStyleName::body].size / style[name].size));
}

// Text set downwards on a sheet.
class SheetText {
public:
    SheetText(Compositor& with, ElementId within, double at_left, double at_width, double from_top)
        : compositor(with), section(within), left(at_left), width(at_width), y(from_top) {}

    double bottom() const { return y; }
    void skip(double points) { y += points; }
    void set_step(double to) { step = to; }
    bool divides_words() const { return divides; } // because one is wider than its line

    Result<void> add(const document::Inlines& text, TextStyleName name, const std::string& language,
                     std::optional<style::Ink> ink = std::nullopt) {
        const double factor = factor_of(compositor.style, name, step);
        const ElementId element = compositor.structure.make(element_of(name), section);
        const Passage passage = compositor.passages.make(text, {name, element, language});
        const Result<Segmented> segmented = compositor.type.setter.cut(passage);
        if (!segmented) {
            return tl::unexpected(segmented.error());
        }
        divides = divides || std::any_of(segmented->segments.begin(), segmented->segments.end(),
                                         [&](const Segment& word) { return word.width * factor > width; });
        Result<std::vector<Slab>> slabs =
            compositor.set_text(passage, *segmented, {name, 0, true, false}, {element, language, 0, width / factor});
        if (!slabs) {
            return tl::unexpected(slabs.error());
        }
        for (Slab& slab : *slabs) {
            take(slab, factor, ink);
        }
        y += compositor.style[name].after * factor;
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
    void take(Slab& line, double factor, std::optional<style::Ink> ink) {
        for (GalleyItem& item : line.items) {
            if (auto* run = std::get_if<GlyphRun>(&item.item)) {
                scale_by(*run, factor);
                run->colour = ink ? colour_of(compositor.style[*ink]) : run->colour;
            }
            move_by(item.item, left, y);
            items.push_back(std::move(item));
        }
        for (LinkArea& area : line.links) {
            area.origin = {left + area.origin.x * factor, y + area.origin.y * factor};
            area.width *= static_cast<float>(factor);
            area.height *= static_cast<float>(factor);
            links.push_back(std::move(area));
        }
        y += line.height * factor;
    }

    Compositor& compositor;
    ElementId section;
    double left;
    double width;
    double y;
    double step = 1;
    bool divides = false;
};

// Adds some of a sheet's text.
using Add = std::function<Result<void>(SheetText&)>;

struct Measured {
    double depth = 0; // points
    bool divides_words = false;
};

// A text at a step, set for nobody.
Result<Measured> measured(const Compositor& compositor, double width, double step, const Add& add) {
    Structure structure;
    Compositor trial(compositor.document, compositor.style, compositor.type, structure);
    SheetText text(trial, 0, 0, width, 0);
    text.set_step(step);
    const Result<void> set = add(text);
    return set ? Result<Measured>({text.bottom(), text.divides_words()}) : tl::unexpected(set.error());
}

tl::unexpected<Diagnostic> no_room_on(const std::string& sheet, const Compositor& compositor) {
    const document::Metadata& about = compositor.document.metadata;
    constexpr std::size_t most_shown = 60; // bytes
    std::size_t end = std::min(about.title.size(), most_shown);
    while (end < about.title.size() && (static_cast<unsigned char>(about.title[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    Diagnostic fault;
    fault.message = fmt::format("the {} has no room for its text, even in type half as large as the style's: {}{}",
                                sheet, about.title.substr(0, end), end < about.title.size() ? "…" : "");
    fault.hint = "shorten the title, the subtitle, the holder's name or what the imprint says";
    fault.language = about.language;
    return tl::unexpected(std::move(fault));
}

// Where a text begins on its sheet, and at which step.
struct Place {
    double step = 1;
    double top = 0;
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

Result<void> set_imprint(SheetText& text, const document::Document& document) {
    Result<void> set;
    for (const document::Paragraph& paragraph : document.imprint) {
        const std::string& language = paragraph.language.empty() ? document.metadata.language : paragraph.language;
        set = set ? text.add(paragraph.text, TextStyleName::imprint, language) : set;
    }
    return set;
}

// The imprint stands at the foot of its sheet: from here.
Result<double> top_of_imprint(const Compositor& compositor) {
    const Add add = [&](SheetText& text) { return set_imprint(text, compositor.document); };
    const Result<Measured> imprint = measured(compositor, compositor.measure(), 1, add);
    if (!imprint) {
        return tl::unexpected(imprint.error());
    }
    const style::Page& page = compositor.style.page;
    const double top = page.height - page.bottom - imprint->depth;
    return top >= page.top ? Result<double>(top) : no_room_on("title page", compositor);
}

Result<void> add_imprint(const Compositor& compositor, SheetText& text) {
    const Result<double> top = top_of_imprint(compositor);
    if (!top) {
        return tl::unexpected(top.error());
    }
    text.set_step(1);
    text.skip(*top - text.bottom());
    return set_imprint(text, compositor.document);
}

Result<void> add_cover_title(SheetText& text, const document::Metadata& about) {
    const std::string line =
        about.subtitle.empty() ? about.shown_year : fmt::format("{} · {}", about.subtitle, about.shown_year);
    const Result<void> set = text.add(about.title, TextStyleName::cover_title);
    text.skip(10);
    return set ? text.add(line, TextStyleName::cover_subtitle) : set;
}

// Title and subtitle end above the panel's edge, and begin below the holder.
Result<Place> place_on_cover(const Compositor& compositor, double width) {
    const style::Style& style = compositor.style;
    const document::Metadata& about = compositor.document.metadata;
    const double edge = style.page.height * panel_depth;
    const double usual = edge - 3.4 * style[TextStyleName::cover_title].leading;
    for (const double step : steps) {
        const Result<Measured> holder = measured(compositor, width, step, [&](SheetText& text) {
            return text.add(about.holder, TextStyleName::cover_holder);
        });
        const Result<Measured> title =
            measured(compositor, width, step, [&](SheetText& text) { return add_cover_title(text, about); });
        if (!holder || !title) {
            return tl::unexpected(holder ? title.error() : holder.error());
        }
        const double top = std::min(usual, edge - least_gap - title->depth);
        const bool has_room = top >= style.page.top + holder->depth + least_gap;
        if (has_room && (!title->divides_words || step == steps.back())) {
            return Place{step, top};
        }
    }
    return no_room_on("cover", compositor);
}

Result<void> add_inner_title(SheetText& text, const document::Metadata& about) {
    Result<void> set = text.add(about.title, TextStyleName::heading_1);
    set = set && !about.subtitle.empty() ? text.add(about.subtitle, TextStyleName::lead) : set;
    set = set ? text.add(about.shown_year, TextStyleName::lead) : set;
    text.skip(24);
    return set ? text.add(about.holder, TextStyleName::heading_2) : set;
}

// The title page's text ends above its imprint.
Result<Place> place_on_title_page(const Compositor& compositor, Imprint imprint) {
    const style::Page& page = compositor.style.page;
    const Result<double> foot =
        imprint == Imprint::at_its_foot ? top_of_imprint(compositor) : page.height - page.bottom;
    if (!foot) {
        return tl::unexpected(foot.error());
    }
    constexpr double usual = 90; // below the head of the text area
    for (const double step : steps) {
        const Result<Measured> title = measured(compositor, compositor.measure(), step, [&](SheetText& text) {
            return add_inner_title(text, compositor.document.metadata);
        });
        if (!title) {
            return tl::unexpected(title.error());
        }
        const double highest = *foot - least_gap - title->depth;
        if (highest >= page.top && (!title->divides_words || step == steps.back())) {
            return Place{step, std::min(page.top + usual, highest)};
        }
    }
    return no_room_on("title page", compositor);
}

} // namespace

Result<void> print_cover(Compositor& compositor, Press& press, ElementId section) {
    const document::Metadata& about = compositor.document.metadata;
    const style::Style& style = compositor.style;
    const double left = style.page.inner / 1.5;
    const double width = style.page.width - 2 * left;
    const Result<Place> place = place_on_cover(compositor, width);
    if (!place) {
        return tl::unexpected(place.error());
    }
    SheetText text(compositor, section, left, width, style.page.top);
    text.items.push_back(panel(style));
    text.set_step(place->step);
    Result<void> set = text.add(about.holder, TextStyleName::cover_holder);
    text.skip(place->top - text.bottom());
    set = set ? add_cover_title(text, about) : set;
    if (!about.notice.empty()) {
        text.skip(style.page.height * panel_depth + 28 - text.bottom());
        set = set ? text.add(about.notice, TextStyleName::cover_holder, style::Ink::accent) : set;
    }
    return set ? press.print_sheet(Leaf::cover, std::move(text.items), text.links, {"cover", section}) : set;
}

Result<void> print_imprint(Compositor& compositor, Press& press, ElementId section) {
    SheetText text(compositor, section, left_of_next(compositor, press), compositor.measure(),
                   compositor.style.page.top);
    const Result<void> set = add_imprint(compositor, text);
    return set ? press.print_sheet(Leaf::imprint, std::move(text.items), text.links, {"imprint", section}) : set;
}

Result<void> print_title_page(Compositor& compositor, Press& press, ElementId section, Imprint imprint) {
    const Result<Place> place = place_on_title_page(compositor, imprint);
    if (!place) {
        return tl::unexpected(place.error());
    }
    SheetText text(compositor, section, left_of_next(compositor, press), compositor.measure(), place->top);
    text.set_step(place->step);
    Result<void> set = add_inner_title(text, compositor.document.metadata);
    set = set && imprint == Imprint::at_its_foot ? add_imprint(compositor, text) : set;
    return set ? press.print_sheet(Leaf::title_page, std::move(text.items), text.links, {"title-page", section}) : set;
}

} // namespace rapporteur::typeset
