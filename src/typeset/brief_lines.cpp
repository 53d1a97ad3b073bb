#include "typeset/brief_parts.hpp"

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr double line_height = 23; // points: 8 mm, as in ruled paper
constexpr int fewest_lines = 4;
constexpr double below_lines = 6;
constexpr double rule_width = 0.3;

} // namespace

Result<std::optional<Slab>> writing_lines(Compositor& compositor, double top, double bottom) {
    const TextStyleName name = TextStyleName::figure_label;
    const double label_height = compositor.style[name].leading;
    const auto lines = static_cast<int>((bottom - below_lines - top - label_height) / line_height);
    if (lines < fewest_lines) {
        return std::optional<Slab>();
    }
    Slab slab;
    slab.height = bottom - below_lines - top;
    Result<SetLabel> label = compositor.set_label(compositor.document.labels.notes, name, ArtifactKind::layout, 0,
                                                  {0, compositor.baseline_of(name)});
    if (!label) {
        return tl::unexpected(label.error());
    }
    const bool from_right = is_right_to_left(compositor.document.metadata.language);
    for (GalleyItem& item : label->items) {
        move_by(item.item, from_right ? compositor.measure() - label->width : 0, 0);
        slab.items.push_back(std::move(item));
    }
    for (int line = 0; line < lines; ++line) {
        Stroke rule;
        const double y = slab.height - line * line_height;
        rule.from = {0, y};
        rule.to = {compositor.measure(), y};
        rule.width = static_cast<float>(rule_width);
        rule.colour = colour_of(compositor.style[style::Ink::rule]);
        slab.items.push_back({0, ArtifactKind::layout, rule});
    }
    return std::optional<Slab>(std::move(slab));
}

Slab short_rule(const Compositor& compositor, double start, double length) {
    Stroke rule;
    rule.from = {start, 0};
    rule.to = {start + length, 0};
    rule.width = 0.4F;
    rule.colour = colour_of(compositor.style[style::Ink::muted]);
    Slab slab;
    slab.items.push_back({0, ArtifactKind::layout, rule});
    return slab;
}

Slab only_shown(const Slab& slab) {
    Slab shown;
    shown.items = slab.items;
    for (GalleyItem& item : shown.items) {
        item.element = 0;
        item.artifact = item.artifact == ArtifactKind::none ? ArtifactKind::layout : item.artifact;
    }
    return shown;
}

} // namespace rapporteur::typeset
