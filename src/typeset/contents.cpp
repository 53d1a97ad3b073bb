#include "typeset/contents.hpp"

#include "document/digits.hpp"

#include <cmath>
#include <fmt/format.h>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr std::uint32_t widest_number = 8888;
constexpr double room_for_number = 40;
constexpr double leader_step = 6; // points between the dots of all leaders, which stand below each other

std::uint32_t number_of(const PageNumbers& pages, const std::string& id) {
    const auto found = pages.find(id);
    return found == pages.end() ? widest_number : found->second;
}

// Dots from `from` to `to`, each at a multiple of the step counted from the right edge.
void add_leader(Compositor& compositor, Slab& slab, TextStyleName name, double from, double to) {
    const double right = compositor.measure();
    const double y = compositor.baseline_of(name) - 0.6;
    const double first = right - leader_step * std::floor((right - from) / leader_step);
    const double dots = std::floor((to - first) / leader_step);
    if (dots < 1) {
        return;
    }
    Stroke leader;
    leader.from = {first, y};
    leader.to = {first + (dots - 1) * leader_step + 0.1, y};
    leader.width = 0.9F;
    leader.colour = colour_of(compositor.style[style::Ink::muted]);
    leader.pattern = StrokePattern::dotted;
    leader.step = static_cast<float>(leader_step);
    slab.items.push_back({0, ArtifactKind::layout, leader});
}

// An entry's text without notes and links: the entry itself is the link.
document::Inlines linked(const document::Heading& heading) {
    document::Inlines entry;
    for (const document::Inline& item : heading.text) {
        if (const auto* text = std::get_if<document::Text>(&item)) {
            entry.emplace_back(*text);
            std::get<document::Text>(entry.back()).link = "#" + heading.id;
        }
    }
    return entry;
}

Result<void> set_entry(Compositor& compositor, const document::Heading& heading, const PageNumbers& pages,
                       ElementId contents, const Flow& flow) {
    constexpr TextStyleName name = TextStyleName::contents_1;
    const ElementId entry = compositor.structure.make(ElementType::contents_item, contents);
    compositor.structure.tell(entry, heading.facts);
    const ElementId element = compositor.structure.make(ElementType::reference, entry);
    const std::string language = heading.language.empty() ? flow.language : heading.language;
    Passage passage = compositor.passages.make(linked(heading), {name, element, language});
    const bool from_right = passage.right_to_left;
    const double measure = compositor.measure();
    const Slot slot{element, language, from_right ? room_for_number : 0, measure - room_for_number};
    Result<std::vector<Slab>> slabs = compositor.set_text(passage, {name, 0, true, false}, slot);
    if (!slabs || slabs->empty()) {
        return slabs ? Result<void>() : tl::unexpected(slabs.error());
    }
    Slab& last = slabs->back();
    const std::string figures = document::in_digits(number_of(pages, heading.id), compositor.document.labels);
    const ElementId link = passage.links.front().element;
    Result<SetLabel> number =
        compositor.set_label(figures, name, ArtifactKind::none, link, {0, compositor.baseline_of(name)});
    if (!number) {
        return tl::unexpected(number.error());
    }
    const double number_at = from_right ? 0 : measure - number->width;
    double text_from = measure;
    double text_to = 0;
    for (const LinkArea& area : last.links) {
        text_from = std::min(text_from, area.origin.x);
        text_to = std::max(text_to, area.origin.x + double{area.width});
    }
    const double gap = 6;
    if (from_right) {
        add_leader(compositor, last, name, number->width + gap, text_from - gap);
    } else {
        add_leader(compositor, last, name, text_to + gap, number_at - gap);
    }
    for (GalleyItem& item : number->items) {
        move_by(item.item, number_at, 0);
        last.items.push_back(std::move(item));
    }
    for (Slab& slab : *slabs) {
        for (LinkArea& area : slab.links) { // the whole line leads there, dots and number too
            area.origin.x = 0;
            area.width = static_cast<float>(measure);
        }
    }
    compositor.add_block(flow.galley, std::move(*slabs), name);
    return {};
}

void append(Passage& passage, Passage&& more) {
    const auto bytes = static_cast<std::uint32_t>(passage.text.size());
    const auto links = static_cast<std::uint32_t>(passage.links.size());
    for (PassageSpan& span : more.spans) {
        span.begin += bytes;
        span.end += bytes;
        span.link = span.link == no_link ? no_link : span.link + links;
        passage.spans.push_back(std::move(span));
    }
    std::move(more.links.begin(), more.links.end(), std::back_inserter(passage.links));
    passage.text += more.text;
}

// The sections of a part, run on in one paragraph beneath its entry. They bear no numbers: the part's is near enough,
// and a line's length must not hang on numbers that aren't known when the contents is measured.
Result<void> set_sections(Compositor& compositor, const std::vector<const document::Heading*>& sections,
                          ElementId contents, const Flow& flow) {
    if (sections.empty()) {
        return {};
    }
    constexpr TextStyleName name = TextStyleName::contents_2;
    const ElementId nested = compositor.structure.make(ElementType::contents, contents);
    Passage passage;
    for (const document::Heading* section : sections) {
        const std::string language = section->language.empty() ? flow.language : section->language;
        const ElementId item = compositor.structure.make(ElementType::contents_item, nested);
        const ElementId reference = compositor.structure.make(ElementType::reference, item);
        Passage words = compositor.passages.make(linked(*section), {name, reference, language});
        if (section != sections.back()) {
            append(words, PassageMaker::plain(" · ", {name, reference, language}));
        }
        if (passage.spans.empty()) {
            passage = std::move(words);
        } else {
            append(passage, std::move(words));
        }
    }
    const double indent = compositor.style[name].indent;
    const Slot slot{nested, flow.language, passage.right_to_left ? room_for_number : indent,
                    compositor.measure() - indent - room_for_number};
    Result<std::vector<Slab>> slabs = compositor.set_text(passage, {name, 0, true, false}, slot);
    if (!slabs) {
        return tl::unexpected(slabs.error());
    }
    flow.galley.keep_with_next();
    compositor.add_block(flow.galley, std::move(*slabs), name);
    return {};
}

} // namespace

Result<void> set_contents(Compositor& compositor, int levels, const PageNumbers& pages, const Flow& flow) {
    const ElementId contents = compositor.structure.make(ElementType::contents, flow.section);
    for (const document::Part& part : compositor.document.parts) {
        const document::Heading* title = nullptr;
        std::vector<const document::Heading*> sections;
        for (const document::Block& block : part.blocks) {
            const auto* heading = std::get_if<document::Heading>(&block);
            if (heading != nullptr && heading->level == 1) {
                title = heading;
            } else if (heading != nullptr && heading->level == 2 && levels > 1) {
                sections.push_back(heading);
            }
        }
        if (part.role == document::PartRole::contents || title == nullptr) {
            continue;
        }
        Result<void> set = set_entry(compositor, *title, pages, contents, flow);
        set = set ? set_sections(compositor, sections, contents, flow) : set;
        if (!set) {
            return set;
        }
    }
    return {};
}

} // namespace rapporteur::typeset
