#include "typeset/press.hpp"

#include "document/digits.hpp"

#include "typeset/crop_marks.hpp"
#include "typeset/shortened.hpp"
#include "typeset/too_deep.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace rapporteur::typeset {

namespace {

using style::TextStyleName;

constexpr double above_notes = 14;    // points from the text to the first note, the rule in between
constexpr double note_rule_above = 6; // the rule stands this far above the notes
constexpr double note_rule_length = 72;
constexpr double note_rule_width = 0.4;
constexpr double head_above_text = 30; // the running head's baseline above the text area
constexpr double folio_below_text = 34;
constexpr double least_last_page = 0.35; // of a page's depth
constexpr std::size_t pages_kept = 4;    // whose breaks may still change when more follows

double depth_of(std::span<const Slab> lines) {
    return std::accumulate(lines.begin(), lines.end(), 0.0,
                           [](double depth, const Slab& line) { return depth + line.height; });
}

} // namespace

struct Press::Sheet {
    Page page;
    std::uint32_t number = 0;
    std::uint32_t next_mcid = 0;
    style::Page size;
    double left = 0;    // of the measure
    double measure = 0; // points
    bool recto = true;
    bool bound_at_left = true;
};

Press::Press(Compositor& with, Receiver to) : compositor(with), receiver(std::move(to)) {}

style::Page Press::size_of(Orientation orientation) const {
    const style::Page& page = compositor.style.page;
    return orientation == Orientation::landscape ? style::turned(page) : page;
}

PageRules Press::rules(Orientation orientation) const {
    const style::Page page = size_of(orientation);
    const double depth = page.height - page.top - page.bottom;
    return {depth, above_notes, least_last_page * depth, compositor.style.grid};
}

Press::Sheet Press::new_sheet(Orientation orientation) {
    Sheet sheet;
    const style::Page& size = sheet.size = size_of(orientation);
    sheet.page.sequence = next_sequence++;
    sheet.page.width = static_cast<float>(size.width);
    sheet.page.height = static_cast<float>(size.height);
    sheet.number = next_number++;
    sheet.recto = sheet.number % 2 == 1;
    sheet.bound_at_left = sheet.recto != is_right_to_left(compositor.document.metadata.language);
    sheet.left = sheet.bound_at_left ? size.inner : size.outer;
    sheet.measure = size.width - size.inner - size.outer;
    return sheet;
}

void Press::add(Sheet& sheet, GalleyItem&& item, double right, double down) {
    move_by(item.item, right, down);
    std::vector<MarkedContent>& contents = sheet.page.contents;
    const bool goes_on = !contents.empty() && contents.back().artifact == item.artifact &&
                         (item.artifact != ArtifactKind::none || contents.back().element == item.element);
    if (!goes_on) {
        MarkedContent content;
        content.artifact = item.artifact;
        content.element = item.element;
        if (item.artifact == ArtifactKind::none) {
            content.mcid = sheet.next_mcid++;
            compositor.structure.add_content(item.element, sheet.page.sequence, content.mcid);
        }
        contents.push_back(std::move(content));
    }
    contents.back().items.push_back(std::move(item.item));
}

void Press::place(Sheet& sheet, Slab& slab, double top) {
    for (const ElementId element : slab.opens) {
        compositor.structure.attach(element);
    }
    for (GalleyItem& item : slab.items) {
        add(sheet, std::move(item), sheet.left, top);
    }
    for (LinkArea& area : slab.links) {
        area.origin.x += sheet.left;
        area.origin.y += top;
        compositor.structure.add_annotation(area.element, sheet.page.sequence,
                                            static_cast<std::uint32_t>(sheet.page.links.size()));
        sheet.page.links.push_back(std::move(area));
    }
    for (Anchor& anchor : slab.anchors) {
        page_numbers.emplace(anchor.id, sheet.number);
        destinations.push_back({std::move(anchor.id), anchor.element, sheet.page.sequence, static_cast<float>(top)});
    }
    if (slab.start && (starts.empty() || starts.back().sequence != sheet.page.sequence)) {
        starts.push_back(*slab.start);
        starts.back().sequence = sheet.page.sequence;
    }
    if (slab.boxed != 0) {
        Attributes& attributes = compositor.structure.attributes(slab.boxed);
        attributes.box[0] = static_cast<float>(sheet.left + slab.box_left);
        attributes.box[1] = static_cast<float>(top);
        attributes.box[2] = static_cast<float>(sheet.left + slab.box_left + slab.box_width);
        attributes.box[3] = static_cast<float>(top + slab.height);
        attributes.box_sequence = sheet.page.sequence;
    }
}

void Press::place_notes(Sheet& sheet, std::span<Slab> lines) {
    if (lines.empty()) {
        return;
    }
    double y = sheet.size.height - sheet.size.bottom - depth_of(lines);
    Stroke rule;
    const bool from_right = is_right_to_left(compositor.document.metadata.language);
    const double start = from_right ? compositor.measure() - note_rule_length : 0;
    // Notes are set to the measure of upright pages.
    const double left = sheet.left;
    sheet.left += from_right ? sheet.measure - compositor.measure() : 0;
    rule.from = {start, -note_rule_above};
    rule.to = {start + note_rule_length, -note_rule_above};
    rule.width = static_cast<float>(note_rule_width);
    rule.colour = colour_of(compositor.style[style::Ink::muted]);
    add(sheet, {0, ArtifactKind::layout, rule}, sheet.left, y);
    for (Slab& line : lines) {
        place(sheet, line, y);
        y += line.height;
    }
    sheet.left = left;
}

Result<void> Press::add_furniture(Sheet& sheet, std::span<const Slab> slabs) {
    // The part that the page is in; where one begins on it, the first that does.
    const auto begins =
        std::find_if(slabs.begin(), slabs.end(), [](const Slab& slab) { return !slab.running.empty(); });
    const std::string part = running.empty() && begins != slabs.end() ? begins->running : running;
    const bool opens_with_heading = !slabs.empty() && !slabs.front().running.empty();
    for (const Slab& slab : slabs) {
        if (!slab.running.empty()) {
            running = slab.running;
        }
    }
    const std::string head =
        sheet.recto ? (opens_with_heading ? slabs.front().running : part) : compositor.document.metadata.title;
    const style::Page& size = sheet.size;
    const auto add_line = [&](const std::string& text, TextStyleName name, ArtifactKind kind,
                              double baseline) -> Result<void> {
        Result<SetLabel> label = set_shortened(compositor, text, name, kind, sheet.measure);
        if (!label) {
            return tl::unexpected(label.error());
        }
        const double x = sheet.bound_at_left ? sheet.left + sheet.measure - label->width : sheet.left;
        for (GalleyItem& item : label->items) {
            add(sheet, std::move(item), x, baseline);
        }
        return {};
    };
    if (!opens_with_heading) {
        if (Result<void> added =
                add_line(head, TextStyleName::running_head, ArtifactKind::header, size.top - head_above_text);
            !added) {
            return added;
        }
    }
    return add_line(document::in_digits(sheet.number, compositor.document.labels), TextStyleName::folio,
                    ArtifactKind::footer, size.height - size.bottom + folio_below_text);
}

void Press::part_is_set(std::size_t part) const {
    if (receiver.part_is_set) {
        receiver.part_is_set(part);
    }
}

Result<void> Press::hand_on(Sheet&& sheet) {
    if (compositor.style.page.crop_marks) {
        add_crop_marks(sheet.page);
    }
    return receiver.take_page(std::move(sheet.page));
}

Result<void> Press::print_page(std::span<Slab> slabs, std::span<Slab> notes, Orientation orientation,
                               Furniture furniture) {
    Sheet sheet = new_sheet(orientation);
    if (furniture == Furniture::running_head_and_folio) {
        if (Result<void> added = add_furniture(sheet, slabs); !added) {
            return added;
        }
    }
    const double top = sheet.size.top;
    if (!slabs.empty()) { // else the page holds the rest of a long note
        if (const auto& head = slabs.front().head) {
            for (GalleyItem item : head->items) {
                add(sheet, std::move(item), sheet.left, top);
            }
        }
        const PageRules page_rules = rules(orientation);
        for (const Slab& slab : slabs) {
            begun = slab.start ? slab.start : begun;
            if (const std::optional<Diagnostic> fault = too_deep(slab, page_rules, compositor.document, begun); fault) {
                return tl::unexpected(*fault);
            }
        }
        PageColumn column(slabs.front(), page_rules);
        for (Slab& slab : slabs) {
            place(sheet, slab, top + column.place(slab));
        }
    }
    place_notes(sheet, notes);
    return hand_on(std::move(sheet));
}

// Prints slabs of one orientation, and returns how many.
Result<std::size_t> Press::print_run(std::span<Slab> slabs, std::vector<Slab>& waiting, GalleyEnd end,
                                     Furniture furniture) {
    const Orientation orientation = slabs.empty() ? Orientation::portrait : slabs.front().orientation;
    const PageRules page_rules = rules(orientation);
    std::vector<PageEnd> ends = break_pages(slabs, waiting, page_rules, end);
    if (end == GalleyEnd::more_follows) {
        ends.resize(ends.size() > pages_kept ? ends.size() - pages_kept : 0);
    }
    PageEnd from;
    for (const PageEnd to : ends) {
        const std::span<Slab> page = slabs.subspan(from.slabs, to.slabs - from.slabs);
        for (Slab& slab : page) {
            std::move(slab.notes.begin(), slab.notes.end(), std::back_inserter(waiting));
        }
        const auto count = static_cast<std::ptrdiff_t>(to.note_lines - from.note_lines);
        const std::span<Slab> notes = std::span(waiting).first(static_cast<std::size_t>(count));
        if (to.slabs < slabs.size()) {
            level(page, depth_of(notes), page_rules);
        }
        if (Result<void> printed = print_page(page, notes, orientation, furniture); !printed) {
            return tl::unexpected(printed.error());
        }
        waiting.erase(waiting.begin(), waiting.begin() + count);
        from = to;
    }
    return from.slabs;
}

Result<void> Press::print(Galley& galley, GalleyEnd end, Furniture furniture) {
    std::span<Slab> rest = galley.slabs();
    std::size_t printed = 0;
    bool is_last = false;
    while (!is_last) {
        const auto turns = std::find_if(rest.begin(), rest.end(),
                                        [&](const Slab& slab) { return slab.orientation != rest.front().orientation; });
        const std::span<Slab> run = rest.first(static_cast<std::size_t>(turns - rest.begin()));
        rest = rest.subspan(run.size());
        is_last = rest.empty();
        const Result<std::size_t> count =
            print_run(run, galley.waiting_notes, is_last ? end : GalleyEnd::page_turns, furniture);
        if (!count) {
            return tl::unexpected(count.error());
        }
        printed += *count;
    }
    galley.drop_first(printed);
    return {};
}

Result<void> Press::print_sheet(Leaf leaf, std::vector<GalleyItem> items, const std::vector<LinkArea>& links,
                                Anchor anchor) {
    Sheet sheet = new_sheet();
    sheet.page.leaf = leaf;
    starts.push_back({sheet.page.sequence, leaf});
    Slab slab;
    slab.items = std::move(items);
    slab.links = links;
    slab.anchors.push_back(std::move(anchor));
    sheet.left = 0;
    place(sheet, slab, 0);
    return hand_on(std::move(sheet));
}

Result<void> Press::print_sheet(std::vector<Placed> slabs) {
    Sheet sheet = new_sheet();
    for (Placed& placed : slabs) {
        sheet.left = placed.left;
        place(sheet, placed.slab, placed.top);
    }
    return hand_on(std::move(sheet));
}

} // namespace rapporteur::typeset
