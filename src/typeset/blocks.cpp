#include "typeset/blocks.hpp"

#include "document/digits.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapporteur::typeset {

namespace {

using document::ParagraphRole;
using style::TextStyleName;

constexpr double break_before_part = -600; // good places for a page to end
constexpr double break_before_section = -40;
constexpr double break_between_blocks = 5;
constexpr double break_between_items = 10;
constexpr std::size_t no_orphaned_lines = 3; // a paragraph this short after a heading stays whole

TextStyleName style_of(ParagraphRole role) {
    switch (role) {
    case ParagraphRole::lead:
        return TextStyleName::lead;
    case ParagraphRole::remark:
        return TextStyleName::remark;
    case ParagraphRole::imprint:
        return TextStyleName::imprint;
    case ParagraphRole::citation:
        return TextStyleName::citation;
    case ParagraphRole::body:
        break;
    }
    return TextStyleName::body;
}

TextStyleName style_of_level(int level) {
    if (level <= 1) {
        return TextStyleName::heading_1;
    }
    return level == 2 ? TextStyleName::heading_2 : TextStyleName::heading_3;
}

ElementType element_of_level(int level) {
    const int first = static_cast<int>(ElementType::heading_1);
    return static_cast<ElementType>(first + std::clamp(level, 1, 6) - 1);
}

// Text of the grid's own leading stands on it.
bool fits_grid(const style::Style& style, TextStyleName name) {
    return style[name].leading == style.grid;
}

// An element of its own language, where that isn't the one in force.
ElementId make_in_language(Structure& structure, ElementType type, const std::string& language, const Flow& flow) {
    const ElementId element = structure.make(type, flow.section);
    if (!language.empty() && language != flow.language) {
        structure.attributes(element).language = language;
    }
    return element;
}

} // namespace

Result<void> set_heading(Compositor& compositor, const document::Heading& heading, const Flow& flow) {
    const TextStyleName name = style_of_level(heading.level);
    const std::string language = heading.language.empty() ? flow.language : heading.language;
    const ElementId element = make_in_language(compositor.structure, element_of_level(heading.level), language, flow);
    compositor.structure.tell(element, heading.facts);
    const Passage passage = compositor.passages.make(heading.text, {name, element, language});
    Result<std::vector<Slab>> slabs = compositor.set_text(passage, {name, 0, true, fits_grid(compositor.style, name)},
                                                          {element, language, 0, compositor.measure()});
    if (!slabs) {
        return tl::unexpected(slabs.error());
    }
    if (!slabs->empty()) {
        Slab& first = slabs->front();
        first.anchors.push_back({heading.id, element});
        first.penalty = heading.level == 1 ? break_before_part : break_before_section;
        first.takes_space = true;
        if (heading.level == 1) {
            first.running = heading.running.empty() ? words_of(heading.text) : heading.running;
        }
    }
    compositor.add_block(flow.galley, std::move(*slabs), name);
    flow.galley.keep_with_next();
    return {};
}

Result<void> set_paragraph(Compositor& compositor, const document::Paragraph& paragraph, Follows follows,
                           const Flow& flow) {
    const TextStyleName name = style_of(paragraph.role);
    const std::string language = paragraph.language.empty() ? flow.language : paragraph.language;
    const ElementId element = make_in_language(compositor.structure, ElementType::paragraph, language, flow);
    compositor.structure.tell(element, paragraph.facts);
    const Passage passage = compositor.passages.make(paragraph.text, {name, element, language});
    TextBlock block{name, 0, false, fits_grid(compositor.style, name)};
    if (paragraph.role == ParagraphRole::body && follows == Follows::running_text) {
        block.first_indent = compositor.style[name].indent;
    }
    Result<std::vector<Slab>> slabs = compositor.set_text(passage, block, {element, language, 0, compositor.measure()});
    if (!slabs) {
        return tl::unexpected(slabs.error());
    }
    if (!slabs->empty()) {
        slabs->front().penalty = break_between_blocks;
        if (!paragraph.id.empty()) {
            slabs->front().anchors.push_back({paragraph.id, element});
        }
    }
    compositor.add_block(flow.galley, std::move(*slabs), name);
    if (paragraph.role == ParagraphRole::lead || paragraph.role == ParagraphRole::remark) {
        flow.galley.keep_with_next();
    }
    return {};
}

Result<void> set_list(Compositor& compositor, const document::List& list, const Flow& flow) {
    constexpr TextStyleName name = TextStyleName::list;
    const ElementId element = compositor.structure.make(ElementType::list, flow.section);
    compositor.structure.attributes(element).ordered = list.kind == document::ListKind::ordered;
    const double indent = compositor.style[name].indent;
    flow.galley.space(compositor.style[name].before);
    std::size_t number = 0;
    for (const document::ListItem& item : list.items) {
        ++number;
        flow.galley.begin_item();
        const std::string language = item.language.empty() ? flow.language : item.language;
        const ElementId item_element = compositor.structure.make(ElementType::list_item, element);
        compositor.structure.tell(item_element, item.facts);
        if (language != flow.language) {
            compositor.structure.attributes(item_element).language = language;
        }
        const ElementId label = compositor.structure.make(ElementType::label, item_element);
        const ElementId body = compositor.structure.make(ElementType::list_body, item_element);
        const bool from_right = is_right_to_left(language);
        const Slot slot{body, language, from_right ? 0 : indent, compositor.measure() - indent};
        Result<std::vector<Slab>> slabs =
            compositor.set_text(compositor.passages.make(item.text, {name, body, language}),
                                {name, 0, false, fits_grid(compositor.style, name)}, slot);
        if (!slabs) {
            return tl::unexpected(slabs.error());
        }
        if (slabs->empty()) {
            continue;
        }
        const std::string mark = list.kind == document::ListKind::ordered
                                     ? document::in_digits(number, compositor.document.labels) + "."
                                     : "•";
        const double mark_at = from_right ? compositor.measure() - indent / 2 : 0.2 * indent;
        Result<SetLabel> mark_label =
            compositor.set_label(mark, name, ArtifactKind::none, label, {mark_at, compositor.baseline_of(name)});
        if (!mark_label) {
            return tl::unexpected(mark_label.error());
        }
        Slab& first = slabs->front();
        first.penalty = number <= 2 || number == list.items.size() ? 4 * break_between_items : break_between_items;
        first.items.insert(first.items.begin(), std::make_move_iterator(mark_label->items.begin()),
                           std::make_move_iterator(mark_label->items.end()));
        if (!item.id.empty()) {
            first.anchors.push_back({item.id, item_element});
        }
        const bool short_item = slabs->size() <= no_orphaned_lines;
        for (std::size_t at = 0; at < slabs->size(); ++at) {
            if (short_item && at > 0) {
                (*slabs)[at].penalty = never_break;
            }
            flow.galley.add(std::move((*slabs)[at]));
        }
    }
    flow.galley.space(compositor.style[name].after);
    return {};
}

Result<void> set_caption(Compositor& compositor, const document::Inlines& caption, double measure, ElementId parent,
                         const Flow& flow) {
    constexpr TextStyleName name = TextStyleName::caption;
    const ElementId element = compositor.structure.make(ElementType::caption, parent);
    const Passage passage = compositor.passages.make(caption, {name, element, flow.language});
    Result<std::vector<Slab>> slabs =
        compositor.set_text(passage, {name, 0, true, false}, {element, flow.language, 0, measure});
    if (!slabs) {
        return tl::unexpected(slabs.error());
    }
    if (!slabs->empty()) {
        slabs->front().penalty = break_between_blocks;
        slabs->front().takes_space = true;
    }
    compositor.add_block(flow.galley, std::move(*slabs), name);
    flow.galley.keep_with_next();
    return {};
}

} // namespace rapporteur::typeset
