#include "typeset/brief_parts.hpp"

#include <algorithm>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr double padding = 15; // points between the band's edge and its text
constexpr double above_text = 12;
constexpr double below_text = 13;
constexpr double below_kicker = 5;
constexpr double below_name = 3;
constexpr double pill_padding = 6; // at each side of a notice

// The band being set: text downwards on a ground.
class Band {
public:
    Band(Compositor& with, ElementId within)
        : compositor(with), section(within), language(with.document.metadata.language),
          from_right(is_right_to_left(language)) {
        slab.height = above_text;
    }

    Result<void> add_kicker() {
        const document::Metadata& about = compositor.document.metadata;
        const double y = slab.height;
        Result<double> notice_width = add_notice(about.notice);
        if (!notice_width) {
            return tl::unexpected(notice_width.error());
        }
        document::Text words;
        words.text = about.subtitle + " · " + about.holder;
        const double taken = *notice_width > 0 ? *notice_width + padding : 0;
        slab.height = y;
        return add(document::Inlines{words}, TextStyleName::cover_holder, paragraph(), from_right ? taken : 0, taken);
    }

    Result<void> add_name(const document::Heading& heading) {
        slab.height += below_kicker;
        const ElementId element = compositor.structure.make(ElementType::heading_1, section);
        slab.anchors.push_back({heading.id, element});
        const Result<double> left_over = evened(heading.text);
        return left_over ? add(heading.text, TextStyleName::heading_1, element, 0, *left_over)
                         : tl::unexpected(left_over.error());
    }

    Result<void> add_occasion(const document::Paragraph& occasion) {
        slab.height += below_name;
        return add(occasion.text, TextStyleName::cover_subtitle, paragraph(), 0, 0);
    }

    Slab finish() {
        slab.height += below_text;
        Fill ground;
        ground.width = static_cast<float>(compositor.measure());
        ground.height = static_cast<float>(slab.height);
        ground.colour = colour_of(compositor.style[style::Ink::accent]);
        slab.items.insert(slab.items.begin(), GalleyItem{0, ArtifactKind::layout, ground});
        return std::move(slab);
    }

private:
    ElementId paragraph() { return compositor.structure.make(ElementType::paragraph, section); }

    Result<void> add(const document::Inlines& text, TextStyleName name, ElementId element, double left, double taken) {
        const Passage passage = compositor.passages.make(text, {name, element, language});
        const Slot slot{element, language, padding + left, compositor.measure() - 2 * padding - taken};
        Result<std::vector<Slab>> lines = compositor.set_text(passage, {name, 0, true, false}, slot);
        if (!lines) {
            return tl::unexpected(lines.error());
        }
        for (Slab& line : *lines) {
            for (GalleyItem& item : line.items) {
                move_by(item.item, 0, slab.height);
                slab.items.push_back(std::move(item));
            }
            slab.height += line.height;
        }
        return {};
    }

    // By how much the band's measure is narrowed so that a long name's lines are of a length: "(ECOSOC)" alone on the
    // second would look like a slip.
    Result<double> evened(const document::Inlines& name) {
        const double measure = compositor.measure() - 2 * padding;
        const Result<std::size_t> fewest = lines_of(name, measure);
        if (!fewest) {
            return tl::unexpected(fewest.error());
        }
        double too_narrow = *fewest == 1 ? measure : measure / 2;
        double enough = measure;
        while (enough - too_narrow > 1) {
            const double middle = (too_narrow + enough) / 2;
            const Result<std::size_t> lines = lines_of(name, middle);
            if (!lines) {
                return tl::unexpected(lines.error());
            }
            (*lines > *fewest ? too_narrow : enough) = middle;
        }
        return measure - enough;
    }

    Result<std::size_t> lines_of(const document::Inlines& text, double width) {
        Structure measured; // of its own, for nothing of it is shown
        PassageMaker maker(measured, compositor.document);
        const Passage passage = maker.make(text, {TextStyleName::heading_1, 0, language});
        const Result<std::vector<SetLine>> lines =
            compositor.type.setter.set(passage, {width, 0, style::Setting::ragged, false, 0});
        return lines ? Result<std::size_t>(lines->size()) : tl::unexpected(lines.error());
    }

    // Who may read it, or that it is a translation nobody has approved: set apart at the end of the line, for it must
    // be seen. Returns its width.
    Result<double> add_notice(const std::string& notice) {
        if (notice.empty()) {
            return 0.0;
        }
        const TextStyleName name = TextStyleName::cover_holder;
        const double height = compositor.style[name].leading + 3;
        const double y = slab.height - 1.5;
        Result<SetLabel> label = compositor.set_label(notice, name, ArtifactKind::none, paragraph(),
                                                      {0, y + 1.5 + compositor.baseline_of(name)});
        if (!label) {
            return tl::unexpected(label.error());
        }
        const double width = label->width + 2 * pill_padding;
        const double left = from_right ? padding : compositor.measure() - padding - width;
        Fill pill;
        pill.origin = {left, y};
        pill.width = static_cast<float>(width);
        pill.height = static_cast<float>(height);
        pill.radius = static_cast<float>(height / 2);
        pill.colour = colour_of(compositor.style[style::Ink::paper]);
        slab.items.push_back({0, ArtifactKind::layout, pill});
        for (GalleyItem& item : label->items) {
            move_by(item.item, left + pill_padding, 0);
            std::get<GlyphRun>(item.item).colour = colour_of(compositor.style[style::Ink::accent]);
            slab.items.push_back(std::move(item));
        }
        return width;
    }

    Compositor& compositor;
    ElementId section;
    std::string language;
    bool from_right;
    Slab slab;
};

} // namespace

Result<Slab> set_band(Compositor& compositor, const document::Part& head, ElementId section) {
    Band band(compositor, section);
    Result<void> set = band.add_kicker();
    for (const document::Block& block : head.blocks) {
        if (const auto* heading = std::get_if<document::Heading>(&block)) {
            set = set ? band.add_name(*heading) : set;
        } else if (const auto* occasion = std::get_if<document::Paragraph>(&block)) {
            set = set ? band.add_occasion(*occasion) : set;
        }
    }
    return set ? Result<Slab>(band.finish()) : tl::unexpected(set.error());
}

} // namespace rapporteur::typeset
